// Blood that flows: a film on its wall, k ∂T/∂r = h (T_a − T). About a long held tip in perfused tissue, steady, half-way up the tip:
//   (r k T′)′ = r ω ρ_b c_b (T − T_a),   T = T_s on the needle,   −k T′ = h (T − T_a) on the wall of the vessel.
import { describe, expect, test } from 'vitest';
import {
  cannula,
  estimateLesion,
  type LesionRun,
  lesionContour,
  measureLesion,
  type Problem,
  simulate,
  type Tissue,
} from '../../src/index.js';
import { type AxisymmetricGrid, createAxisymmetricGrid } from '../../src/grid/axisymmetric.js';
import { fittedEdges } from '../../src/grid/grading.js';
import { layoutOf, linesOf, type Shape } from '../../src/grid/layout.js';
import { conductancesOf, faceGeometry } from '../../src/numerics/face-conductance.js';
import { flowCells, vesselFaces, vesselLinks, withoutFlow } from '../../src/physics/vessel.js';
import { heldSurface } from '../../src/metrics/surface-field.js';
import { makeFieldLines } from '../../src/metrics/field-lines.js';
import { gridOf, uniformEdges } from '../support/bench-grids.js';
import { claim, DERIVED } from '../support/claims.js';
import { solveSteady } from '../support/region-bench.js';
import { observedOrders } from '../support/observed-order.js';

const [K, PERFUSION_RATE, BLOOD] = [0.49, 0.02, { density: 1050, specificHeat: 3617 }];
const [RADIUS, TIP, WALL, SURFACE, BODY] = [0.36e-3, 30e-3, 2e-3, 80, 37];

const tissue: Tissue = {
  thermalConductivity: K,
  density: 1090,
  specificHeat: 3421,
  electricalConductivity: 0.45,
  perfusionRate: PERFUSION_RATE,
  perfusionResponse: { kind: 'constant' },
};
const blood: Tissue = { ...tissue, perfusionRate: 0, electricalConductivity: 0.7 };

/** A tube of blood about a long needle. */
const cooledTube = (coefficient: number): Problem => ({
  electrode: { ...cannula({ gauge: 22, tipLength: TIP }), radius: RADIUS },
  tissue,
  regions: [{ where: { kind: 'tube', rMin: WALL, rMax: 4e-3 }, tissue: blood, flow: { coefficient } }],
  blood: BLOOD,
  heating: { kind: 'tip-temperature', target: SURFACE, duration: 200, ramp: 0 },
  coolDown: 0,
  domain: { radius: 8e-3, below: 8e-3, above: TIP + 8e-3 },
});

/** The steady temperature between needle and vessel, from the vessel's wall inwards by Runge and Kutta [°C]. */
function exactly(coefficient: number): (r: number) => number {
  const P = PERFUSION_RATE * BLOOD.density * BLOOD.specificHeat;
  const slope = (r: number, u: number, f: number): [number, number] => [f / (r * K), r * P * u]; // f = r k u′
  const march = (to: number): number => {
    const steps = 2000;
    const dr = (to - WALL) / steps;
    let [u, f] = [1, -WALL * coefficient];
    for (let n = 0; n < steps; n++) {
      const r = WALL + n * dr;
      const k1 = slope(r, u, f);
      const k2 = slope(r + dr / 2, u + (dr / 2) * k1[0], f + (dr / 2) * k1[1]);
      const k3 = slope(r + dr / 2, u + (dr / 2) * k2[0], f + (dr / 2) * k2[1]);
      const k4 = slope(r + dr, u + dr * k3[0], f + dr * k3[1]);
      u += (dr / 6) * (k1[0] + 2 * k2[0] + 2 * k3[0] + k4[0]);
      f += (dr / 6) * (k1[1] + 2 * k2[1] + 2 * k3[1] + k4[1]);
    }
    return u;
  };
  const onNeedle = march(RADIUS);
  return (r) => BODY + ((SURFACE - BODY) * march(r)) / onNeedle;
}

/** Row of cells half-way up the tip. */
const middleRow = ({ grid }: LesionRun): number => grid.z.findIndex((z) => z > TIP / 2);

