// A sphere of other tissue in a uniform field along the axis: uniform inside, a dipole outside,
//   u = −3k₂/(k₁ + 2k₂) z inside,   u = −z + (k₁ − k₂)/(k₁ + 2k₂) R³ z/ρ³ outside,   k₁ in the sphere, k₂ about it.
// Its surface passes through cells: of first order, as faces know one direction only.
import { describe, expect, test } from 'vitest';
import { type AxisymmetricGrid, createAxisymmetricGrid } from '../../src/grid/axisymmetric.js';
import type { Shape } from '../../src/grid/layout.js';
import { gridOf, uniformEdges } from '../support/bench-grids.js';
import { claim, DERIVED } from '../support/claims.js';
import { regionFaces, solveSteady } from '../support/region-bench.js';

const [RADIUS, CENTRE, NEEDLE, FAR] = [2e-3, -6e-3, 0.36e-3, 6e-3]; // [m]
type Sphere = Extract<Shape, { kind: 'sphere' }>;

/** Exact potential for a field of 1 per metre; `contrast` is k₁/k₂. */
function exactly(contrast: number, { z: centre, radius }: Sphere): (r: number, z: number) => number {
  return (r, height) => {
    const z = height - centre;
    const rho = Math.hypot(r, z);
    if (rho < radius) return (-3 / (contrast + 2)) * z;
    return -z + ((contrast - 1) / (contrast + 2)) * radius ** 3 * (z / rho ** 3);
  };
}

/** No needle at all. */
const uniform = (fine: number): AxisymmetricGrid =>
  gridOf(uniformEdges(0, FAR, 20 * fine), uniformEdges(-2 * FAR, 0, 40 * fine), NEEDLE);

interface Outcome {
  /** Root of the mean square over the volume, and largest error, over what the potential falls by in one radius. */
  readonly mean: number;
  readonly worst: number;
  /** Relative error of the field in the sphere. */
  readonly slope: number;
  /** What enters less what leaves, relative to what passes; and Σ G (Δu)² less the power put in. */
  readonly charge: number;
  readonly energy: number;
}

function outcome(grid: AxisymmetricGrid, contrast: number, sphere: Sphere, isWhole: boolean): Outcome {
  const { conductances } = regionFaces(grid, [sphere], [1, contrast], isWhole);
  const exact = exactly(contrast, sphere);
  const u = solveSteady(grid, conductances, exact);
  const { nr, nz, r, z, rEdges, zEdges, volume } = grid;
  let [squares, worst, volumes, net, passing, dissipated, given] = [0, 0, 0, 0, 0, 0, 0];
  for (let c = 0; c < grid.size; c++) {
    const [i, j] = [c % nr, Math.floor(c / nr)];
    const error = u[c]! - exact(r[i]!, z[j]!);
    squares += volume[c]! * error ** 2;
    volumes += volume[c]!;
    worst = Math.max(worst, Math.abs(error));
    for (const [G, place] of [
      [conductances.outerR[c]!, exact(rEdges[nr]!, z[j]!)],
      [conductances.outerZ[c]!, exact(r[i]!, zEdges[j === 0 ? 0 : nz]!)],
    ] as const) {
      const current = G * (place - u[c]!);
      net += current;
      passing += Math.abs(current);
      given += current * place;
      dissipated += G * (place - u[c]!) ** 2;
    }
    dissipated += conductances.alongR[c]! * (c + 1 < grid.size ? u[c + 1]! - u[c]! : 0) ** 2;
    dissipated += conductances.alongZ[c]! * (c + nr < grid.size ? u[c + nr]! - u[c]! : 0) ** 2;
  }
  // On the axis inside, half-way to the surface on either side.
  const at = (height: number): number => {
    const j = z.findIndex((x) => x > height);
    const part = (height - z[j - 1]!) / (z[j]! - z[j - 1]!);
    return u[(j - 1) * nr]! + part * (u[j * nr]! - u[(j - 1) * nr]!);
  };
  const across = at(sphere.z + sphere.radius / 2) - at(sphere.z - sphere.radius / 2);
  return {
    mean: Math.sqrt(squares / volumes) / RADIUS,
    worst: worst / RADIUS,
    slope: across / ((-3 / (contrast + 2)) * sphere.radius) - 1,
    charge: net / passing,
    energy: (given - dissipated) / given,
  };
}

const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

/** Places and sizes of the sphere that differ by parts of a cell. */
const spheres = Array.from({ length: 8 }, (_, n): Sphere => ({
  kind: 'sphere',
  z: CENTRE + 0.031e-3 * n,
  radius: RADIUS + 0.041e-3 * ((3 * n) % 8),
}));

const scatter = (values: readonly number[]): number =>
  Math.sqrt(mean(values.map((x) => (x - mean(values)) ** 2)));

const NAMES = {
  mean: 'potential in the mean',
  worst: 'potential at worst',
  slope: 'field inside',
} as const;

