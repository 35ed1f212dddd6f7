import type { AxisymmetricGrid } from '../grid/axisymmetric.js';
import type { Layout } from '../grid/layout.js';
import type { FaceWeights, InterfaceWeights } from '../metrics/interface-weights.js';
import type { FaceGeometry } from '../numerics/face-conductance.js';
import type { VesselFace } from './vessel.js';

/**
 * The faces between two media, and how their temperature follows from those of the cells; null where there is one medium.
 *
 * ```text
 * T_face = T₁ + w (T₂ − T₁),   w = (R₁/k₁)/(R₁/k₁ + R₂/k₂)
 * ```
 *
 * @param conductivity - At the start temperature, shape [nz·nr] [W/(m·K)].
 * @param vessel - Where the second resistance is that of a film.
 */
export function interfaceWeights(
  { nr, size, isTissue }: AxisymmetricGrid,
  { count, mediumOf, cut }: Layout,
  { alongR, alongZ }: FaceGeometry,
  conductivity: Float64Array,
  vessel: readonly VesselFace[],
): InterfaceWeights | null {
  if (count === 1) return null;
  const none = (): Float64Array => new Float64Array(size).fill(NaN);
  const weights = { alongR: { near: none(), far: none() }, alongZ: { near: none(), far: none() } };
  const isPure = (c: number): boolean => isTissue[c] === 1 && !cut.has(c);
  const fill = ({ near, far }: FaceWeights, [here, next]: FaceGeometry['alongR'], stride: number): void => {
    for (let c = 0; c + stride < size; c++) {
      if (mediumOf[c] === mediumOf[c + stride] || !isPure(c) || !isPure(c + stride)) continue;
      const [before, after] = [here[c]! / conductivity[c]!, next[c]! / conductivity[c + stride]!];
      if (before + after < Infinity) near[c] = far[c] = before / (before + after);
    }
  };
  fill(weights.alongR, alongR, 1);
  fill(weights.alongZ, alongZ, nr);
  for (const { tissue, half, film, along, face } of vessel) {
    const inTissue = half / conductivity[tissue]!;
    const ofTissue = inTissue / (inTissue + film);
    const { near, far } = weights[along === 'r' ? 'alongR' : 'alongZ'];
    [near[face], far[face]] = tissue === face ? [ofTissue, 1] : [0, 1 - ofTissue];
  }
  return weights;
}
