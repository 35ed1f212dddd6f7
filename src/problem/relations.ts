import type { CheckedStage } from './checked.js';
import { DEFAULTS, pulsesOf } from './defaults.js';
import { LIMITS } from './limits.js';
import { invalidInput, mustBe, mustBeWithin } from './sentence.js';
import { type Stage, stagesOf } from './heating.js';
import type { Domain, Electrode, Problem, TemperatureLaw, Tissue } from './types.js';

/**
 * Checks that a temperature lies above the start temperature.
 *
 * @throws {@link LesionModelError} 'invalid-input'.
 */
export function requireAboveStart(
  value: number,
  start: number,
  limitOf: 'heating.target' | 'heating.maxSensorTemperature' | 'criterion.threshold',
  path: string,
): void {
  if (value > start) return;
  const limit = LIMITS[limitOf];
  const requirement = `a temperature above the start temperature (${start} °C) and at most ${limit.max} °C`;
  throw invalidInput(path, mustBeWithin(limit, value, requirement));
}

/** A hemispherical tip shorter than this many radii has hardly any straight part, which the grid cannot resolve. */
const SHORTEST_ROUND_TIP = 1.1;

/** A sleeve this many times as thick as the bare needle's radius is taken for a slip. */
const THICKEST_SLEEVE = 5;

/** A product or sum of lengths without the noise of the arithmetic [m]. */
export function tidy(length: number): number {
  return Number(length.toPrecision(6));
}

function requireSoundElectrode(electrode: Omit<Electrode, 'sensor'>): void {
  const { radius, tipLength, tipShape, body, insulation, cooling } = electrode;
  if (cooling && body.kind !== 'tube') {
    throw invalidInput(
      'electrode.body.kind',
      mustBe("'tube', in whose bore electrode.cooling runs", body.kind),
    );
  }
  const isRound =
    tipShape === 'hemisphere' || (typeof tipShape === 'object' && tipShape.kind === 'hemisphere');
  const shortest = tidy(SHORTEST_ROUND_TIP * radius);
  if (isRound && tipLength < shortest) {
    const requirement = `at least ${shortest} m, ${SHORTEST_ROUND_TIP} times the radius of its hemisphere`;
    throw invalidInput('electrode.tipLength', mustBe(requirement, tipLength));
  }
  if (typeof tipShape === 'object' && tipShape.kind === 'cone') {
    const most = tidy(tipLength - (SHORTEST_ROUND_TIP - 1) * radius);
    if (tipShape.length > most) {
      const requirement = `at most ${most} m, so that a tenth of the radius of electrode.tipLength is straight`;
      throw invalidInput('electrode.tipShape.length', mustBe(requirement, tipShape.length));
    }
  }
  if (body.kind === 'tube' && body.wallThickness >= radius) {
    throw invalidInput(
      'electrode.body.wallThickness',
      mustBe(`less than electrode.radius (${radius} m)`, body.wallThickness),
    );
  }
  if (insulation && insulation.thickness >= THICKEST_SLEEVE * radius) {
    throw invalidInput(
      'electrode.insulation.thickness',
      mustBe(
        `less than ${THICKEST_SLEEVE} times electrode.radius (${tidy(THICKEST_SLEEVE * radius)} m)`,
        insulation.thickness,
      ),
    );
  }
}

/**
 * Checks that needle, sleeve and thermocouple lie in the computed region.
 *
 * @throws {@link LesionModelError} 'invalid-input'.
 */
