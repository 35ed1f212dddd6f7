import { DEFAULTS } from './defaults.js';
import { LIMITS } from './limits.js';
import { invalidInput, mustBe, mustBeWithin } from './sentence.js';
import type { Electrode, Problem, TemperatureLaw } from './types.js';

/**
 * Checks that a temperature lies above the start temperature.
 *
 * @throws {@link LesionModelError} 'invalid-input'.
 */
export function requireAboveStart(
  value: number,
  start: number,
  limitOf: 'heating.target' | 'criterion.threshold',
  path: string,
): void {
  if (value > start) return;
  const limit = LIMITS[limitOf];
  const requirement = `a temperature above the start temperature (${start} °C) and at most ${limit.max} °C`;
  throw invalidInput(path, mustBeWithin(limit, value, requirement));
}

function requireElectrodeFits(
  electrode: Pick<Electrode, 'radius' | 'tipLength' | 'tipShape' | 'body'>,
  domain: Problem['domain'],
): void {
  const { radius, tipLength, tipShape, body } = electrode;
  const isRound =
    tipShape === 'hemisphere' || (typeof tipShape === 'object' && tipShape.kind === 'hemisphere');
  if (isRound && tipLength <= radius) {
    throw invalidInput(
      'electrode.tipLength',
      mustBe(`longer than the hemisphere at its end (electrode.radius, ${radius} m)`, tipLength),
    );
  }
  if (body.kind === 'tube' && body.wallThickness >= radius) {
    throw invalidInput(
      'electrode.body.wallThickness',
      mustBe(`less than electrode.radius (${radius} m)`, body.wallThickness),
    );
  }
  if (!domain) return;
  if (domain.radius <= 2 * radius) {
    throw invalidInput(
      'domain.radius',
      mustBe(`more than twice electrode.radius (${2 * radius} m)`, domain.radius),
    );
  }
  if (domain.above <= tipLength) {
    throw invalidInput(
      'electrode.tipLength',
      mustBe(`shorter than the computed region above the end (domain.above, ${domain.above} m)`, tipLength),
    );
  }
}

/** A linear law must not fall to zero between these temperatures [°C]. */
const LAW_RANGE = [0, 100] as const;

function requireSoundLaw(law: TemperatureLaw, path: string): void {
  if (law.kind === 'linear') {
    const { value, coefficient, reference, cap = Infinity } = law;
    for (const T of LAW_RANGE) {
      const there = value * (1 + coefficient * (Math.min(T, cap) - reference));
      if (there > 0) continue;
      throw invalidInput(
        `${path}.coefficient`,
        mustBe(`a slope that keeps the law positive at ${T} °C`, coefficient),
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

/**
 * Checks what ties the fields of a problem to each other.
 *
 * @throws {@link LesionModelError} 'invalid-input'.
 */
export function requireConsistent({ electrode, tissue, heating, domain, ...problem }: Problem): void {
  requireAboveStart(
    heating.target,
    problem.startTemperature ?? DEFAULTS.startTemperature,
    'heating.target',
    'heating.target',
  );
  const ramp = heating.ramp ?? DEFAULTS.ramp;
  if (ramp > heating.duration) {
    const given = heating.ramp === undefined ? `(${ramp} s by default) ` : '';
    const was = heating.ramp === undefined ? 'give a shorter ramp' : `it was ${ramp} s`;
    throw invalidInput(
      'heating.ramp',
      `${given}must not exceed heating.duration, which is ${heating.duration} s: ${was}`,
    );
  }
  requireElectrodeFits(electrode, domain);
  if (typeof tissue.electricalConductivity === 'object') {
    requireSoundLaw(tissue.electricalConductivity, 'tissue.electricalConductivity');
  }
}
