// Current through layers of different conductivity. Coaxial: R = Σ ln(r₂/r₁)/(2πσL). Slabs: R = Σ d/(σA).
import { describe, expect, test } from 'vitest';
import { type AxisymmetricGrid, createAxisymmetricGrid } from '../../src/grid/axisymmetric.js';
import { fittedEdges, gradedEdges } from '../../src/grid/grading.js';
import { layoutOf, linesOf, type Shape } from '../../src/grid/layout.js';
import type { ContactWeights } from '../../src/metrics/surface-field.js';
import { withCutCells } from '../../src/numerics/cut-cells.js';
import type { FaceGeometry } from '../../src/numerics/face-conductance.js';
import { valueIn } from '../../src/physics/cell-law.js';
import { makeElectricField } from '../../src/physics/electric-field.js';
import { gridOf, uniformEdges } from '../support/bench-grids.js';
import { claim, DERIVED } from '../support/claims.js';

const TOLERANCE = 1e-13;
const [RADIUS, BETWEEN, FAR, LENGTH] = [0.36e-3, 1.1e-3, 6e-3, 1e-3]; // [m]

const half = ({ nr, nz }: AxisymmetricGrid): ContactWeights => ({
  beside: new Float64Array(nz).fill(0.9),
  end: new Float64Array(nr).fill(0.9),
});

interface Solved {
  readonly conductance: number;
  readonly beyond: number;
  readonly phi: Float64Array;
  readonly heat: Float64Array;
  /** As the solver has it. */
  readonly geometry: FaceGeometry;
  readonly sigma: Float64Array;
}

/** The field of 1 V in media of these conductivities; `close` shuts faces. */
function solve(
  grid: AxisymmetricGrid,
  shapes: readonly Shape[],
  sigmas: readonly number[],
  boundary: 'grounded' | 'far-field',
  close: (geometry: FaceGeometry) => void = () => undefined,
): Solved {
  const layout = layoutOf(grid, shapes);
  const at = valueIn(layout, sigmas);
  const sigma = Float64Array.from(grid.isTissue, (tissue, c) => (tissue === 1 ? at(c) : 0));
  let geometry: FaceGeometry | null = null;
  const field = makeElectricField(grid, boundary, half(grid), (own) => {
    geometry = withCutCells(own, layout, grid.nr, sigmas);
    close(geometry);
    return geometry;
  });
  const [phi, heat] = [new Float64Array(grid.size), new Float64Array(grid.size)];
  const { conductance, beyond } = field.solve(sigma, phi, heat, TOLERANCE);
  return { conductance, beyond, phi, heat, geometry: geometry!, sigma };
}

const total = (values: Float64Array): number => values.reduce((sum, x) => sum + x, 0);

/** Current through the face between a cell and the next one, `stride` on [A]. */
function currentThrough(
  { phi, geometry, sigma }: Solved,
  along: 'alongR' | 'alongZ',
  c: number,
  stride: number,
): number {
  const [here, next] = geometry[along];
  return (phi[c]! - phi[c + stride]!) / (here[c]! / sigma[c]! + next[c]! / sigma[c + stride]!);
}

const resistance = {
  id: 'regions-field/resistance',
  kind: 'layers',
  claim: 'Resistance of two tissues in series, tubes and slabs, up to 1 : 200',
  definition: 'R = Σ ln(r₂/r₁)/(2πσL) and R = Σ d/(σA); current and heat of every layer are held too',
  source: DERIVED,
  grids: '0.1 mm',
  unit: '%',
} as const;