export function requireNeedleInRegion(
  { radius, tipLength, insulation, sensor }: Electrode,
  region: Pick<Domain, 'radius' | 'above'>,
): void {
  const widest = tidy(2 * (radius + (insulation?.thickness ?? 0)));
  if (region.radius <= widest) {
    const sleeve = insulation ? ', the sleeve included' : '';
    throw invalidInput(
      'domain.radius',
      mustBe(`more than twice electrode.radius (${widest} m${sleeve})`, region.radius),
    );
  }
  const height = `the computed region above the end (domain.above, ${tidy(region.above)} m)`;
  if (region.above <= tipLength) {
    throw invalidInput('electrode.tipLength', mustBe(`shorter than ${height}`, tipLength));
  }
  if (region.above <= sensor.z) {
    throw invalidInput('electrode.sensor.z', mustBe(`inside the needle and lower than ${height}`, sensor.z));
  }
}

/**
 * Checks that the needle stays in the computed region wherever it is moved to.
 *
 * @throws {@link LesionModelError} 'invalid-input'.
 */
export function requireShiftsInRegion(
  { tipLength, sensor }: Electrode,
  stages: readonly Pick<CheckedStage, 'position'>[],
  { below, above }: Pick<Domain, 'below' | 'above'>,
): void {
  stages.forEach(({ position }, k) => {
    const isInside = -position < below && position + Math.max(tipLength, sensor.z) < above;
    if (isInside) return;
    const requirement = 'such that tip and sensor stay in the computed region (domain.below, domain.above)';
    throw invalidInput(
      `heating.stages[${k}].shift`,
      `must be ${requirement}, but puts the end at ${position} m`,
    );
  });
}

/** A linear law must not fall to zero at these temperatures [°C]; tissue that boils gets hotter than water. */
const LAW_RANGE = [0, 100, 500] as const;

/**
 * @param least - The law must be more, or with 0, not less.
 * @param lowest - From here on [°C].
 */
function requireSoundLaw(law: TemperatureLaw, path: string, least?: 0, lowest: number = LAW_RANGE[0]): void {
  if (law.kind === 'linear') {
    const { value, coefficient, reference, cap = Infinity } = law;
    for (const T of LAW_RANGE.map((one) => Math.max(one, lowest))) {
      const there = value * (1 + coefficient * (Math.min(T, cap) - reference));
      if (there > 0 || there === least) continue;
      throw invalidInput(
        `${path}.coefficient`,
        mustBe(`a slope that keeps the law positive at ${T} °C (a cap helps)`, coefficient),
      );
    }
    return;
  }
  const { temperature, value } = law;
  if (temperature.length === 0) {
    throw invalidInput(`${path}.temperature`, 'must be a list with at least one temperature, but was empty');
  }
  if (value.length !== temperature.length) {
    throw invalidInput(
      `${path}.value`,
      `must have one number for each of the ${temperature.length} temperatures, but had ${value.length}`,
    );
  }
  temperature.forEach((T, k) => {
    const before = temperature[k - 1] ?? -Infinity;
    if (T <= before)
      throw invalidInput(`${path}.temperature[${k}]`, mustBe(`above the one before it (${before} °C)`, T));
  });
}

function requireRampFits(ramp: number | undefined, duration: number, path: string): void {
  if ((ramp ?? DEFAULTS.ramp) <= duration) return;
  const given = ramp === undefined ? `(${DEFAULTS.ramp} s by default) ` : '';
  const was = ramp === undefined ? 'give a shorter ramp' : `it was ${ramp} s`;
  throw invalidInput(
    `${path}.ramp`,
    `${given}must not exceed ${path}.duration, which is ${duration} s: ${was}`,
  );
}

