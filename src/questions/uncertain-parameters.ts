import type { Evidence, TissueParameter } from '../problem/evidence.js';
import { evidenceIn, type Field, fieldOfElectrode, fieldOfTissue } from '../problem/numbers.js';
import type { Electrode, Problem, Tissue } from '../problem/types.js';

/** A number of a problem that somebody has a range for. */
export interface UncertainParameter {
  /** Its path in the problem, such as `tissue.perfusionRate`; a slope is `tissue.electricalConductivitySlope`. */
  readonly path: string;
  /** Of value, low and high; empty for a ratio. */
  readonly unit: string;
  /** As the problem has it; of a law at 37 °C. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly evidence: Evidence;
}

/** The same with what changes it. */
export interface Changeable extends UncertainParameter {
  /** The problem with another value in its place. */
  readonly changedTo: (value: number) => Problem;
}

/** What is known of the numbers of one record of a problem. */
function parametersOf<T extends Tissue | Electrode>(
  path: string,
  record: T,
  fieldOf: (record: T, name: string) => Field<T> | null,
  put: (changed: T) => Problem,
): Changeable[] {
  return evidenceIn(record).flatMap(({ name, evidence }) => {
    const field = fieldOf(record, name);
    const { low, high } = evidence;
    if (!field || low === undefined || high === undefined) return [];
    const { value, unit } = field;
    const changedTo = (other: number): Problem => put(field.changedTo(other));
    return [{ path: `${path}.${name}`, unit, value, low, high, evidence, changedTo }];
  });
}

/** All numbers of a problem that somebody has a range for, in its order. */
export function uncertainParameters(problem: Problem): Changeable[] {
  const { tissue, regions = [], electrode } = problem;
  return [
    ...parametersOf('electrode', electrode, fieldOfElectrode, (changed) => ({
      ...problem,
      electrode: changed,
    })),
    ...parametersOf('tissue', tissue, fieldOfTissue, (changed) => ({ ...problem, tissue: changed })),
    ...regions.flatMap((region, k) =>
      // Blood that flows keeps its temperature: of its numbers only what the current sees counts.
      parametersOf(`regions[${k}].tissue`, region.tissue, fieldOfTissue, (changed) => ({
        ...problem,
        regions: regions.map((one, m) => (m === k ? { ...one, tissue: changed } : one)),
      })).filter(({ path }) => !region.flow || path.includes('electricalConductivity')),
    ),
  ];
}

/** The numbers that decide a lesion in every tissue. */
const NUMBERS: readonly TissueParameter[] = [
  'thermalConductivity',
  'density',
  'specificHeat',
  'electricalConductivity',
  'perfusionRate',
];

/** Paths of the numbers of a problem's tissue that nobody has a range for. */
export function numbersWithoutRange({ tissue, regions = [] }: Problem): string[] {
  const all = [
    { path: 'tissue', tissue, isFlow: false },
    ...regions.map((region, k) => ({
      path: `regions[${k}].tissue`,
      tissue: region.tissue,
      isFlow: region.flow !== undefined,
    })),
  ];
  return all.flatMap((one) => {
    const counts = (name: TissueParameter): boolean =>
      one.isFlow
        ? name === 'electricalConductivity'
        : name !== 'perfusionRate' || one.tissue.perfusionRate > 0;
    const known = evidenceIn(one.tissue).flatMap(({ name, evidence }) =>
      evidence.low === undefined ? [] : [name],
    );
    return NUMBERS.filter((name) => counts(name) && !known.includes(name)).map(
      (name) => `${one.path}.${name}`,
    );
  });
}