describe.each([
  [0.3, 2],
  [2, 0.02],
  [0.02, 4],
])('%d and %d S/m', (first, second) => {
  test('coaxial: impedance, current through every shell and heat of every shell are exact', () => {
    const edges = gradedEdges(FAR - RADIUS, 0.1e-3, 1.25, [BETWEEN - RADIUS]);
    const rEdges = Float64Array.from([0, ...edges.map((x) => RADIUS + x)]);
    const row = gridOf(rEdges, uniformEdges(1e-3, 1e-3 + LENGTH, 1), RADIUS);
    const grid = { ...row, tipLength: 1 }; // neither end of the tip is near
    const solved = solve(
      grid,
      [{ kind: 'tube', rMin: BETWEEN }],
      [first, second],
      'grounded',
      ({ outerZ }) => {
        outerZ.fill(Infinity);
      },
    );
    const shell = (sigma: number, from: number, to: number): number =>
      Math.log(to / from) / (2 * Math.PI * sigma * LENGTH);
    const exact = 1 / (shell(first, RADIUS, BETWEEN) + shell(second, BETWEEN, FAR));
    claim(resistance, { kind: 'round-off', errors: [solved.conductance / exact - 1], below: 1e-11 });
    for (let c = 1; c + 1 < grid.nr; c++) {
      expect(Math.abs(currentThrough(solved, 'alongR', c, 1) / exact - 1)).toBeLessThan(1e-10);
      const own = grid.rEdges[c]! < BETWEEN - 1e-9 ? first : second;
      if (c === 1) continue; // shares its heat with the needle
      const heat = exact ** 2 * shell(own, grid.rEdges[c]!, grid.rEdges[c + 1]!);
      expect(Math.abs(solved.heat[c]! / heat - 1)).toBeLessThan(1e-9);
    }
    expect(Math.abs(total(solved.heat) / solved.conductance - 1)).toBeLessThan(1e-11);
  });

  test('slabs: impedance, current through every layer and heat of every layer are exact', () => {
    const [depth, meet] = [4e-3, 1.3e-3];
    const below = fittedEdges(depth, 0.1e-3, 1.2, 2, [meet]).map((x) => -x);
    const zEdges = Float64Array.from([...below.toReversed(), 1e-3]); // the last row is the needle
    const grid = gridOf(Float64Array.of(0, RADIUS), zEdges, RADIUS);
    const solved = solve(grid, [{ kind: 'slab', zMax: -meet }], [first, second], 'grounded', ({ outerR }) => {
      outerR.fill(Infinity);
    });
    const area = Math.PI * RADIUS ** 2;
    const layer = (sigma: number, thickness: number): number => thickness / (sigma * area);
    const exact = 1 / (layer(first, meet) + layer(second, depth - meet));
    claim(resistance, { kind: 'round-off', errors: [solved.conductance / exact - 1], below: 1e-11 });
    for (let c = 0; c + 2 < grid.nz; c++) {
      expect(Math.abs(currentThrough(solved, 'alongZ', c, 1) / -exact - 1)).toBeLessThan(1e-10);
      const own = grid.zEdges[c + 1]! > -meet + 1e-9 ? first : second;
      const heat = exact ** 2 * layer(own, grid.zEdges[c + 1]! - grid.zEdges[c]!);
      expect(Math.abs(solved.heat[c]! / heat - 1)).toBeLessThan(1e-9);
    }
    expect(Math.abs(total(solved.heat) / solved.conductance - 1)).toBeLessThan(1e-11);
  });
});

describe.each<[string, readonly Shape[]]>([
  [
    'slabs',
    [
      { kind: 'slab', zMax: -0.8e-3 },
      { kind: 'slab', zMin: 2.1e-3, zMax: 3.3e-3 },
    ],
  ],
  [
    'tubes',
    [
      { kind: 'tube', rMin: 0.9e-3, rMax: 2.2e-3 },
      { kind: 'tube', rMax: 0.3e-3, zMax: -0.5e-3 },
    ],
  ],
  [
    'spheres',
    [
      { kind: 'sphere', z: 1e-3, radius: 1.9e-3 },
      { kind: 'sphere', z: -2.5e-3, radius: 2e-3 },
    ],
  ],
])('about a needle in %s', (_, shapes) => {
  const grid = createAxisymmetricGrid({
    profile: { end: 'flat', radius: RADIUS },
    tipLength: 3e-3,
    domain: { radius: 15e-3, below: 15e-3, above: 18e-3 },
    spacing: 0.1e-3,
    growthRatio: 1.2,
    lines: linesOf(shapes),
  });

  test.each(['grounded', 'far-field'] as const)(
    'V·I is all the heat, and the potential has no extreme inside: %s',
    (boundary) => {
      const solved = solve(grid, shapes, [0.3, 2, 0.02], boundary);
      const { conductance, beyond, phi, heat } = solved;
      claim(
        {
          id: 'regions-field/heat',
          kind: 'conservation',
          claim: 'V·I is all the Joule heat about a needle in slabs, tubes and spheres',
          definition: 'Σ Q and what is beyond, over the current at 1 V',
          source: 'the definition',
          grids: '0.1 mm; grounded and open',
          unit: '%',
        },
        { kind: 'round-off', errors: [(total(heat) + beyond) / conductance - 1], below: 1e-11 },
      );
      expect(phi.every((V) => V >= 0 && V <= 1)).toBe(true);
      expect(Math.min(...heat)).toBeGreaterThanOrEqual(0);
      // What leaves the tip passes every closed surface about it: those of the cells up to a column and between two rows.
      const { nr, nz } = grid;
      for (const [column, low, high] of [
        [nr - 8, 3, nz - 4],
        [nr - 3, 6, nz - 7],
      ] as const) {
        let current = 0;
        for (let j = low; j <= high; j++) current += currentThrough(solved, 'alongR', j * nr + column, 1);
        for (let i = 0; i <= column; i++) {
          current -= currentThrough(solved, 'alongZ', (low - 1) * nr + i, nr);
          const up = high * nr + i;
          if (solved.sigma[up]! > 0) current += currentThrough(solved, 'alongZ', up, nr);
        }
        expect(Math.abs(current / conductance - 1)).toBeLessThan(1e-10);
      }
    },
  );
});
