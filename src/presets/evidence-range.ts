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

/** Every source once, in order. */
export function distinct(sources: readonly Source[]): readonly Source[] {
  return [...new Set(sources)];
}
