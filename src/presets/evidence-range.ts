import type { Evidence } from '../problem/evidence.js';
import type { Source } from '../problem/types.js';

/** What others state for a number, in its unit. */
export interface OtherValues {
  readonly values: readonly number[];
  readonly sources: readonly Source[];
  readonly note?: string;
}

/** The evidence of a number with the range that it spans together with what others state. */
export function withRange(value: number, evidence: Evidence, others: OtherValues | undefined): Evidence {
  if (others === undefined) return evidence;
  const found = [value, ...others.values];
  const note = [evidence.note, others.note].filter((part) => part !== undefined).join(' ');
  return {
    ...evidence,
    sources: distinct([...evidence.sources, ...others.sources]),
    ...(others.values.length > 0 && { low: Math.min(...found), high: Math.max(...found) }),
    ...(note !== '' && { note }),
  };
}

/** The evidence of numbers that one source states, each with the range that it spans together with what others state. */
export function statedBy<K extends string>(
  source: Source,
  numbers: Readonly<Partial<Record<K, number>>>,
  others: Readonly<Partial<Record<K, OtherValues>>>,
): Readonly<Partial<Record<K, Evidence>>> {
  const evidence: Partial<Record<K, Evidence>> = {};
  for (const name of Object.keys(numbers) as K[]) {
    const value = numbers[name];
    if (value === undefined) continue;
    evidence[name] = withRange(value, { grade: source.grade, sources: [source], value }, others[name]);
  }
  return evidence;
}

/** Every source once, in order. */
export function distinct(sources: readonly Source[]): readonly Source[] {
  return [...new Set(sources)];
}
