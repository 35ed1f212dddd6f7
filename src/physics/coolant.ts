import type { AxisymmetricGrid } from '../grid/axisymmetric.js';
import { capHeight, type NeedleProfile } from '../grid/needle-profile.js';
import type { CheckedProblem } from '../problem/checked.js';
import type { InternalCooling } from '../problem/types.js';
import type { Coolant } from './heat-step.js';

/** The bore in which a coolant runs: closed by the tube's wall, and solid below a rounded or conical end's base. */
export function boreOf({
  body,
  cooling,
  radius,
  tipShape: end,
  coneLength,
}: CheckedProblem['electrode']): NeedleProfile['bore'] | undefined {
  if (!cooling || body.kind === 'solid') return undefined;
  const from = Math.max(body.wallThickness, capHeight({ end, radius, coneLength }));
  return { from, radius: radius - body.wallThickness };
}

/** Which cells of a needle are its bore: 0, and 1 for all others; shape [nz·nr]. */
export function solidCells({ nr, size, r, z, isTissue, profile: { bore } }: AxisymmetricGrid): Uint8Array {
  return Uint8Array.from({ length: size }, (_, c) => {
    const isBore =
      bore !== undefined &&
      isTissue[c] === 0 &&
      r[c % nr]! < bore.radius &&
      z[Math.floor(c / nr)]! > bore.from;
    return isBore ? 0 : 1;
  });
}

/**
 * Conductances from the needle's solid to the coolant: the half-cell at the wall of the bore, and the film on it.
 *
 * ```text
 * G = 1 / ( R/k + 1/(h A) )
 * ```
 *
 * @param solid - {@link solidCells}.
 * @param conductivity - Shape [nz·nr] [W/(m·K)].
 */
export function coolantLinks(
  { nr, nz, size, rEdges, zEdges, r, z }: AxisymmetricGrid,
  solid: Uint8Array,
  conductivity: Float64Array,
  { temperature, coefficient = Infinity }: InternalCooling,
): Coolant {
  const links = { r: new Float64Array(size), z: new Float64Array(size) };
  for (let j = 0; j < nz; j++) {
    for (let i = 0; i < nr; i++) {
      const c = j * nr + i;
      if (solid[c] === 0) continue;
      const k = conductivity[c]!;
      if (i > 0 && solid[c - 1] === 0) {
        const circumference = 2 * Math.PI * (zEdges[j + 1]! - zEdges[j]!);
        const [wall, area] = [rEdges[i]!, circumference * rEdges[i]!];
        links.r[c] = 1 / (Math.log(r[i]! / wall) / (circumference * k) + 1 / (coefficient * area));
      }
      if (j < nz - 1 && solid[c + nr] === 0) {
        const area = Math.PI * (rEdges[i + 1]! ** 2 - rEdges[i]! ** 2);
        links.z[c] = 1 / ((zEdges[j + 1]! - z[j]!) / (area * k) + 1 / (coefficient * area));
      }
    }
  }
  return { temperature, ...links };
}
