// Field and heat together, σ = σ₀ (1 + b θ), θ = T − T_a. Two exact solutions:
// Kohlrausch: where every face is held at T_a and a potential, or insulated, the steady temperature is a function of the potential
// alone. About a tip at U that takes up no heat, whatever its shape,
//   ∫ dθ/σ = (U V − V²/2)/k,   so   ln(1 + b θ) = (σ₀ b/k)(U V − V²/2),
// and as F = ∫ σ dV is harmonic, current grows by ∫ (σ/σ₀) dV/U.
// Manufactured: about a long cylinder θ = A(t) sin(p x), x = ln(r/a), p = π/ln(b/a), both ends at T_a. Then the current is
//   I/(2πL) = C = U/∫ dx/σ,   its heat C²/(σ r²),   and the rest of the source   ρc A′ sin(p x) + k A p² sin(p x)/r² − C²/(σ r²).
import { describe, expect, test } from 'vitest';
import type { Problem } from '../../src/index.js';
import { conductancesOf, faceGeometry } from '../../src/numerics/face-conductance.js';
import { makeElectricField } from '../../src/physics/electric-field.js';
import { tissueLaw } from '../../src/physics/tissue-law.js';
import { simulate } from '../../src/simulate.js';
import { gridOf, uniformEdges } from '../support/bench-grids.js';
import { claim, DERIVED } from '../support/claims.js';
import { balanceOf, runChangingHeat } from '../support/heat-run.js';
import { feProblem } from '../support/problems.js';

const [BODY, SIGMA, SLOPE] = [37, 0.45, 0.02];
const conductivity = { kind: 'linear', value: SIGMA, coefficient: SLOPE, reference: BODY } as const;

/** Mean of a function from 0 to 1, by midpoints. */
function mean(of: (part: number) => number): number {
  const points = 2000;
  let sum = 0;
  for (let n = 0; n < points; n++) sum += of((n + 0.5) / points);
  return sum / points;
}

describe('Kohlrausch: a tip that takes up no heat, in a whole run', () => {
  // Tissue that conducts ten times better than real one, so that the needle, the worst conductor allowed, hardly matters.
  const [K, U] = [5, 22];
  const problem: Problem = {
    ...feProblem,
    electrode: {
      ...feProblem.electrode,
      tipLength: 3e-3,
      body: { kind: 'solid', material: { thermalConductivity: 0.01, density: 500, specificHeat: 500 } },
    },
    tissue: { ...feProblem.tissue, thermalConductivity: K, electricalConductivity: conductivity },
    heating: { kind: 'voltage', voltage: U, duration: 100 }, // twenty time constants
    coolDown: 0,
    domain: { radius: 5e-3, below: 5e-3, above: 8e-3, electrical: 'grounded' },
  };
  /** σ/σ₀ where the potential is V. */
  const warmed = (V: number): number => Math.exp(((SIGMA * SLOPE) / K) * (U * V - V ** 2 / 2));
  const runs = [1, 2, 4].map((fine) =>
    simulate(problem, {
      resolution: { spacing: 0.2e-3 / fine, growthRatio: 1.3 ** (1 / fine), timeStep: 0.2 / fine },
    }),
  );
  const statement = {
    kind: 'fields',
    definition:
      'Steady ∇·(k ∇T) + σ(T)|∇V|² = 0 and ∇·(σ(T) ∇V) = 0, outer boundary grounded and at 37 °C, tip insulated against heat: T is a function of V (Kohlrausch), σ +2 %/K, 22 V',
    source: DERIVED,
    grids: 'needle of 0.71 mm, bare for 3 mm; spacing 0.2, 0.1 and 0.05 mm; through `simulate`',
    unit: '%',
  } as const;

  test('the highest temperature', () => {
    const rise = (warmed(U) - 1) / SLOPE;
    expect(rise).toBeGreaterThan(25);
    const errors = runs.map(({ temperature, grid }) => {
      const tissue = temperature.data.filter((_, c) => grid.isTissue[c] === 1);
      return Math.abs((Math.max(...tissue) - BODY) / rise - 1);
    });
    claim(
      {
        ...statement,
        id: 'coupled-exact/highest',
        claim: 'Highest rise about a real tip whose field and heat depend on each other, steady',
      },
      { kind: 'order', errors, expected: 2, accepted: [1.85, 2.15], below: 1e-3 },
    );
  });

  test('the impedance falls as it should', () => {
    const { impedance } = runs[2]!.history;
    claim(
      {
        ...statement,
        id: 'coupled-exact/impedance',
        claim: 'Impedance of the heated tissue over that of the cold one, steady',
      },
      {
        kind: 'value',
        exact: 1 / mean((part) => warmed(part * U)),
        ours: impedance!.at(-1)! / impedance![0]!,
        below: 2e-4,
      },
    );
  });
});

