// The rounded end: half a sphere whose surface jumps to 80 °C, above it a plane of symmetry. Exact transient and
// steady temperatures; steady without perfusion T = T_a + (T_s − T_a) a/r. With perfusion, b = √(β/α):
//   T = T_a + (T_s − T_a) (a/2r) [e^(−b(r − a)) erfc(x − √(βt)) + e^(b(r − a)) erfc(x + √(βt))],   x = (r − a)/√(4αt)
import { describe, expect, test } from 'vitest';
import { type AxisymmetricGrid, createAxisymmetricGrid } from '../../src/grid/axisymmetric.js';
import { volumeBelow } from '../../src/grid/needle-profile.js';
import { type FaceConductances, faceConductances } from '../../src/numerics/face-conductance.js';
import type { HeatBalance } from '../../src/physics/bioheat.js';
import { claim, DERIVED } from '../support/claims.js';
import { balanceOf, runHeat, startingSteps } from '../support/heat-run.js';
import { solveSteady } from '../support/region-bench.js';
import { complementaryErrorFunction as erfc } from '../support/special-functions.js';
import { makeSampler } from '../../src/metrics/sample.js';
import { heldSurface } from '../../src/metrics/surface-field.js';
import exact from './sphere-exact.json';

const { radius, surface, start, thermalConductivity, density, specificHeat, perfusionRate, blood } =
  exact.definition;

interface Bench {
  readonly grid: AxisymmetricGrid;
  readonly balance: HeatBalance;
  readonly conductances: FaceConductances;
}

function bench(spacing: number, growthRatio: number, perfusion: number): Bench {
  const grid = createAxisymmetricGrid({
    profile: { end: 'hemisphere', radius },
    tipLength: 2 * radius,
    domain: { radius: 40e-3, below: 40e-3, above: 3 * radius },
    spacing,
    growthRatio,
  });
  const balance = balanceOf(grid, {
    conductivity: thermalConductivity,
    heatPerVolume: density * specificHeat,
    perfusion,
  });
  const conductances = faceConductances(grid, balance.conductivity);
  const equator = grid.zEdges.findIndex((z) => Math.abs(z - radius) < 1e-12);
  conductances.alongZ.fill(0, (equator - 1) * grid.nr, equator * grid.nr);
  return { grid, balance, conductances };
}

type Steps = readonly { readonly dt: number; readonly count: number }[];

function advance({ grid, balance, conductances }: Bench, from: Float64Array, steps: Steps): Float64Array {
  const held = { reference: start, boundary: start, surface };
  return runHeat({ grid, balance, conductances, start: from, ...held, steps });
}

/** Errors below the sphere, on the axis and at 45°. */
function errorsOf(grid: AxisymmetricGrid, T: Float64Array, expected: Record<string, number>): number[] {
  const at = makeSampler(grid, T, heldSurface(grid, surface));
  return Object.entries(expected).flatMap(([mm, value]) => {
    const distance = Number(mm) * 1e-3;
    const diagonal = distance / Math.SQRT2;
    return [
      at({ r: 0, z: radius - distance }) - value,
      at({ r: diagonal, z: radius - diagonal }) - value,
    ].map(Math.abs);
  });
}

/** Rise at a distance from the centre, steady where the time is infinite; β is what perfusion takes [1/s]. */
function rise(distance: number, time: number, beta: number): number {
  const alpha = thermalConductivity / (density * specificHeat);
  const root = Math.sqrt(beta / alpha);
  const gap = distance - radius;
  const part = (sign: 1 | -1): number => {
    if (time === Infinity) return sign < 0 ? Math.exp(-gap * root) : 0;
    const x = gap / Math.sqrt(4 * alpha * time) + sign * Math.sqrt(beta * time);
    return (Math.exp(sign * gap * root) * (x < 0 ? 2 - erfc(-x) : erfc(x))) / 2;
  };
  return ((surface - start) * radius * (part(1) + part(-1))) / distance;
}

const PERFUSION = perfusionRate * blood.density * blood.specificHeat;
const CASES = [
  ['no_perfusion', 0],
  ['perfusion', PERFUSION],
] as const;
const TIMES = [10, 30, 60, 90, 300] as const;
const SOURCE =
  'a reference made independently, `tests/verification/sphere-exact.json`; the closed form of erfc in the file is the same to 1e-9 °C';

