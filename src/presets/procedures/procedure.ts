import { type About, valuesOf } from '../../problem/evidence.js';
import type { Heating } from '../../problem/heating.js';
import type { Problem } from '../../problem/types.js';

/** A problem that says what it is about. */
export interface Procedure<Heat extends Heating = Heating> extends Problem {
  readonly heating: Heat;
  readonly about: About;
}

/** A procedure with a heating of one kind. */
export type HeatedBy<Kind extends Heating['kind']> = Procedure<Extract<Heating, { readonly kind: Kind }>>;

/** A procedure that keeps the values that its `about` speaks of. */
export function withValues<Heat extends Heating>(procedure: Procedure<Heat>): Procedure<Heat> {
  return { ...procedure, about: { ...procedure.about, values: valuesOf(procedure) } };
}

type Notes = Readonly<Record<string, string>>;

/** What no source states of a plain needle. */
const NEEDLE: Notes = {
  'electrode.tipShape': 'A flat end; real ones are bevelled, pointed or rounded.',
  'electrode.body': 'Solid stainless steel.',
  'electrode.insulation': 'An ideal film that carries no current: no thickness with a source is at hand.',
};

/** What no source states of a plain needle and the thermocouple in it. */
export const NEEDLE_ASSUMED: Notes = {
  ...NEEDLE,
  'electrode.sensor.z': 'No source states the height of the thermocouple.',
};

/** The same of a needle whose thermocouple is stated to be at its end. */
export const OPEN_TIP_ASSUMED: Notes = NEEDLE;

/** What no source states of a cooled probe. */
export const COOLED_ASSUMED: Notes = {
  'electrode.tipShape': 'A flat end as thick as the wall.',
  'electrode.insulation': 'An ideal film that carries no current: no thickness with a source is at hand.',
  'electrode.sensor.z': 'In the middle of the end: no source states the height of the thermocouple.',
  'electrode.cooling.temperature':
    'The middle of a published range of 5 to 25 °C: no measured one is at hand.',
  'electrode.cooling.coefficient':
    'That of a steady laminar flow in a tube; real probes cool more or less than that.',
};

/** The ramp of a heating that says nothing of it. */
export const RAMP_ASSUMED: { readonly 'heating.ramp': string } = {
  'heating.ramp': 'The default of this library: no source states it.',
};

/** Rise to the set temperature, the default of this library [s]. */
export const RAMP = 10;
