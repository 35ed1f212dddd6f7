import type { CheckedProblem } from './checked.js';
import { type Criterion, type DamageRule, rulesOf } from './criterion.js';

/** The rule whose Ω closes a tissue's vessels; null where nothing does, or where there is no flow. */
export function shutOffRule({
  perfusionRate,
  perfusionResponse: { kinetics },
}: CheckedProblem['tissue']): DamageRule | null {
  if (kinetics === null || perfusionRate === 0) return null;
  return rulesOf([{ kind: 'arrhenius', kinetics, omega: 1 }])[0] ?? null;
}

/** The rules that a run keeps count of: those of the criteria, and the one that its perfusion follows. */
export function rulesFor(criteria: readonly Criterion[], { tissue }: CheckedProblem): DamageRule[] {
  const { kinetics } = tissue.perfusionResponse;
  if (shutOffRule(tissue) === null || kinetics === null) return [...rulesOf(criteria)];
  return [...rulesOf([...criteria, { kind: 'arrhenius', kinetics, omega: 1 }])];
}