function requireSoundStage(stage: Stage, startTemperature: number, path: string): void {
  const aboveStart = (value: number, field: 'target' | 'maxSensorTemperature'): void =>
    requireAboveStart(value, startTemperature, `heating.${field}`, `${path}.${field}`);

  if ('target' in stage) {
    aboveStart(stage.target, 'target');
    requireRampFits(stage.ramp, stage.duration, path);
  }
  if ((stage.kind === 'power' || stage.kind === 'pulsed') && stage.maxSensorTemperature !== undefined) {
    aboveStart(stage.maxSensorTemperature, 'maxSensorTemperature');
  }
  if (stage.kind === 'temperature' && stage.control?.kind === 'pi') {
    const { interval } = stage.control;
    if (interval > stage.duration) {
      throw invalidInput(
        `${path}.control.interval`,
        mustBe(`at most ${path}.duration (${stage.duration} s)`, interval),
      );
    }
  }
  if (stage.kind === 'pulsed') {
    const { pulseWidth, pulseRate } = pulsesOf(stage);
    const period = 1 / pulseRate;
    if (pulseWidth >= period) {
      throw invalidInput(
        `${path}.pulseWidth`,
        mustBe(`shorter than the time between two pulses (${tidy(period)} s)`, pulseWidth),
      );
    }
    if (period > stage.duration) {
      throw invalidInput(
        `${path}.duration`,
        mustBe(`at least the time of one pulse and its pause (${tidy(period)} s)`, stage.duration),
      );
    }
  }
}

/** What ties the stages of a schedule to each other. */
function requireSoundSchedule(stages: readonly Stage[]): void {
  const path = 'heating.stages';
  const isHot = stages.some(({ kind }) => kind !== 'off');
  if (!isHot) throw invalidInput(path, 'must be a list with at least one stage with heat');
  const isHeld = stages.some(({ kind }) => kind === 'tip-temperature');
  stages.forEach(({ kind, shift }, k) => {
    if (isHeld && kind !== 'tip-temperature' && kind !== 'off') {
      const requirement = "'tip-temperature' or 'off', as another stage holds the tip without a current";
      throw invalidInput(`${path}[${k}].kind`, mustBe(requirement, kind));
    }
    if (shift === undefined || shift === 0) return;
    if (k === 0) throw invalidInput(`${path}[0].shift`, mustBe('left out of the first stage', shift));
    if (isHeld)
      throw invalidInput(
        `${path}[${k}].shift`,
        mustBe('left out where the tip is held without a current', shift),
      );
  });
}

/**
 * Checks what ties the numbers of a tissue to each other.
 *
 * @param path - Of the tissue.
 * @throws {@link LesionModelError} 'invalid-input'.
 */
export function requireSoundTissue(tissue: Tissue, path: string, startTemperature: number): void {
  for (const name of ['thermalConductivity', 'specificHeat', 'electricalConductivity'] as const) {
    const property = tissue[name];
    if (typeof property === 'object') requireSoundLaw(property, `${path}.${name}`);
  }
  if (tissue.waterContent !== undefined && tissue.waterContent > tissue.density) {
    const requirement = `at most ${path}.density (${tissue.density} kg/m³)`;
    throw invalidInput(`${path}.waterContent`, mustBe(requirement, tissue.waterContent));
  }
  const { perfusionResponse: response = { kind: 'constant' } } = tissue;
  const factor = response.kind === 'constant' ? undefined : response.factor;
  if (factor !== undefined) {
    requireSoundLaw(factor, `${path}.perfusionResponse.factor`, 0, startTemperature);
  }
}

/**
 * Checks what ties the fields of a problem to each other.
 *
 * @throws {@link LesionModelError} 'invalid-input'.
 */
export function requireConsistent({ electrode, tissue, heating, startTemperature }: Problem): void {
  const isSchedule = heating.kind === 'schedule';
  stagesOf(heating).forEach((stage, k) => {
    const path = isSchedule ? `heating.stages[${k}]` : 'heating';
    requireSoundStage(stage, startTemperature ?? DEFAULTS.startTemperature, path);
  });
  if (isSchedule) requireSoundSchedule(heating.stages);
  requireSoundElectrode(electrode);
  requireSoundTissue(tissue, 'tissue', startTemperature ?? DEFAULTS.startTemperature);
  if (electrode.cooling && stagesOf(heating).some(({ kind }) => kind === 'tip-temperature')) {
    throw invalidInput(
      'electrode.cooling',
      'must be left out where the tip is held at a temperature, whose needle is left out',
    );
  }
}
