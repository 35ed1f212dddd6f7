import type { Criterion } from '../../src/problem/criterion.js';

/** The name that a default criterion has in the reference data. */
export function referenceKey(criterion: Criterion): string {
  switch (criterion.kind) {
    case 'peak-temperature':
      return String(criterion.threshold);
    case 'arrhenius':
      return criterion.kinetics.branches[0]!.frequencyFactor === 7.39e39
        ? 'liverCoagulation'
        : 'henriquesMoritz';
    default:
      return criterion.kind;
  }
}
