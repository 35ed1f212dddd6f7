import type { AxisymmetricGrid } from './grid/axisymmetric.js';
import { type Layout, layoutOf, type Shape } from './grid/layout.js';
import type { InterfaceWeights } from './metrics/interface-weights.js';
import { withCutCells } from './numerics/cut-cells.js';
import type { FaceGeometry } from './numerics/face-conductance.js';
import type { HeatBalance } from './physics/bioheat.js';
import type { Coolant } from './physics/heat-step.js';
import { interfaceWeights } from './physics/interfaces.js';
import { flowCells, keepCool, vesselFaces, vesselLinks, withoutFlow } from './physics/vessel.js';
import { type CheckedProblem, tissuesOf } from './problem/checked.js';
import { propertyAt } from './problem/property.js';

/** A region as it is seen from a needle whose end is at a height [m]. */
function seenFrom(where: Shape, end: number): Shape {
  if (where.kind === 'sphere') return { ...where, z: where.z - end };
  const { zMin = -Infinity, zMax = Infinity } = where;
  return { ...where, zMin: zMin - end, zMax: zMax - end };
}

/** Which tissue is in each cell about a needle whose end is at a height [m]. */
export function layoutAt({ regions }: CheckedProblem, grid: AxisymmetricGrid, end: number): Layout {
  return layoutOf(
    grid,
    regions.map(({ where }) => seenFrom(where, end)),
  );
}

/** What regions do to the faces between cells: for heat or for current. */
export interface RegionFaces {
  readonly heat: (geometry: FaceGeometry) => FaceGeometry;
  readonly current: (geometry: FaceGeometry) => FaceGeometry;
  readonly vessel: Coolant | null;
  readonly interfaces: InterfaceWeights | null;
}

/**
 * Makes what regions do to the faces; blood that flows gets its place in the balance.
 *
 * @param plain - Faces between all cells.
 */
export function facesOfRegions(
  problem: CheckedProblem,
  grid: AxisymmetricGrid,
  layout: Layout,
  plain: FaceGeometry,
  balance: HeatBalance,
): RegionFaces {
  const { regions, startTemperature, arterialTemperature } = problem;
  const { nr } = grid;
  const atStart = (of: 'thermalConductivity' | 'electricalConductivity'): number[] =>
    tissuesOf(problem).map((tissue) => propertyAt(tissue[of], startTemperature));
  const [k, sigma] = [atStart('thermalConductivity'), atStart('electricalConductivity')];
  const geometry = withCutCells(plain, layout, nr, k);
  const flows = [null, ...regions.map(({ flow }) => flow)];
  const flowing = flowCells(grid, layout, flows);
  const faces = flowing ? vesselFaces(grid, layout, flows, flowing, geometry) : [];
  if (flowing) keepCool(balance, flowing);
  return {
    heat: (own) => {
      const cut = withCutCells(own, layout, nr, k);
      return flowing ? withoutFlow(cut, flowing, nr) : cut;
    },
    current: (own) => withCutCells(own, layout, nr, sigma),
    vessel: flowing ? vesselLinks(faces, balance.conductivity, arterialTemperature) : null,
    interfaces: interfaceWeights(grid, layout, geometry, balance.conductivity, faces),
  };
}
