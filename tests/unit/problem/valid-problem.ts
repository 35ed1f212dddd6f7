import { cannula } from '../../../src/presets/needles.js';
import { tissues } from '../../../src/presets/tissues.js';
import type { Problem } from '../../../src/problem/types.js';

/** A problem without a fault. */
export const VALID: Problem = {
  electrode: cannula({ gauge: 22, tipLength: 5e-3 }),
  tissue: tissues.muscle,
  heating: { kind: 'tip-temperature', target: 80, duration: 90 },
};

/** The same needle and tissue, with one of the heatings by RF current. */
export const DRIVEN: Readonly<Record<'temperature' | 'power' | 'voltage', Problem>> = {
  temperature: { ...VALID, heating: { kind: 'temperature', target: 80, duration: 90 } },
  power: { ...VALID, heating: { kind: 'power', power: 2, duration: 60 } },
  voltage: { ...VALID, heating: { kind: 'voltage', voltage: 15, duration: 60 } },
};

/** A copy of a record with one field set, named by its path; `undefined` takes the field away. */
export function withField(record: unknown, path: string, value: unknown): unknown {
  const [key = '', ...rest] = path.split('.');
  const before = (record ?? {}) as Record<string, unknown>;
  if (rest.length > 0) return { ...before, [key]: withField(before[key], rest.join('.'), value) };
  return Object.fromEntries(
    Object.entries({ ...before, [key]: value }).filter(([name, kept]) => name !== key || kept !== undefined),
  );
}
