import type { AxisymmetricGrid } from '../grid/axisymmetric.js';
import { type Layout, layoutOf } from '../grid/layout.js';
import type { ContactWeights } from '../metrics/surface-field.js';
import type { FaceGeometry } from '../numerics/face-conductance.js';
import type { CheckedProblem } from '../problem/checked.js';
import type { Material } from '../problem/types.js';
import { type HeatBalance, tissueValues } from './bioheat.js';
import { boreOf } from './coolant.js';

/** The needle's solid at a place inside it, lengths in m. A tube is closed at its end by its wall's thickness. */
function solidAt({ electrode }: CheckedProblem, r: number, z: number): Material {
  const { body, radius, insulation } = electrode;
  if (r > radius && insulation) return insulation.material;
  if (body.kind === 'solid') return body.material;
  const from = boreOf(electrode)?.from ?? body.wallThickness;
  return r < radius - body.wallThickness && z > from ? body.core : body.material;
}

/**
 * The bioheat equation's terms at the start temperature where the needle is part of the medium, each of shape
 * [nz·nr].
 *
 * @remarks A cell conducts like the solid or tissue at its node; its capacity counts what it holds of either.
 */
export function bioheatBalanceWithNeedle(
  grid: AxisymmetricGrid,
  problem: CheckedProblem,
  layout: Layout = layoutOf(grid, []),
): HeatBalance {
  const { nr, nz, size, r, z, rEdges, zEdges, isTissue, needleVolume } = grid;
  const tissue = tissueValues(problem, layout);
  const capacity = new Float64Array(size);
  const tissueMass = new Float64Array(size);
  const conductivity = new Float64Array(size);
  const perfusion = new Float64Array(size);
  const metabolism = new Float64Array(size);
  for (let j = 0; j < nz; j++) {
    for (let i = 0; i < nr; i++) {
      const c = j * nr + i;
      const solid = solidAt(problem, r[i]!, z[j]!);
      const cell = Math.PI * (rEdges[i + 1]! ** 2 - rEdges[i]! ** 2) * (zEdges[j + 1]! - zEdges[j]!);
      const inTissue = cell - needleVolume[c]!;
      tissueMass[c] = tissue.density(c) * inTissue;
      capacity[c] =
        tissueMass[c] * tissue.specificHeat(c) + solid.density * solid.specificHeat * needleVolume[c]!;
      conductivity[c] = isTissue[c] === 1 ? tissue.thermalConductivity(c) : solid.thermalConductivity;
      perfusion[c] = tissue.perfusion(c) * inTissue;
      metabolism[c] = tissue.metabolicHeat(c) * inTissue;
    }
  }
  return { capacity, tissueMass, conductivity, perfusion, metabolism };
}

/** How the surface's temperature follows from the needle's cell and tissue's: the flux is continuous across it. */
export function contactWeights(
  { nr, nz, isTissue }: AxisymmetricGrid,
  { alongR, alongZ }: FaceGeometry,
  conductivity: Float64Array,
): ContactWeights {
  const beside = new Float64Array(nz);
  const end = new Float64Array(nr);
  /** Part that the needle's side has: its conductance over both. */
  const weight = (inNeedle: number, inTissue: number): number => inTissue / (inNeedle + inTissue);
  for (let j = 0; j < nz; j++) {
    for (let i = 0; i < nr; i++) {
      const c = j * nr + i;
      if (isTissue[c] === 0) continue;
      if (i > 0 && isTissue[c - 1] === 0) {
        beside[j] = weight(alongR[0][c - 1]! / conductivity[c - 1]!, alongR[1][c - 1]! / conductivity[c]!);
      }
      if (j < nz - 1 && isTissue[c + nr] === 0) {
        end[i] = weight(alongZ[1][c]! / conductivity[c + nr]!, alongZ[0][c]! / conductivity[c]!);
      }
    }
  }
  return { beside, end };
}
