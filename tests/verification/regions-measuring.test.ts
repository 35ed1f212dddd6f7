// A field with a kink where tissue changes, measured: the border is placed well as the cubics end at the kink; without that it is
// of first order, however good the cells' values are.
import { describe, expect, test } from 'vitest';
import { type AxisymmetricGrid, createAxisymmetricGrid } from '../../src/grid/axisymmetric.js';
import { layoutOf, linesOf, type Shape } from '../../src/grid/layout.js';
import { contourOf } from '../../src/metrics/contour.js';
import { type FieldLines, makeFieldLines } from '../../src/metrics/field-lines.js';
import type { InterfaceWeights } from '../../src/metrics/interface-weights.js';
import { measureRegion } from '../../src/metrics/lesion-size.js';
import { faceGeometry } from '../../src/numerics/face-conductance.js';
import { interfaceWeights } from '../../src/physics/interfaces.js';
import { claim, DERIVED } from '../support/claims.js';
import { observedOrders } from '../support/observed-order.js';

const [RADIUS, TIP] = [0.36e-3, 5e-3]; // [m]
const K = [0.5, 0.1] as const; // [W/(m·K)]

interface Laid {
  readonly grid: AxisymmetricGrid;
  readonly lay: (interfaces: InterfaceWeights | null) => FieldLines;
  readonly interfaces: InterfaceWeights;
}

function layOut(shape: Shape, fine: number, field: (r: number, z: number) => number): Laid {
  const grid = createAxisymmetricGrid({
    profile: { end: 'flat', radius: RADIUS },
    tipLength: TIP,
    domain: { radius: 20e-3, below: 20e-3, above: 25e-3 },
    spacing: 0.15e-3 / fine,
    growthRatio: 1.3 ** (1 / fine),
    lines: linesOf([shape]),
  });
  const { nr, size, r, z, wallRadius, endHeight } = grid;
  const layout = layoutOf(grid, [shape]);
  const conductivity = Float64Array.from(layout.mediumOf, (m) => K[m]!);
  const interfaces = interfaceWeights(grid, layout, faceGeometry(grid), conductivity, [])!;
  const values = Float64Array.from({ length: size }, (_, c) => field(r[c % nr]!, z[Math.floor(c / nr)]!));
  const surface = {
    beside: z.map((height, j) => (height > 0 ? field(wallRadius[j]!, height) : NaN)),
    end: r.map((radius, i) => (endHeight[i]! < Infinity ? field(radius, endHeight[i]!) : NaN)),
    held: null,
  };
  return { grid, interfaces, lay: (given) => makeFieldLines(grid, given)(values, surface) };
}

/** Size of the cell on the far side of a place. */
function cellBeyond(edges: Float64Array, place: number, way: 1 | -1): number {
  const k = edges.findIndex((x) => Math.abs(x - place) < 1e-12);
  return Math.abs(edges[k + way]! - edges[k]!);
}

/** A field falls away from the axis as in a steady flow of heat, and up and down like a parabola. */
const BETWEEN = 1.9e-3;
const across = (r: number): number =>
  -Math.log(Math.min(r, BETWEEN) / BETWEEN) / K[0] - Math.log(Math.max(r / BETWEEN, 1)) / K[1];
const TUBE: Shape = { kind: 'tube', rMin: BETWEEN };
const MIDDLE = TIP / 2;
const aboutTube = (r: number, z: number): number =>
  across(Math.max(r, RADIUS / 2)) - 0.02 * ((z - MIDDLE) / RADIUS) ** 2;

/** The same below the needle: straight lines. */
const DEPTH = -1.7e-3;
const along = (z: number): number =>
  Math.max(z - DEPTH, 0) / K[0] + Math.min(z - DEPTH, 0) / K[1] + (z > 0 ? -z / K[0] - 100 * z ** 2 : 0);
