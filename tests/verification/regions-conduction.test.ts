// Layers of different tissue against exact solutions. Steady: straight lines, and logarithms about the axis. Transient: the slowest
// mode of two layers whose ends are held, (w k u′)′ + λ w C u = 0, w = 1 or r, by shooting; about the axis u is made of J₀ and Y₀.
import { describe, expect, test } from 'vitest';
import type { AxisymmetricGrid } from '../../src/grid/axisymmetric.js';
import { fittedEdges, fittedEdgesBothEnds } from '../../src/grid/grading.js';
import { layoutOf, type Shape } from '../../src/grid/layout.js';
import { conductancesOf, type FaceConductances, faceGeometry } from '../../src/numerics/face-conductance.js';
import { bioheatBalance, type HeatBalance } from '../../src/physics/bioheat.js';
import { interfaceWeights } from '../../src/physics/interfaces.js';
import { checkProblem } from '../../src/problem/check.js';
import { gridOf, uniformEdges } from '../support/bench-grids.js';
import { claim, DERIVED } from '../support/claims.js';
import { runHeat } from '../support/heat-run.js';
import { feProblem } from '../support/problems.js';
import { type Layers, slowestMode, solveSteady } from '../support/region-bench.js';
import { besselJ0, J0_ZERO } from '../support/special-functions.js';

/** Two media: k [W/(m·K)], ρ [kg/m³], c [J/(kg·K)]. */
type Medium = readonly [k: number, density: number, specificHeat: number];

interface Bench {
  readonly grid: AxisymmetricGrid;
  readonly balance: HeatBalance;
  readonly conductances: FaceConductances;
}

/** What a problem of two tissues has in each cell, made by the parts that a run is made of. */
function benchOf(grid: AxisymmetricGrid, where: Shape, [first, second]: readonly [Medium, Medium]): Bench {
  const tissueOf = ([thermalConductivity, density, specificHeat]: Medium) => ({
    ...feProblem.tissue,
    thermalConductivity,
    density,
    specificHeat,
  });
  const problem = { ...feProblem, tissue: tissueOf(first), regions: [{ where, tissue: tissueOf(second) }] };
  const balance = bioheatBalance(grid, checkProblem(problem), layoutOf(grid, [where]));
  return { grid, balance, conductances: conductancesOf(grid, faceGeometry(grid), balance.conductivity) };
}

const SOFT: Medium = [0.5, 1090, 3421];
const pairs: [string, readonly [Medium, Medium]][] = [
  ['bone and muscle', [SOFT, [0.31, 1900, 1310]]],
  [
    '1 : 200',
    [
      [0.4, 1090, 3421],
      [80, 1900, 1310],
    ],
  ],
  [
    '200 : 1',
    [
      [80, 1900, 1310],
      [0.4, 1090, 3421],
    ],
  ],
];

const [BOTTOM, INTERFACE] = [-6e-3, -2.3e-3]; // [m]
const [INNER, BETWEEN, OUTER] = [0.36e-3, 1.5e-3, 5e-3]; // [m]

/** One column of cells below the needle, both of its ends at the outer boundary. */
function stack(media: readonly [Medium, Medium], fine: number): Bench {
  const edges = fittedEdgesBothEnds(-BOTTOM, 0.25e-3 / fine, 1.1 ** (1 / fine), 2, [INTERFACE - BOTTOM]);
  const grid = gridOf(
    Float64Array.of(0, 1e-3),
    Float64Array.from(edges, (x) => BOTTOM + x),
    1e-3,
  );
  const bench = benchOf(grid, { kind: 'slab', zMax: INTERFACE }, media);
  bench.conductances.outerR.fill(0);
  return bench;
}