describe.each([0.1, 2, 10])('conductivities %d : 1', (contrast) => {
  const runs = [1, 2, 4].map((fine) => {
    const grid = uniform(fine);
    const of = (isWhole: boolean): Outcome[] =>
      spheres.map((sphere) => outcome(grid, contrast, sphere, isWhole));
    return { cut: of(false), whole: of(true) };
  });

  test('what enters leaves, and the power put in is that dissipated, to round-off', () => {
    const all = runs.flatMap(({ cut }) => cut);
    for (const { energy } of all) expect(Math.abs(energy)).toBeLessThan(1e-11);
    claim(
      {
        id: 'regions-sphere/balance',
        kind: 'conservation',
        claim: 'In cut cells what enters leaves, and the power put in is that dissipated',
        definition: 'Fluxes through the outer boundary, and Σ G (Δu)²',
        source: 'the definition',
        grids: '0.3, 0.15 and 0.075 mm, 8 spheres',
        unit: '%',
      },
      { kind: 'round-off', errors: all.map(({ charge }) => charge), below: 1e-10 },
    );
  });

  test('first order: in the mean, at worst and in the field inside', () => {
    for (const [key, within] of [
      ['mean', 0.12],
      ['worst', 0.25],
      ['slope', 0.12],
    ] as const) {
      const errors = runs.map(({ cut }) => mean(cut.map((one) => Math.abs(one[key]))));
      claim(
        {
          id: `regions-sphere/${key}`,
          kind: 'layers',
          claim: `A sphere of other tissue in a uniform field, conductivities 0.1, 2 and 10 : 1; ${NAMES[key]}`,
          definition:
            'Uniform inside, a dipole outside; the mean of eight spheres that the lines cut differently',
          source: DERIVED,
          grids: '0.3, 0.15 and 0.075 mm',
          unit: '%',
        },
        {
          kind: 'order',
          errors,
          expected: 1,
          accepted: [1 - within, 1 + within],
          isWhole: true,
          below: key === 'worst' ? 0.03 : 0.02,
        },
      );
    }
    const finest = runs[2]!.cut;
    expect(mean(finest.map((one) => one.mean))).toBeLessThan(1.2e-3);
    expect(Math.max(...finest.map((one) => Math.abs(one.slope)))).toBeLessThan(0.015);
  });

  test('better than whole cells: less at worst, and it depends less on where the lines pass', () => {
    for (const { cut, whole } of runs) {
      const worst = [cut, whole].map((all) => mean(all.map((one) => one.worst)));
      expect(worst[0]! / worst[1]!).toBeLessThan(0.75);
    }
    const spread = (all: Outcome[]): number => scatter(all.map((one) => one.slope));
    const ratios = runs.map(({ cut, whole }) => spread(cut) / spread(whole));
    expect(mean(ratios), ratios.join(' ')).toBeLessThan(0.45);
  });
});

describe('a cell that the surface passes', () => {
  const [inside, outside] = [3, 0.5];
  const shape: Sphere = { kind: 'sphere', z: 0.85e-3, radius: 0.9e-3 };
  const grid = createAxisymmetricGrid({
    profile: { end: 'flat', radius: NEEDLE },
    tipLength: 3e-3,
    domain: { radius: 5e-3, below: 5e-3, above: 8e-3 },
    spacing: 0.15e-3,
    growthRatio: 1.3,
  });
  const { nr, nz, r, z, rEdges, zEdges, isTissue } = grid;
  const { layout, conductances } = regionFaces(grid, [shape], [outside, inside]);
  const k = (atR: number, atZ: number): number =>
    Math.hypot(atR, atZ - shape.z) < shape.radius ? inside : outside;
  const POINTS = 200;
  const mean = (of: (part: number) => number): number => {
    let sum = 0;
    for (let n = 0; n < POINTS; n++) sum += of((n + 0.5) / POINTS) / POINTS;
    return sum;
  };
  /** Conductance of the part of cell (i, j) between two radii, or between two heights: strips side by side. */
  const acrossR = (j: number, from: number, to: number): number => {
    const [z0, z1] = [zEdges[j]!, zEdges[j + 1]!];
    const strip = (height: number): number => 1 / mean((part) => 1 / k(from * (to / from) ** part, height));
    return (2 * Math.PI * (z1 - z0) * mean((part) => strip(z0 + part * (z1 - z0)))) / Math.log(to / from);
  };
  const acrossZ = (i: number, from: number, to: number): number => {
    const [s0, s1] = [rEdges[i]! ** 2, rEdges[i + 1]! ** 2];
    const strip = (radius: number): number => 1 / mean((part) => 1 / k(radius, from + part * (to - from)));
    return (Math.PI * (s1 - s0) * mean((part) => strip(Math.sqrt(s0 + part * (s1 - s0))))) / (to - from);
  };
  const series = (a: number, b: number): number => 1 / (1 / a + 1 / b);

  test('conducts to the needle and to its neighbours as its strips do', () => {
    const seen = { wallR: 0, wallZ: 0, alongR: 0, alongZ: 0 };
    const check = (key: keyof typeof seen, c: number, expected: number): void => {
      expect(Math.abs(conductances[key][c]! / expected - 1), `${key} of ${c}`).toBeLessThan(0.03);
      seen[key] += 1;
    };
    for (const c of layout.cut.keys()) {
      const [i, j] = [c % nr, Math.floor(c / nr)];
      if (isTissue[c] === 0) continue;
      const isBeside = i > 0 && isTissue[c - 1] === 0;
      if (isBeside) check('wallR', c, acrossR(j, NEEDLE, r[i]!));
      if (j + 1 < nz && isTissue[c + nr] === 0) check('wallZ', c, acrossZ(i, z[j]!, 0));
      else
        check('alongZ', c, series(acrossZ(i, z[j]!, zEdges[j + 1]!), acrossZ(i, zEdges[j + 1]!, z[j + 1]!)));
      // Below the needle the faces are those of a field that is smooth on the axis.
      if (rEdges[i + 1]! > NEEDLE + 1e-9) {
        const face = rEdges[i + 1]!;
        check('alongR', c, series(acrossR(j, r[i]!, face), acrossR(j, face, r[i + 1]!)));
      }
    }
    for (const [key, count] of Object.entries(seen)) expect(count, key).toBeGreaterThan(0);
  });
});