describe.each(CASES)('%s', (name, perfusion) => {
  const expected = exact.cases[name];

  test('the reference is the closed form', () => {
    for (const [time, places] of Object.entries(expected)) {
      for (const [mm, T] of Object.entries(places)) {
        const t = time === 'steady' ? Infinity : Number(time);
        const own = start + rise(Number(mm) * 1e-3, t, perfusion / (density * specificHeat));
        expect(Math.abs(own - T), `${time} s, ${mm} mm`).toBeLessThan(1e-9);
      }
    }
  });

  test('transient about half a sphere: second order in the spacing', () => {
    const errors = [1, 2, 4].map((fine) => {
      const made = bench(0.1e-3 / fine, 1.2 ** (1 / fine), perfusion);
      const cold = new Float64Array(made.grid.size).fill(start);
      return Math.max(
        ...errorsOf(made.grid, advance(made, cold, startingSteps(10, 1e-3, 0.05)), expected['10']),
      );
    });
    claim(
      {
        id: 'sphere/transient',
        kind: 'exact solutions',
        claim: 'Rounded end, half a sphere whose surface jumps to 80 °C: order in space after 10 s',
        definition: 'ρc ∂T/∂t = k ΔT − ω ρ_b c_b (T − T_a) outside a sphere, with and without perfusion',
        source: SOURCE,
        grids:
          'spacing 0.1, 0.05 and 0.025 mm; the cells that the sphere cuts change, so the order is over both halvings',
        unit: '°C',
      },
      { kind: 'order', errors, expected: 2, accepted: [1.7], isWhole: true, below: 0.008 },
    );
  });

  test('every time and place of the reference', () => {
    const made = bench(0.05e-3, 1.1, perfusion);
    let T = new Float64Array(made.grid.size).fill(start);
    let time = 0;
    const errors = TIMES.flatMap((next) => {
      const count = Math.round((next - time) / 0.05);
      T = advance(
        made,
        T,
        time === 0 ? startingSteps(next, 1e-3, 0.05) : [{ dt: (next - time) / count, count }],
      ) as typeof T;
      time = next;
      return errorsOf(made.grid, T, expected[`${next}`]);
    });
    const { grid, conductances } = made;
    const far = (r: number, z: number): number =>
      rise(Math.hypot(r, z - radius), Infinity, perfusion / (density * specificHeat));
    const steady = solveSteady(grid, conductances, far, surface - start, perfusion);
    const last = errorsOf(
      grid,
      steady.map((u) => start + u),
      expected.steady,
    );
    claim(
      {
        id: 'sphere/reference',
        kind: 'exact solutions',
        claim:
          'Rounded end, half a sphere at 80 °C: temperatures from 10 to 300 s and steady, 1 to 5 mm away',
        definition: 'The same; steady from the faces alone, exact values on the outer boundary',
        source: SOURCE,
        grids: 'spacing 0.05 mm, growth 1.1; on the axis and at 45°',
        unit: '°C',
      },
      { kind: 'worst', errors: [...errors, ...last], below: 0.03 },
    );
  });
});

test('the cells hold exactly the tissue about the needle', () => {
  const domain = { radius: 5e-3, below: 4e-3, above: 7e-3 };
  for (const end of ['flat', 'hemisphere'] as const) {
    const profile = { end, radius };
    const grid = createAxisymmetricGrid({
      profile,
      tipLength: 3e-3,
      domain,
      spacing: 0.13e-3,
      growthRatio: 1.15,
    });
    const cylinder = Math.PI * domain.radius ** 2 * (domain.below + domain.above);
    const tissue = cylinder - volumeBelow(profile, domain.above);
    claim(
      {
        id: 'sphere/volume',
        kind: 'measuring',
        claim: 'The cells hold the tissue about a flat and a rounded end, no more and no less',
        definition: 'Σ V of the cells against cylinder less needle',
        source: DERIVED,
        unit: '%',
      },
      {
        kind: 'round-off',
        errors: [grid.volume.reduce((sum, V) => sum + V, 0) / tissue - 1],
        below: 1e-13,
      },
    );
    expect(Math.min(...grid.volume)).toBeGreaterThanOrEqual(0);
  }
});
