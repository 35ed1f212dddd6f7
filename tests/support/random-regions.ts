import { cannula, gauges } from '../../src/presets/needles.js';
import { materials } from '../../src/presets/materials.js';
import type { Heating } from '../../src/problem/heating.js';
import type { Problem, Region, Tissue, TissueRegion } from '../../src/problem/types.js';
import { seeded } from './random-problems.js';

/** A problem with other tissue around its needle. */
export type RegionProblem = Problem & {
  readonly regions: readonly TissueRegion[];
  readonly heating: Extract<Heating, { readonly kind: 'temperature' | 'tip-temperature' }>;
};

/** Numbers drawn from one seeded stream. */
interface Draw {
  between(from: number, to: number): number;
  /** Every factor as likely as any other. */
  byFactor(from: number, to: number): number;
  chance(part: number): boolean;
  oneOf<T>(values: readonly T[]): T;
}

function drawFrom(seed: number): Draw {
  const random = seeded(seed);
  return {
    between: (from, to) => from + (to - from) * random(),
    byFactor: (from, to) => from * (to / from) ** random(),
    chance: (part) => random() < part,
    oneOf: (values) => values[Math.floor(random() * values.length)]!,
  };
}

/** From bone and fat to cerebrospinal fluid. */
function randomTissue(draw: Draw): Tissue {
  const sigma = draw.byFactor(0.02, 2);
  return {
    thermalConductivity: draw.between(0.2, 0.6),
    density: draw.between(900, 1900),
    specificHeat: draw.between(1300, 4200),
    electricalConductivity: draw.chance(0.3)
      ? sigma
      : { kind: 'linear', value: sigma, coefficient: 0.02, reference: 37, cap: 100 },
    perfusionRate: draw.chance(0.5) ? 0 : 0.03 * draw.between(0, 1) ** 2,
    ...(draw.chance(0.5) && { perfusionResponse: { kind: 'constant' } as const }),
  };
}

/** Where a region is, about a needle of this radius, sleeve included, and this bare tip [m]. */
function randomShape(draw: Draw, surface: number, tipLength: number): Region {
  const mm = (from: number, to: number): number => draw.between(from, to) * 1e-3;
  switch (draw.oneOf(['below', 'above', 'around', 'core', 'sphere below', 'sphere around'] as const)) {
    case 'below': {
      const zMax = -mm(0.3, 5);
      return { kind: 'slab', zMax, ...(draw.chance(0.5) && { zMin: zMax - mm(0.4, 4) }) };
    }
    case 'above': {
      const zMin = tipLength * draw.between(0.3, 1.5);
      return { kind: 'slab', zMin, ...(draw.chance(0.5) && { zMax: zMin + mm(0.4, 4) }) };
    }
    case 'around': {
      const rMin = surface + mm(0.3, 4);
      const zMin = -mm(0, 4);
      return {
        kind: 'tube',
        rMin,
        ...(draw.chance(0.6) && { rMax: rMin + mm(0.4, 4) }),
        ...(draw.chance(0.3) && { zMin }),
        ...(draw.chance(0.3) && { zMax: tipLength * draw.between(0.3, 1.5) }),
      };
    }
    case 'core':
      return {
        kind: 'tube',
        rMax: surface + mm(0.3, 3),
        ...(draw.chance(0.5) && { zMax: tipLength * draw.between(0.3, 1.5) }),
      };
    case 'sphere below': {
      const radius = mm(1, 6);
      return { kind: 'sphere', z: -radius - mm(0.3, 3), radius };
    }
    case 'sphere around':
      return { kind: 'sphere', z: tipLength * draw.between(0, 1), radius: mm(2, 8) };
  }
}

/** Whether blood may flow there: clear of the needle, and of straight sides. */
function mayFlow(where: Region, surface: number): boolean {
  if (where.kind === 'sphere') return false;
  if (where.kind === 'tube' && (where.rMin ?? 0) > surface) return true;
  return (where.zMax ?? Infinity) < 0;
}

function randomRegion(draw: Draw, surface: number, tipLength: number): TissueRegion {
  const where = randomShape(draw, surface, tipLength);
  const tissue = randomTissue(draw);
  const coefficient = draw.byFactor(100, 5000);
  return { where, tissue, ...(draw.chance(0.35) && mayFlow(where, surface) && { flow: { coefficient } }) };
}

/**
 * Valid problems with one to three regions: slabs below, above and across the tip, tubes around it and cores that hold it,
 * spheres below and around it, a few with blood that flows. Gauges 16–25, tips of 2–10 mm, 60–90 °C, 30–120 s;
 * conductivities 0.2–0.6 W/(m·K) and 0.02–2 S/m; three in four with RF current, the others with a held tip.
 */
export function randomRegionProblems(count: number, seed: number): RegionProblem[] {
  const draw = drawFrom(seed);
  const names = Object.keys(gauges)
    .map(Number)
    .filter((gauge) => gauge >= 16);
  return Array.from({ length: count }, () => {
    const tipLength = draw.between(2, 10) * 1e-3;
    const plain = cannula({
      gauge: draw.oneOf(names),
      tipLength,
      tipShape: draw.chance(0.3) ? 'hemisphere' : 'flat',
    });
    const isHeld = draw.chance(0.25);
    const thickness = draw.between(0.02, 0.08) * 1e-3;
    const hasSleeve = draw.chance(0.5) && !isHeld;
    const insulation = hasSleeve ? { thickness, material: materials.polyimide } : null;
    const surface = plain.radius + (insulation?.thickness ?? 0);
    // Vessels come last: a sphere that bit pieces out of one would leave a wall of whole cells.
    const drawn = Array.from({ length: draw.oneOf([1, 2, 3]) }, () => randomRegion(draw, surface, tipLength));
    const regions = [...drawn.filter(({ flow }) => !flow), ...drawn.filter(({ flow }) => flow)];
    const heating = { target: draw.between(60, 90), duration: draw.between(30, 120), ramp: 10 };
    return {
      electrode: { ...plain, insulation },
      tissue: randomTissue(draw),
      regions,
      heating: isHeld ? { kind: 'tip-temperature', ...heating } : { kind: 'temperature', ...heating },
    };
  });
}
