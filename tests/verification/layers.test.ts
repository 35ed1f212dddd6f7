// Two materials in contact. Steady: two layers between held faces. Transient: two half-spaces, whose interface stays at
//   T_i = (e₁ T₁ + e₂ T₂)/(e₁ + e₂),  e = √(k ρ c),  and T = T_i + (T_m − T_i) erf(|x|/√(4 α t)) on either side.
import { erf } from 'mathjs';
import { describe, test } from 'vitest';
import type { AxisymmetricGrid } from '../../src/grid/axisymmetric.js';
import { type FaceConductances, faceConductances } from '../../src/numerics/face-conductance.js';
import type { HeatBalance } from '../../src/physics/bioheat.js';
import { gridOf, uniformEdges } from '../support/bench-grids.js';
import { claim, DERIVED } from '../support/claims.js';
import { balanceOf, runHeat, startingSteps } from '../support/heat-run.js';

const HEAT_PER_VOLUME = 3.7e6; // [J/(m³·K)]
const K_BELOW = 0.4; // [W/(m·K)]
const K_ABOVE = 80; // 1 : 200

interface Stack {
  readonly grid: AxisymmetricGrid;
  readonly balance: HeatBalance;
  readonly conductances: FaceConductances;
}

/** A stack of n cells from −length to 0, one column, insulated sides; the material changes at `interfaceAt`. */
function stack(n: number, length: number, interfaceAt: number): Stack {
  const grid = gridOf(Float64Array.from([0, 1e-3]), uniformEdges(-length, 0, n), 1e-3);
  const conductivity = grid.z.map((z) => (z < interfaceAt ? K_BELOW : K_ABOVE));
  const balance = balanceOf(grid, { conductivity, heatPerVolume: HEAT_PER_VOLUME });
  const conductances = faceConductances(grid, conductivity);
  conductances.outerR.fill(0);
  // The top face is held like a needle's end.
  const top = grid.size - 1;
  conductances.wallZ[top] = conductances.outerZ[top]!;
  conductances.outerZ[top] = 0;
  return { grid, balance, conductances };
}

describe('two layers, conductivities 1 : 200', () => {
  test('steady state is exact to round-off: flux is continuous across the jump', () => {
    const [length, interfaceAt] = [2e-3, -1e-3];
    const { grid, balance, conductances } = stack(16, length, interfaceAt);
    const T = runHeat({
      grid,
      balance,
      conductances,
      start: new Float64Array(grid.size).fill(37),
      reference: 37,
      boundary: 37,
      surface: 80,
      // Long steps for the slow modes, short ones for the fast ones, which Peaceman–Rachford hardly damps.
      steps: [
        { dt: 1, count: 100 },
        { dt: 0.02, count: 3000 },
      ],
    });
    const flux = (80 - 37) / ((length + interfaceAt) / K_BELOW + -interfaceAt / K_ABOVE);
    const errors = Array.from(grid.z, (z, j) => {
      const below = (flux * (Math.min(z, interfaceAt) + length)) / K_BELOW;
      const above = (flux * Math.max(z - interfaceAt, 0)) / K_ABOVE;
      return T[j]! - (37 + below + above);
    });
    claim(
      {
        id: 'layers/steady',
        kind: 'layers',
        claim: 'Two layers in contact, conductivities 1 : 200, steady',
        definition: 'Straight lines with one flux',
        source: DERIVED,
        grids: '16 cells',
        unit: '°C',
      },
      { kind: 'round-off', errors, below: 1e-10 },
    );
  });

  test('transient of two half-spaces: second order in the spacing', () => {
    const [cold, hot, time] = [37, 80, 4];
    const eBelow = Math.sqrt(K_BELOW * HEAT_PER_VOLUME);
    const eAbove = Math.sqrt(K_ABOVE * HEAT_PER_VOLUME);
    const contact = (eBelow * cold + eAbove * hot) / (eBelow + eAbove);
    const errors = [1, 2, 4].map((fine) => {
      const { grid, balance, conductances } = stack(500 * fine, 125e-3, -120e-3);
      conductances.outerZ.fill(0);
      conductances.wallZ.fill(0);
      const T = runHeat({
        grid,
        balance,
        conductances,
        start: grid.z.map((z) => (z < -120e-3 ? cold : hot)),
        reference: 37,
        boundary: 37,
        surface: 80,
        steps: startingSteps(time, 1e-4 / fine ** 2, 0.01 / fine),
      });
      let worst = 0;
      grid.z.forEach((z, j) => {
        const x = z + 120e-3;
        const [k, T0] = x < 0 ? [K_BELOW, cold] : [K_ABOVE, hot];
        const exact =
          contact + (T0 - contact) * erf(Math.abs(x) / Math.sqrt((4 * k * time) / HEAT_PER_VOLUME));
        if (x > -4e-3 && x < 30e-3) worst = Math.max(worst, Math.abs(T[j]! - exact));
      });
      return worst;
    });
    claim(
      {
        id: 'layers/transient',
        kind: 'layers',
        claim: 'Two half-spaces in contact, conductivities 1 : 200, after 4 s',
        definition: 'Contact at (e₁T₁ + e₂T₂)/(e₁ + e₂), e = √(kρc), and erf on either side',
        source: DERIVED,
        grids: '0.25, 0.125 and 0.0625 mm',
        unit: '°C',
      },
      { kind: 'order', errors, expected: 2, accepted: [1.9, 2.1], below: 0.02 },
    );
  });
});