describe.each([200, 2000, 20_000])('a cooled tube about a long held tip, %d W/(m²·K)', (coefficient) => {
  const exact = exactly(coefficient);
  const runs = [1, 2, 4].map((fine) =>
    simulate(cooledTube(coefficient), {
      resolution: { spacing: 0.16e-3 / fine, growthRatio: 1.3 ** (1 / fine), timeStep: 1 },
    }),
  );

  test('steady temperature: second order in the spacing', () => {
    const errors = runs.map((run) => {
      const { nr, r, isTissue } = run.grid;
      const j = middleRow(run);
      const each = Array.from(r, (at, i) => {
        const c = j * nr + i;
        return isTissue[c] === 1 && at < WALL ? Math.abs(run.temperature.data[c]! - exact(at)) : 0;
      });
      return Math.max(...each);
    });
    claim(
      {
        id: 'regions-flow/steady',
        kind: 'layers',
        claim:
          'Perfused tissue between a long held tip and a vessel with a film of 200 to 20 000 W/(m²·K) (Robin), steady',
        definition: '(r k T′)′ = r ω ρ_b c_b (T − T_a), −k T′ = h (T − T_a) on the wall, by Runge and Kutta',
        source: DERIVED,
        grids: '0.16, 0.08 and 0.04 mm; through `simulate`',
        unit: '°C',
      },
      { kind: 'order', errors, expected: 2, accepted: [1.85, 2.25], below: 0.02 },
    );
  });

  test('temperature of the wall, as the lines that are measured have it', () => {
    const errors = runs.map((run) => {
      const { grid, interfaces } = run;
      const j = middleRow(run);
      const lines = makeFieldLines(grid, interfaces)(run.temperature.data, heldSurface(grid, SURFACE));
      const { kinks, values } = lines.rows[j]!;
      const { k, near, far } = kinks[0]!;
      expect(far).toBe(1); // blood
      return Math.abs(values[k]! + near * (values[k + 1]! - values[k]!) - exact(WALL));
    });
    expect(errors[2]).toBeLessThan(0.02);
    const [order] = observedOrders([errors[0]!, errors[2]!], 4);
    expect(order, errors.join(' ')).toBeGreaterThan(1.7);
  });

  test('heat is in balance, the vessel carrying away what passes its wall', () => {
    for (const run of runs) {
      const { residual, perfusion, delivered } = run.energyAudit;
      claim(
        {
          id: 'regions-flow/heat',
          kind: 'conservation',
          claim: 'Heat is in balance with a vessel that carries heat away',
          definition: 'Delivered less stored, blood and boundary, relative to the largest term',
          source: 'the definition',
          unit: '%',
        },
        { kind: 'round-off', errors: [residual], below: 1e-11 },
      );
      expect(perfusion).toBeGreaterThan(0.5 * delivered);
    }
  });
});

describe('the wall of a vessel', () => {
  const film = 700; // [W/(m²·K)]
  const wallsOf = (grid: AxisymmetricGrid, where: Shape) => {
    const layout = layoutOf(grid, [where]);
    const flows = [null, film];
    const flowing = flowCells(grid, layout, flows)!;
    const geometry = faceGeometry(grid);
    const faces = vesselFaces(grid, layout, flows, flowing, geometry);
    return { flowing, geometry, faces };
  };

  test('has the area of its surface', () => {
    const [far, depth] = [10e-3, 12e-3];
    const about = (where: Shape): number => {
      const grid = createAxisymmetricGrid({
        profile: { end: 'flat', radius: RADIUS },
        tipLength: 5e-3,
        domain: { radius: far, below: depth, above: 15e-3 },
        spacing: 0.15e-3,
        growthRatio: 1.3,
        lines: linesOf([where]),
      });
      return wallsOf(grid, where).faces.reduce((sum, one) => sum + 1 / one.film, 0) / film;
    };
    const [inner, outer, low, high] = [1.2e-3, 3e-3, -2e-3, 4e-3];
    const disc = (r: number): number => Math.PI * r ** 2;
    const shell = (r: number, length: number): number => 2 * Math.PI * r * length;
    const cases: [Shape, number][] = [
      [{ kind: 'slab', zMax: -1e-3 }, disc(far)],
      [{ kind: 'slab', zMin: -3e-3, zMax: -1e-3 }, 2 * disc(far)],
      [{ kind: 'tube', rMin: inner }, shell(inner, depth + 15e-3)],
      [
        { kind: 'tube', rMin: inner, rMax: outer, zMin: low, zMax: high },
        shell(inner + outer, high - low) + 2 * (disc(outer) - disc(inner)),
      ],
      [{ kind: 'tube', rMax: inner, zMax: low }, shell(inner, depth + low) + disc(inner)],
    ];
    claim(
      {
        id: 'regions-flow/area',
        kind: 'layers',
        claim: 'Area of the wall of vessels',
        definition: 'Discs and shells',
        source: DERIVED,
        grids: '0.15 mm',
        unit: '%',
      },
      { kind: 'round-off', errors: cases.map(([where, area]) => about(where) / area - 1), below: 1e-11 },
    );
  });

  test('lets pass the same through every ring of a slab: straight lines, exact', () => {
    const [wall, top] = [-3e-3, 80];
    const edges = fittedEdges(5e-3, 0.2e-3, 1.2, 2, [-wall]).map((z) => -z);
    const grid = gridOf(uniformEdges(0, 2e-3, 5), Float64Array.from(edges.toReversed()), 2e-3);
    const { flowing, geometry, faces } = wallsOf(grid, { kind: 'slab', zMax: wall });
    const k = new Float64Array(grid.size).fill(K);
    const conductances = conductancesOf(grid, withoutFlow(geometry, flowing, grid.nr), k);
    const links = vesselLinks(faces, k, BODY);
    conductances.outerR.fill(0);
    const T = solveSteady(grid, { ...conductances, wallR: links.r, wallZ: links.z }, () => top, BODY);
    const flux = (top - BODY) / (-wall / K + 1 / film);
    for (let c = 0; c < grid.size; c++) {
      const z = grid.z[Math.floor(c / grid.nr)]!;
      if (z > wall) expect(Math.abs(T[c]! - (top + (flux * z) / K))).toBeLessThan(1e-9);
      else expect(T[c]).toBe(0); // left out
    }
  });
});