describe('manufactured, about a long cylinder', () => {
  const [K, HEAT_PER_VOLUME, RADIUS, FAR, LENGTH, U] = [0.49, 1090 * 3421, 0.4e-3, 4e-3, 1e-3, 12];
  const [RISE, DECAY] = [40, 0.1];
  const span = Math.log(FAR / RADIUS);
  const p = Math.PI / span;
  const rise = (t: number): number => RISE * (1 - 0.6 * Math.exp(-DECAY * t));
  const conductivityAt = (t: number, x: number): number => SIGMA * (1 + SLOPE * rise(t) * Math.sin(p * x));

  /** One row of n cells, equal in ln r. */
  function solve(n: number, time: number, count: number): { T: Float64Array; exact: Float64Array } {
    const outside = Array.from({ length: n + 1 }, (_, k) => RADIUS * Math.exp((span * k) / n));
    const rEdges = Float64Array.from([0, ...outside]);
    const row = gridOf(rEdges, uniformEdges(LENGTH, 2 * LENGTH, 1), RADIUS);
    const grid = { ...row, tipLength: 1 }; // neither end of the tip is near
    const x = grid.r.map((r) => Math.log(r / RADIUS));
    const closed = (geometry: ReturnType<typeof faceGeometry>): typeof geometry => ({
      ...geometry,
      outerZ: geometry.outerZ.map(() => Infinity),
    });
    const geometry = closed(faceGeometry(grid));
    const contact = { beside: new Float64Array(grid.nz), end: new Float64Array(grid.nr) };
    const field = makeElectricField(grid, 'grounded', contact, closed);
    const room = (): Float64Array => new Float64Array(grid.size);
    const [sigma, phi, heat] = [room(), room(), room()];
    const law = tissueLaw(conductivity);
    const power = (T: Float64Array, t: number): Float64Array => {
      law.fill(T, sigma);
      sigma[0] = 0; // the needle
      field.solve(sigma, phi, heat, 1e-13);
      const current = U / (span * mean((part) => 1 / conductivityAt(t, part * span)));
      return heat.map((Q, c) => {
        if (c === 0) return 0;
        const wave = Math.sin(p * x[c]!);
        const change = HEAT_PER_VOLUME * 0.6 * RISE * DECAY * Math.exp(-DECAY * t) * wave;
        const squared = grid.r[c]! ** 2;
        const rest = (K * rise(t) * p ** 2 * wave - current ** 2 / conductivityAt(t, x[c]!)) / squared;
        return U ** 2 * Q + (change + rest) * grid.volume[c]!;
      });
    };
    const at = (t: number): Float64Array =>
      x.map((place, c) => BODY + (c === 0 ? 0 : rise(t) * Math.sin(p * place)));
    const balance = balanceOf(grid, { conductivity: K, heatPerVolume: HEAT_PER_VOLUME, density: 1090 });
    const T = runChangingHeat({
      grid,
      geometry,
      balance,
      conductances: conductancesOf(grid, geometry, balance.conductivity),
      thermalConductivity: tissueLaw(K),
      specificHeat: tissueLaw(3421),
      start: at(0),
      reference: BODY,
      boundary: BODY,
      surface: BODY,
      power,
      steps: [{ dt: time / count, count }],
    });
    return { T, exact: at(time) };
  }

  const distance = (a: Float64Array, b: Float64Array): number =>
    a.reduce((worst, value, c) => (c === 0 ? worst : Math.max(worst, Math.abs(value - b[c]!))), 0);
  const statement = {
    definition:
      'ρc ∂T/∂t = ∇·(k ∇T) + σ(T)|∇V|² + Q, ∇·(σ(T) ∇V) = 0 about a long cylinder at 12 V, σ +2 %/K, Q made for it; field, Joule heat and heat step of the library, temperature carried on to the middle of the step',
    source: DERIVED,
    unit: '°C',
  };

  test('second order in space', () => {
    const errors = [16, 32, 64, 128].map((n) => {
      const { T, exact } = solve(n, 10, 800);
      return distance(T, exact);
    });
    claim(
      {
        ...statement,
        id: 'coupled-exact/space',
        kind: 'fields',
        claim: 'Manufactured solution of field and heat together: order in space',
        grids: '16, 32, 64 and 128 cells from 0.4 to 4 mm, 800 steps',
      },
      { kind: 'order', errors, expected: 2, accepted: [1.9, 2.1], from: 1, below: 0.005 },
    );
  });

  test('second order in time', () => {
    const fine = solve(32, 10, 1280).T;
    const errors = [10, 20, 40, 80].map((count) => distance(solve(32, 10, count).T, fine));
    claim(
      {
        ...statement,
        id: 'coupled-exact/time',
        kind: 'time',
        claim: 'Manufactured solution of field and heat together: order in time',
        grids: '32 cells, 10 to 80 steps against 1280',
      },
      { kind: 'order', errors, expected: 2, accepted: [1.9, 2.1], from: 1, below: 2.5e-4 },
    );
  });
});
