import * as v from 'valibot';
import { kinds, listOf, oneOf, quantity, record, recordOfOptional, text } from './schema-parts.js';
import { sources } from './source-schema.js';

const range = (field: 'kinetics.temperature' | 'kinetics.time'): v.GenericSchema =>
  recordOfOptional({ from: quantity(field), to: quantity(field) });

const kineticsRecord = {
  name: v.optional(text()),
  tissue: v.optional(text()),
  validity: v.optional(
    recordOfOptional({ temperature: range('kinetics.temperature'), time: range('kinetics.time') }),
  ),
  sources,
};

/** The shape of an Arrhenius rule's kinetics. */
export const arrhenius: v.GenericSchema = record({
  branches: listOf(
    'branches',
    record({
      from: v.optional(quantity('kinetics.temperature')),
      to: v.optional(quantity('kinetics.temperature')),
      frequencyFactor: quantity('kinetics.frequencyFactor'),
      activationEnergy: quantity('kinetics.activationEnergy'),
    }),
  ),
  ...kineticsRecord,
});

const threeState = record({
  forwardRate: quantity('kinetics.forwardRate'),
  backwardRate: quantity('kinetics.backwardRate'),
  temperatureScale: quantity('kinetics.temperatureScale'),
  offset: v.optional(quantity('kinetics.offset')),
  initialAlive: quantity('kinetics.initialAlive'),
  initialDead: quantity('kinetics.initialDead'),
  ...kineticsRecord,
});

/** The shape of a criterion and the range of each of its numbers. */
export const criterionSchema: v.GenericSchema = kinds({
  'peak-temperature': { threshold: quantity('criterion.threshold') },
  cem43: { rule: v.optional(oneOf('sapareto-dewey', 'iso')), minutes: quantity('criterion.minutes') },
  arrhenius: { kinetics: arrhenius, omega: quantity('criterion.omega') },
  'three-state': { kinetics: threeState, deadFraction: quantity('criterion.deadFraction') },
});