/** One row of cells about the needle, its ends insulated. */
function rings(media: readonly [Medium, Medium], fine: number): Bench {
  const edges = fittedEdges(OUTER - INNER, 0.12e-3 / fine, 1.15 ** (1 / fine), 2, [BETWEEN - INNER]);
  const rEdges = Float64Array.from([0, ...edges.map((x) => INNER + x)]);
  const bench = benchOf(
    gridOf(rEdges, uniformEdges(1e-3, 2e-3, 1), INNER),
    { kind: 'tube', rMin: BETWEEN },
    media,
  );
  bench.conductances.outerZ.fill(0);
  return bench;
}

/** One row of cells below a needle, about the axis: the core is thinner than the needle. */
function disc(media: readonly [Medium, Medium], fine: number): Bench {
  const needle = 2e-3;
  const edges = fittedEdges(OUTER, 0.25e-3 / fine, 1, 2, [BETWEEN, needle]);
  const bench = benchOf(
    gridOf(Float64Array.from(edges), uniformEdges(-2e-3, -1e-3, 1), needle),
    { kind: 'tube', rMin: BETWEEN },
    media,
  );
  bench.conductances.outerZ.fill(0);
  return bench;
}

const C = ([, density, specificHeat]: Medium): number => density * specificHeat;

interface Arrangement {
  readonly make: (media: readonly [Medium, Medium], fine: number) => Bench;
  /** In the order of the coordinate; the slab is the second medium and comes first. */
  readonly layers: (media: readonly [Medium, Medium]) => Layers;
  readonly isRound: boolean;
}
const arrangements: [string, Arrangement][] = [
  [
    'slabs',
    {
      make: stack,
      layers: ([upper, lower]) => ({
        from: BOTTOM,
        layers: [
          { to: INTERFACE, k: lower[0], C: C(lower) },
          { to: 0, k: upper[0], C: C(upper) },
        ],
      }),
      isRound: false,
    },
  ],
  ...[['tubes about the needle', rings, INNER] as const, ['tubes about the axis', disc, 0] as const].map(
    ([name, make, from]): [string, Arrangement] => [
      name,
      {
        make,
        layers: ([inner, outer]) => ({
          from,
          layers: [
            { to: BETWEEN, k: inner[0], C: C(inner) },
            { to: OUTER, k: outer[0], C: C(outer) },
          ],
        }),
        isRound: true,
      },
    ],
  ),
];

const steady = {
  id: 'regions-conduction/steady',
  kind: 'layers',
  claim:
    'Two tissues in contact, slabs and tubes, up to 1 : 200, steady: temperatures, and the same flux through every face',
  definition: 'Straight lines, and logarithms about the axis',
  source: DERIVED,
  grids: '0.25 and 0.12 mm',
  unit: '°C',
} as const;

