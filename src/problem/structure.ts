import * as v from 'valibot';
import { parse } from './parse.js';
import { kinds, quantity, record } from './schema-parts.js';
import { invalidInput, mustBe } from './sentence.js';

/** x, y and z. In needle coordinates [m]: the needle's end is the origin and its shaft runs towards +z. */
export type Point3 = readonly [x: number, y: number, z: number];

/** A nerve, or anything else long and thin. */
export interface Nerve {
  /** Its middle line, in needle coordinates: two points or more [m]. */
  readonly path: readonly Point3[];
  /** [m] */
  readonly radius: number;
}

/** Something to be kept clear of, or to be met, in needle coordinates. */
export type Structure =
  | { readonly kind: 'point'; /** [m] */ readonly at: Point3 }
  | {
      readonly kind: 'polyline';
      /** Its middle line: two points or more [m]. */
      readonly path: readonly Point3[];
      /** Default 0 [m]. */
      readonly radius?: number;
    }
  | { readonly kind: 'sphere'; /** [m] */ readonly center: Point3; /** [m] */ readonly radius: number };

const coordinate = quantity('structure.coordinate');
const threeNumbers = ({ input }: { input: unknown }): string => mustBe('a list of three coordinates', input);
const point = v.pipe(v.array(coordinate, threeNumbers), v.length(3, threeNumbers));
const path = v.pipe(
  v.array(point, ({ input }) => mustBe('a list of points', input)),
  v.minLength(2, ({ input }) => `must have two points or more, but had ${input.length}`),
);
const radius = quantity('structure.radius');

const nerve = record({ path, radius });
const structure = kinds({
  point: { at: point },
  polyline: { path, radius: v.optional(radius) },
  sphere: { center: point, radius },
});

function requireLength(line: readonly Point3[], root: string): void {
  const [first] = line;
  const isPoint = line.every((one) => one.every((x, k) => x === first?.[k]));
  if (isPoint) throw invalidInput(`${root}.path`, 'must have a length, but all its points are the same');
}

/**
 * Checks a nerve.
 *
 * @throws {@link LesionModelError} 'invalid-input' with a path below 'nerve'.
 */
export function checkNerve(input: unknown): Nerve {
  const checked = parse(nerve, input, 'nerve') as Nerve;
  requireLength(checked.path, 'nerve');
  return checked;
}

/**
 * Checks a structure.
 *
 * @throws {@link LesionModelError} 'invalid-input' with a path below 'structure'.
 */
export function checkStructure(input: unknown): Structure {
  const checked = parse(structure, input, 'structure') as Structure;
  if (checked.kind === 'polyline') requireLength(checked.path, 'structure');
  return checked;
}