const SLAB: Shape = { kind: 'slab', zMax: DEPTH };
const overSlab = (r: number, z: number): number => (along(z) - 6e-5 * (r / RADIUS) ** 2) * 1e3;

/** A field on a grid, and the border that is asked for: its level, and what it measures where it is exact. */
interface Task {
  readonly laid: Laid;
  readonly level: number;
  readonly exact: number;
  readonly measure: (grid: AxisymmetricGrid, lines: FieldLines, level: number) => number;
}

/** Errors on four grids, with kinks and without. */
function errors(taskAt: (fine: number) => Task): { readonly kinked: number[]; readonly plain: number[] } {
  const each = [1, 2, 4, 8].map((fine) => {
    const { laid, level, exact, measure } = taskAt(fine);
    return [laid.interfaces, null].map((given) =>
      Math.abs(measure(laid.grid, laid.lay(given), level) - exact),
    );
  });
  return { kinked: each.map(([error]) => error!), plain: each.map(([, error]) => error!) };
}

function expectOrders(name: string, { kinked, plain }: ReturnType<typeof errors>, least: number): void {
  claim(
    {
      id: `regions-measuring/${name}`,
      kind: 'measuring',
      claim: `Border near the contact of two tissues, where temperature has a kink: ${name}`,
      definition: 'A field that falls like a steady flow of heat, 0.2 and 0.8 of a cell beyond the contact',
      source: DERIVED,
      grids: '0.15 to 0.01875 mm',
      unit: 'mm',
    },
    {
      kind: 'order',
      errors: kinked.map((error) => 1e3 * error),
      expected: 3,
      accepted: [least],
      isWhole: true,
      below: 1e-6,
    },
  );
  for (const order of observedOrders(plain)) expect(Math.abs(order - 1), plain.join(' ')).toBeLessThan(0.25);
  kinked.forEach((error, k) => {
    expect(error).toBeLessThan(plain[k]! / 30);
  });
}

// About half-way to the next node both do well: it is on the border.
describe.each([0.2, 0.8])('a border by %d of a cell beyond the interface', (part) => {
  const atTube = (fine: number, measure: Task['measure'], unit: number): Task => {
    const laid = layOut(TUBE, fine, aboutTube);
    const place = BETWEEN + part * cellBeyond(laid.grid.rEdges, BETWEEN, 1);
    return { laid, level: aboutTube(place, MIDDLE), exact: unit * place, measure };
  };

  test('across: the width is of third order with kinks, of first without', () => {
    const width: Task['measure'] = (grid, lines, level) => measureRegion(grid, lines, level).size.width;
    expectOrders(
      'width',
      errors((fine) => atTube(fine, width, 2)),
      3,
    );
  });

  test('so is the border that is drawn', () => {
    const widest: Task['measure'] = (grid, lines, level) => {
      const rows = contourOf(grid, lines, level).flatMap(({ r, z }) =>
        Array.from(r, (x, k) => ({ r: x, z: z[k]! })),
      );
      const nearest = rows.reduce((best, one) =>
        Math.abs(one.z - MIDDLE) < Math.abs(best.z - MIDDLE) ? one : best,
      );
      // The exact border falls away from its widest place like the level there.
      const away = 0.02 * ((nearest.z - MIDDLE) / RADIUS) ** 2;
      return nearest.r * Math.exp(away * K[1]);
    };
    expectOrders(
      'drawn border',
      errors((fine) => atTube(fine, widest, 1)),
      2,
    );
  });

  test('along: the distal reach is of third order with kinks, of first without', () => {
    expectOrders(
      'distal reach',
      errors((fine) => {
        const laid = layOut(SLAB, fine, overSlab);
        const place = DEPTH - part * cellBeyond(laid.grid.zEdges, DEPTH, -1);
        return {
          laid,
          level: overSlab(0, place),
          exact: -place,
          measure: (grid, lines, level) => measureRegion(grid, lines, level).size.distalReach,
        };
      }),
      3,
    );
  });
});
