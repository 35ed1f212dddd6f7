import type { CheckedProblem, CheckedTissue } from './checked.js';
import { propertyAt, startDiffusivity } from './property.js';
import type { Domain, Resolution } from './types.js';

/** The named resolutions; see {@link RESOLUTIONS}. */
export type ResolutionName = 'draft' | 'standard' | 'fine';

/**
 * What the named resolutions mean for a needle and a heating of ordinary size. `spacing` shrinks with a thinner
 * needle, a shorter tip or a heating of a few seconds.
 *
 * | | 22 G, 5 mm, held at 80 °C for 90 s, outer boundary at 40 mm | bar of the width | its error |
 * | --- | --- | --- | --- |
 * | draft | 1092 cells, 244 steps | 0.29 % (RF current 0.59 %) | 0.05 % (0.08 %) |
 * | standard | 1809 cells, 534 steps | 0.14 % (RF current 0.28 %) | 0.02 % (0.04 %) |
 * | fine | 6708 cells, 1116 steps | | |
 *
 * @remarks Bar and error are medians of isotherms over 300 random problems (`docs/error-bar.md`); what an answer costs is in
 * `docs/performance.md`.
 */
export const RESOLUTIONS: Readonly<Record<ResolutionName, Resolution>> = {
  draft: { spacing: 0.15e-3, growthRatio: 1.25, timeStep: 1 },
  standard: { spacing: 0.1e-3, growthRatio: 1.2, timeStep: 0.5 },
  fine: { spacing: 0.05e-3, growthRatio: 1.1, timeStep: 0.25 },
};

/** The named spacings are meant for needles of this radius [m] and thicker: 22 G. */
const ORDINARY_RADIUS = 0.35e-3;

/** Shortest diffusion length of the heating for which the named spacings are meant [m]: about 8 s in muscle. */
const ORDINARY_SPREAD = 1e-3;

/** Shortest tip for which the named spacings are meant [m]. */
const ORDINARY_TIP = 2e-3;

/** How far heat spreads in a time, in tissue in which it spreads least and most [m]: √(αt). */
function diffusionLengths(
  problem: CheckedProblem,
  time: number,
): { readonly shortest: number; readonly longest: number } {
  const { lowest, highest } = startDiffusivity(problem);
  return { shortest: Math.sqrt(lowest * time), longest: Math.sqrt(highest * time) };
}

/** The named resolution, fitted to the smallest feature of a problem. */
export function resolutionFor(problem: CheckedProblem, name: ResolutionName): Resolution {
  const { electrode, switchOff } = problem;
  const scale = Math.min(
    1,
    electrode.radius / ORDINARY_RADIUS,
    electrode.tipLength / ORDINARY_TIP,
    diffusionLengths(problem, switchOff).shortest / ORDINARY_SPREAD,
  );
  const named = RESOLUTIONS[name];
  return { ...named, spacing: scale * named.spacing };
}

/** Diffusion lengths between the needle and the outer boundary: erfc(3) = 2·10⁻⁵. */
const REACH = 6;

/** Lengths along which a current that insulating tissue keeps near the needle falls, up to the outer boundary. */
const ALONG = 3;

/**
 * How far insulating tissue around the needle leads the current along it [m].
 *
 * ```text
 * R √(σ_inside/σ_outside)
 * ```
 */
function currentLength({ tissue, regions, startTemperature, isHeld }: CheckedProblem): number {
  if (isHeld) return 0;
  const sigma = ({ electricalConductivity }: CheckedTissue): number =>
    propertyAt(electricalConductivity, startTemperature);
  const best = Math.max(sigma(tissue), ...regions.map((region) => sigma(region.tissue)));
  const lengths = regions.map(({ where, tissue: outside }) =>
    where.kind === 'tube' ? (where.rMin ?? 0) * Math.sqrt(best / sigma(outside)) : 0,
  );
  return Math.max(0, ...lengths);
}

/** The computed region when the problem does not state one: far enough from needle and sensor not to matter. */
export function domainFor(problem: CheckedProblem): Domain {
  const { electrode, stages, endTime } = problem;
  const surface = electrode.radius + (electrode.insulation?.thickness ?? 0);
  const far =
    REACH * diffusionLengths(problem, endTime).longest + ALONG * currentLength(problem) + 2 * surface;
  const top = Math.max(electrode.tipLength, electrode.sensor.z);
  // Below and above every place that the needle is moved to, seen from the first one.
  const positions = stages.map(({ position }) => position);
  return {
    radius: surface + far,
    below: far + Math.max(...positions.map((z) => -z), 0),
    above: top + far + Math.max(...positions, 0),
  };
}

/** The same region with its outer boundary further off. */
export function enlargeDomain({ radius, below, above }: Domain, factor: number): Domain {
  return { radius: factor * radius, below: factor * below, above: factor * above };
}