describe.each(pairs)('%s', (_, media) => {
  describe.each(arrangements)('%s', (__, { make, layers, isRound }) => {
    test('the slowest mode decays as it should: second order in the spacing', () => {
      const { decay, at } = slowestMode(layers(media), isRound);
      const time = 0.7 / decay;
      const errors = [1, 2, 4, 8].map((fine) => {
        const { grid, balance, conductances } = make(media, fine);
        const x = isRound ? grid.r : grid.z;
        const mode = Float64Array.from(x, (place, c) => (grid.isTissue[c] === 1 ? at(place) : 0));
        const count = 100 * fine;
        const T = runHeat({
          grid,
          balance,
          conductances,
          start: mode.map((u) => 37 + 40 * u),
          reference: 37,
          boundary: 37,
          surface: 37,
          steps: [{ dt: time / count, count }],
        });
        return Math.max(...T.map((value, c) => Math.abs(value - 37 - 40 * mode[c]! * Math.exp(-0.7))));
      });
      claim(
        {
          id: 'regions-conduction/mode',
          kind: 'layers',
          claim:
            'Decay of the slowest mode of two tissues: slabs, tubes about a needle and about the axis, up to 1 : 200',
          definition:
            '(w k u′)′ + λ w C u = 0 with both ends held, by shooting; a Bessel function where there is one tissue',
          source: DERIVED,
          grids: 'four grids, each of half the cells of the one before',
          unit: '°C',
        },
        { kind: 'order', errors, expected: 2, accepted: [1.9, 2.15], from: 1, below: 0.01 },
      );
    });
  });

  test('slabs, steady: exact to round-off, the same flux through every face, and its temperature on the interface', () => {
    const { grid, balance, conductances } = stack(media, 1);
    const [low, high] = [37, 80];
    const T = solveSteady(grid, conductances, (__, z) => (z < INTERFACE ? low : high));
    const [upper, lower] = media;
    const flux = (high - low) / ((INTERFACE - BOTTOM) / lower[0] - INTERFACE / upper[0]); // [W/m²]
    const between = low + (flux * (INTERFACE - BOTTOM)) / lower[0];
    const area = Math.PI * 1e-3 ** 2;
    const errors: number[] = [];
    grid.z.forEach((z, j) => {
      const exact = between + (flux * (z - INTERFACE)) / (z < INTERFACE ? lower[0] : upper[0]);
      errors.push(T[j]! - exact);
      if (j + 1 === grid.nz) return;
      const passing = conductances.alongZ[j]! * (T[j + 1]! - T[j]!);
      expect(Math.abs(passing / (flux * area) - 1)).toBeLessThan(1e-9);
    });
    claim(steady, { kind: 'round-off', errors, below: 1e-9 });
    const shapes: Shape[] = [{ kind: 'slab', zMax: INTERFACE }];
    const weights = interfaceWeights(
      grid,
      layoutOf(grid, shapes),
      faceGeometry(grid),
      balance.conductivity,
      [],
    )!;
    const { near, far } = weights.alongZ;
    expect(near).toEqual(far);
    const faces = [...near.keys()].filter((c) => !Number.isNaN(near[c]!));
    expect(faces).toHaveLength(1);
    const [c] = faces as [number];
    expect(Math.abs(T[c]! + near[c]! * (T[c + 1]! - T[c]!) - between)).toBeLessThan(1e-9);
    expect(weights.alongR.near.every(Number.isNaN)).toBe(true);
  });

  test('tubes, steady: logarithms to round-off, and the same flux through every shell', () => {
    const { grid, conductances } = rings(media, 1);
    const [inner, outer] = media;
    const resistance =
      (Math.log(BETWEEN / INNER) / inner[0] + Math.log(OUTER / BETWEEN) / outer[0]) / (2 * Math.PI * 1e-3); // [K/W]
    const power = (80 - 37) / resistance;
    const T = solveSteady(grid, conductances, () => 37, 80);
    const errors: number[] = [];
    for (let c = 1; c < grid.size; c++) {
      const r = grid.r[c]!;
      const within = Math.log(Math.min(r, BETWEEN) / INNER) / inner[0];
      const beyond = Math.log(Math.max(r / BETWEEN, 1)) / outer[0];
      errors.push(T[c]! - (80 - (power * (within + beyond)) / (2 * Math.PI * 1e-3)));
      if (c + 1 === grid.size) continue;
      const passing = conductances.alongR[c]! * (T[c]! - T[c + 1]!);
      expect(Math.abs(passing / power - 1)).toBeLessThan(1e-9);
    }
    claim(steady, { kind: 'round-off', errors, below: 1e-9 });
  });
});

test('the mode that is shot for is a Bessel function where there is one tissue', () => {
  const one = { k: 0.5, C: 3.7e6 };
  const { decay, at } = slowestMode(
    {
      from: 0,
      layers: [
        { to: 2e-3, ...one },
        { to: 5e-3, ...one },
      ],
    },
    true,
  );
  expect(Math.abs(decay / ((one.k / one.C) * (J0_ZERO / 5e-3) ** 2) - 1)).toBeLessThan(1e-9);
  for (const r of [0, 1e-3, 2.5e-3, 4.9e-3])
    expect(Math.abs(at(r) - besselJ0((J0_ZERO * r) / 5e-3))).toBeLessThan(1e-9);
});