const unperfused: Tissue = { ...tissue, perfusionRate: 0 };
/** What a controller would do is left out: it makes up for what a vessel near its thermocouple takes away. */
const heatings: [string, Problem['heating'], offBy: number][] = [
  // The current heats blood too, by Q/ρc in the twentieth of a second for which it stays.
  ['RF current', { kind: 'voltage', voltage: 15, duration: 60 }, 0.1],
  ['a held tip', { kind: 'tip-temperature', target: 80, duration: 60 }, 1e-9],
];

describe.each(heatings)('%s', (_, heating, offBy) => {
  const about = (where: NonNullable<Problem['regions']>[number]['where'], coefficient?: number): Problem => ({
    electrode: cannula({ gauge: 20, tipLength: 5e-3 }),
    tissue: unperfused,
    regions: [{ where, tissue: blood, ...(coefficient !== undefined && { flow: { coefficient } }) }],
    heating,
  });
  const vessels = [
    { kind: 'tube', rMin: 1.5e-3, rMax: 3e-3 },
    { kind: 'slab', zMax: -1e-3, zMin: -3e-3 },
  ] as const;

  test.each(vessels)('blood stays at its temperature: $kind', (where) => {
    const { grid, temperature, exposure, energyAudit } = simulate(about(where, 2000), {
      resolution: 'draft',
    });
    const isBlood = (r: number, z: number): boolean =>
      where.kind === 'tube' ? r > where.rMin && r < where.rMax : z < where.zMax && z > where.zMin;
    let seen = 0;
    for (let c = 0; c < grid.size; c++) {
      if (!isBlood(grid.r[c % grid.nr]!, grid.z[Math.floor(c / grid.nr)]!)) continue;
      seen += 1;
      expect(Math.abs(temperature.data[c]! - BODY)).toBeLessThan(offBy);
      expect(Math.abs(exposure.final.peakTemperature.data[c]! - BODY)).toBeLessThan(offBy);
    }
    expect(seen).toBeGreaterThan(50);
    expect(Math.abs(energyAudit.residual)).toBeLessThan(1e-11);
    expect(energyAudit.perfusion).toBeGreaterThan(0.2 * energyAudit.delivered); // nothing else is perfused
  });

  test.each(vessels)('the better it cools, the smaller the lesion: $kind', (where) => {
    const sizes = [10, 100, 1000, 10_000, 100_000].map((coefficient) => {
      const run = simulate(about(where, coefficient), { resolution: 'draft' });
      return [45, 55].map((threshold) => measureLesion(run, { kind: 'peak-temperature', threshold }));
    });
    for (let k = 1; k < sizes.length; k++)
      sizes[k]!.forEach(({ width, length, volume }, m) => {
        const before = sizes[k - 1]![m]!;
        expect(width).toBeLessThanOrEqual(before.width * (1 + 1e-4));
        expect(length).toBeLessThanOrEqual(before.length * (1 + 1e-4));
        expect(volume).toBeLessThan(before.volume * (1 + 1e-4));
      });
    expect(sizes[4]![0]!.volume).toBeLessThan(0.9 * sizes[0]![0]!.volume);
  });

  test('warns that a vessel all around is none to one side', () => {
    const { warnings } = estimateLesion(about(vessels[0], 500), { resolution: 'draft', errorBar: false });
    expect(warnings.map(({ code }) => code)).toContain('vessel-bound');
  });
});

describe('a border at the wall of a vessel, where the temperature jumps by what the film holds', () => {
  const wall = 0.8e-3;
  const problem: Problem = {
    electrode: cannula({ gauge: 22, tipLength: 5e-3 }),
    tissue: unperfused,
    regions: [{ where: { kind: 'tube', rMin: wall }, tissue: unperfused, flow: { coefficient: 300 } }],
    heating: { kind: 'tip-temperature', target: 80, duration: 60 },
  };
  const criterion = { kind: 'peak-temperature', threshold: 50 } as const;

  test.each([0.15e-3, 0.075e-3])('lies on the wall: spacing %f m', (spacing) => {
    const run = simulate(problem, { resolution: { spacing, growthRatio: 1.2, timeStep: 0.5 } });
    expect(Math.abs(measureLesion(run, criterion).width - 2 * wall)).toBeLessThan(1e-9);
    const [border] = lesionContour(run, criterion);
    expect(Math.max(...border!.r)).toBeLessThan(wall * 1.03); // drawn smooth, it rounds the corner
  });

  test('and so does the estimate', () => {
    const { width } = estimateLesion(problem, { resolution: 'draft' });
    expect(Math.abs(width.value - 2 * wall)).toBeLessThan(1e-9);
  });
});
