import { requireSoundEvidences } from './check-evidence.js';
import { checkPerfusion } from './check-perfusion.js';
import type { CheckedProblem, CheckedTissue } from './checked.js';
import { stagesOf, switchOffTime } from './heating.js';
import { DEFAULTS } from './defaults.js';
import { parse } from './parse.js';
import { requireConsistent, requireNeedleInRegion, requireShiftsInRegion } from './relations.js';
import { domainFor, resolutionFor, type ResolutionName, RESOLUTIONS } from './resolution.js';
import { problemSchema, resolutionSchema } from './schema.js';
import { enumerate, invalidInput, mustBe } from './sentence.js';
import { requireSoundRegions } from './check-regions.js';
import { completeStages } from './check-stages.js';
import type { Problem, Resolution, Tissue } from './types.js';

/** The computed region, where it is known and matters: a held tip needs neither sensor nor sleeve. */
function regionOf(problem: CheckedProblem): CheckedProblem['domain'] {
  return problem.domain ?? (problem.isHeld ? null : domainFor(problem));
}

function checkTissue(tissue: Tissue, path: string): CheckedTissue {
  return {
    thermalConductivity: tissue.thermalConductivity,
    density: tissue.density,
    specificHeat: tissue.specificHeat,
    perfusionRate: tissue.perfusionRate,
    perfusionResponse: checkPerfusion(tissue.perfusionResponse, path),
    metabolicHeat: tissue.metabolicHeat ?? 0,
    electricalConductivity: tissue.electricalConductivity,
    waterContent: tissue.waterContent ?? 0,
  };
}

/** Blood that flows in a vessel: its own perfusion has no meaning. */
function flowing(tissue: CheckedTissue): CheckedTissue {
  return { ...tissue, perfusionRate: 0, perfusionResponse: { kinetics: null, factor: 1 }, metabolicHeat: 0 };
}

/**
 * Checks a problem and completes it with the defaults. Nothing is clamped or repaired.
 *
 * @throws {@link LesionModelError} 'invalid-input' with the path and one sentence: the field, what it was and what it
 * must be.
 */
export function checkProblem(problem: unknown): CheckedProblem {
  // The schema and the types say the same, but a schema allows `undefined` where a type says "left out".
  const available = parse(problemSchema, problem, '') as Problem;
  requireConsistent(available);
  requireSoundEvidences(available);

  const { electrode, tissue, heating, domain } = available;
  const { tipShape } = electrode;
  const startTemperature = available.startTemperature ?? DEFAULTS.startTemperature;
  const stages = completeStages(stagesOf(heating));
  requireSoundRegions(available.regions ?? [], available, stages);
  const checked: CheckedProblem = {
    electrode: {
      ...electrode,
      tipShape: typeof tipShape === 'string' ? tipShape : tipShape.kind,
      coneLength: typeof tipShape === 'object' && tipShape.kind === 'cone' ? tipShape.length : 0,
    },
    tissue: checkTissue(tissue, 'tissue'),
    regions: (available.regions ?? []).map(({ where, tissue: other, flow }, k) => {
      const own = checkTissue(other, `regions[${k}].tissue`);
      return { where, tissue: flow ? flowing(own) : own, flow: flow?.coefficient ?? null };
    }),
    blood: available.blood ?? DEFAULTS.blood,
    stages,
    isHeld: stages.some((stage) => stage.heating.kind === 'tip-temperature'),
    switchOff: switchOffTime(heating),
    endTime: (stages.at(-1)?.end ?? NaN) + (available.coolDown ?? DEFAULTS.coolDown),
    isWithdrawn: available.needleAfterwards === 'withdrawn',
    startTemperature,
    arterialTemperature: available.arterialTemperature ?? DEFAULTS.arterialTemperature,
    boundaryTemperature: available.boundaryTemperature ?? startTemperature,
    domain: domain ? { radius: domain.radius, below: domain.below, above: domain.above } : null,
    electricalBoundary: domain?.electrical ?? DEFAULTS.electricalBoundary,
    returnPathResistance: available.returnPathResistance ?? DEFAULTS.returnPathResistance,
  };
  const region = regionOf(checked);
  if (region) {
    requireNeedleInRegion(electrode, region);
    requireShiftsInRegion(electrode, stages, region);
  }
  return checked;
}

/**
 * Checks a resolution and puts numbers to a name; left out, it is 'standard'.
 *
 * @throws {@link LesionModelError} 'invalid-input'.
 */
export function checkResolution(resolution: unknown, problem: CheckedProblem): Resolution {
  if (resolution === undefined) return resolutionFor(problem, 'standard');
  if (typeof resolution === 'object' && resolution !== null) {
    return parse(resolutionSchema, resolution, 'resolution') as Resolution;
  }
  const names = Object.keys(RESOLUTIONS);
  if (typeof resolution === 'string' && names.includes(resolution)) {
    return resolutionFor(problem, resolution as ResolutionName);
  }
  const quoted = names.map((name) => `'${name}'`);
  const record = 'a record with spacing, growthRatio and timeStep';
  throw invalidInput('resolution', mustBe(enumerate([...quoted, record], 'or'), resolution));
}
