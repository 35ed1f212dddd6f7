import type { CheckedStage } from './checked.js';
import { DEFAULTS } from './defaults.js';
import { requireSoundTissue, tidy } from './relations.js';
import { invalidInput, mustBe } from './sentence.js';
import type { Problem, Region, TissueRegion } from './types.js';

/** A region's ends along one coordinate, the lower below the upper. */
function requireOrder(from: number | undefined, to: number | undefined, path: string, name: 'r' | 'z'): void {
  if (from === undefined || to === undefined || from < to) return;
  throw invalidInput(`${path}.${name}Max`, mustBe(`above ${path}.${name}Min (${from} m)`, to));
}

function requireSoundShape(where: Region, path: string): void {
  if (where.kind === 'sphere') return;
  requireOrder(where.zMin, where.zMax, path, 'z');
  if (where.kind === 'tube') requireOrder(where.rMin, where.rMax, path, 'r');
}

/** Blood that flows must stay so far off the needle: closer, the current at the tip's edges heats it beyond measure [m]. */
const CLEAR = 0.2e-3;

/** Blood that flows must stay clear of the needle. */
function requireClearOfNeedle(where: Region, surface: number, lowestEnd: number, path: string): void {
  if (where.kind === 'sphere') {
    throw invalidInput(`${path}.flow`, 'must be left out of a sphere, as blood flows in a tube or a slab');
  }
  const [least, most] = [tidy(surface + CLEAR), tidy(lowestEnd - CLEAR)];
  const isBeside = where.kind === 'tube' && (where.rMin ?? 0) >= least;
  const isBelow = (where.zMax ?? Infinity) <= most;
  if (isBeside || isBelow) return;
  const place = `a tube with rMin of at least ${least} m or a region with zMax of at most ${most} m`;
  throw invalidInput(`${path}.where`, `must be clear of the needle, as blood flows in it: ${place}`);
}

/**
 * Checks the regions of a problem.
 *
 * @param stages - With the places of the needle.
 * @throws {@link LesionModelError} 'invalid-input' with a path below 'regions'.
 */
export function requireSoundRegions(
  regions: readonly TissueRegion[],
  {
    electrode,
    startTemperature = DEFAULTS.startTemperature,
  }: Pick<Problem, 'electrode' | 'startTemperature'>,
  stages: readonly Pick<CheckedStage, 'position'>[],
): void {
  const surface = electrode.radius + (electrode.insulation?.thickness ?? 0);
  const lowestEnd = Math.min(...stages.map(({ position }) => position));
  const firstFlow = regions.findIndex(({ flow }) => flow !== undefined);
  regions.forEach(({ where, tissue, flow }, k) => {
    const path = `regions[${k}]`;
    if (where.kind === 'sphere' && firstFlow >= 0 && firstFlow < k) {
      throw invalidInput(
        path,
        `must come before regions[${firstFlow}], where blood flows, as a sphere cannot cut a vessel's wall`,
      );
    }
    requireSoundShape(where, `${path}.where`);
    requireSoundTissue(tissue, `${path}.tissue`, startTemperature);
    if (flow) requireClearOfNeedle(where, surface, lowestEnd, path);
  });
}
