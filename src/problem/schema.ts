import * as v from 'valibot';
import { arrhenius } from './criterion-schema.js';
import type { LimitedField } from './limits.js';
import {
  dictionary,
  kinds,
  listOf,
  oneOf,
  quantity,
  record,
  recordOfOptional,
  recordOr,
  text,
} from './schema-parts.js';
import { mustBe } from './sentence.js';
import { source, sources } from './source-schema.js';

const number = v.optional(
  v.pipe(
    v.number(({ input }) => mustBe('a number', input)),
    v.finite(({ input }) => mustBe('a finite number', input)),
  ),
);
const oneEvidence = record({
  grade: oneOf('A', 'B', 'C', 'D', 'M'),
  sources: listOf('sources', source),
  value: number,
  low: number,
  high: number,
  distribution: v.optional(oneOf('uniform', 'log-uniform', 'normal')),
  note: v.optional(text()),
});

/** What some of these numbers rest on. */
function evidenceOf(...parameters: string[]): v.GenericSchema {
  return v.optional(recordOfOptional(Object.fromEntries(parameters.map((one) => [one, oneEvidence]))));
}

const notes = v.optional(dictionary(text()));
const about = v.optional(
  record({
    name: text(),
    target: v.optional(text()),
    structuresAtRisk: v.optional(listOf('structures', text())),
    remarks: v.optional(listOf('remarks', text())),
    stated: v.optional(dictionary(listOf('sources', source))),
    assumed: notes,
    unverified: notes,
    values: v.optional(dictionary(v.unknown())),
  }),
);

const material = record({
  thermalConductivity: quantity('material.thermalConductivity'),
  density: quantity('material.density'),
  specificHeat: quantity('material.specificHeat'),
  sources,
  evidence: evidenceOf('thermalConductivity', 'density', 'specificHeat'),
});

/** A law of temperature whose values are such numbers. */
function temperatureLaw(field: LimitedField, plural: string): v.GenericSchema {
  const value = quantity(field);
  return kinds({
    linear: {
      value,
      coefficient: quantity('law.coefficient'),
      reference: quantity('law.temperature'),
      cap: v.optional(quantity('law.temperature')),
    },
    table: {
      temperature: listOf('temperatures', quantity('law.temperature')),
      value: listOf(plural, value),
    },
  });
}

/** A number, or such a law. */
function property(field: LimitedField, plural: string): v.GenericSchema {
  return recordOr(temperatureLaw(field, plural), quantity(field));
}

const perfusionFactor = temperatureLaw('tissue.perfusionResponse.factor', 'factors');

const tissue = record({
  thermalConductivity: property('tissue.thermalConductivity', 'thermal conductivities'),
  density: quantity('tissue.density'),
  specificHeat: property('tissue.specificHeat', 'specific heats'),
  electricalConductivity: property('tissue.electricalConductivity', 'electrical conductivities'),
  perfusionRate: quantity('tissue.perfusionRate'),
  perfusionResponse: v.optional(
    kinds({
      constant: {},
      'follows-temperature': { factor: perfusionFactor },
      'stops-when-coagulated': { kinetics: v.optional(arrhenius), factor: v.optional(perfusionFactor) },
    }),
  ),
  metabolicHeat: v.optional(quantity('tissue.metabolicHeat')),
  waterContent: v.optional(quantity('tissue.waterContent')),
  sources,
  evidence: evidenceOf(
    'thermalConductivity',
    'thermalConductivitySlope',
    'density',
    'specificHeat',
    'electricalConductivity',
    'electricalConductivitySlope',
    'perfusionRate',
    'metabolicHeat',
    'waterContent',
  ),
});

const along = { zMin: v.optional(quantity('region.z')), zMax: v.optional(quantity('region.z')) };
const region = record({
  where: kinds({
    slab: along,
    tube: { rMin: v.optional(quantity('region.r')), rMax: v.optional(quantity('region.r')), ...along },
    sphere: { z: quantity('region.z'), radius: quantity('region.radius') },
  }),
  tissue,
  flow: v.optional(record({ coefficient: quantity('region.flow.coefficient') })),
});

const insulation = record(
  { thickness: quantity('electrode.insulation.thickness'), material },
  ', or null for an ideal film',
);

const electrode = record({
  radius: quantity('electrode.radius'),
  tipLength: quantity('electrode.tipLength'),
  tipShape: recordOr(
    kinds({ flat: {}, hemisphere: {}, cone: { length: quantity('electrode.tipShape.length') } }),
    oneOf('flat', 'hemisphere'),
  ),
  body: kinds({
    solid: { material },
    tube: { material, wallThickness: quantity('electrode.body.wallThickness'), core: material },
  }),
  insulation: v.nullable(insulation),
  sensor: record({ z: quantity('electrode.sensor.z') }),
  cooling: v.optional(
    record({
      temperature: quantity('electrode.cooling.temperature'),
      coefficient: v.optional(quantity('electrode.cooling.coefficient')),
    }),
  ),
  sources,
  evidence: evidenceOf(
    'radius',
    'tipLength',
    'sensor.z',
    'body.wallThickness',
    'insulation.thickness',
    'cooling.temperature',
    'cooling.coefficient',
  ),
});

const control = kinds({
  ideal: {},
  pi: {
    proportional: quantity('heating.control.proportional'),
    integral: quantity('heating.control.integral'),
    interval: quantity('heating.control.interval'),
  },
});

const duration = quantity('heating.duration');
const setCurve = {
  target: quantity('heating.target'),
  duration,
  ramp: v.optional(quantity('heating.ramp')),
};
const maxVoltage = v.optional(quantity('heating.maxVoltage'));

const rollOff = v.optional(quantity('heating.rollOff'));
const maxSensorTemperature = v.optional(quantity('heating.maxSensorTemperature'));

/** What each kind of heating needs. */
const singleHeatings = {
  temperature: {
    ...setCurve,
    maxPower: v.optional(quantity('heating.maxPower')),
    maxVoltage,
    maxCurrent: v.optional(quantity('heating.maxCurrent')),
    control: v.optional(control),
    rollOff,
  },
  'tip-temperature': setCurve,
  power: { power: quantity('heating.power'), duration, maxVoltage, maxSensorTemperature, rollOff },
  voltage: { voltage: quantity('heating.voltage'), duration, rollOff },
  pulsed: {
    voltage: v.optional(quantity('heating.voltage')),
    pulseWidth: v.optional(quantity('heating.pulseWidth')),
    pulseRate: v.optional(quantity('heating.pulseRate')),
    duration,
    maxSensorTemperature,
    limitBy: v.optional(oneOf('voltage', 'pulse-width')),
    rollOff,
  },
};

const shift = v.optional(quantity('heating.shift'));
const stages = Object.fromEntries(
  Object.entries({ ...singleHeatings, off: { duration } }).map(([kind, entries]) => [
    kind,
    { ...entries, shift },
  ]),
);
const heating = kinds({ ...singleHeatings, schedule: { stages: listOf('stages', kinds(stages)) } });

/** The shape of a problem and the range of each of its numbers; what ties one field to another is checked apart. */
export const problemSchema: v.GenericSchema = record({
  electrode,
  tissue,
  regions: v.optional(listOf('regions', region)),
  heating,
  startTemperature: v.optional(quantity('startTemperature')),
  arterialTemperature: v.optional(quantity('arterialTemperature')),
  boundaryTemperature: v.optional(quantity('boundaryTemperature')),
  blood: v.optional(
    record({ density: quantity('blood.density'), specificHeat: quantity('blood.specificHeat') }),
  ),
  coolDown: v.optional(quantity('coolDown')),
  needleAfterwards: v.optional(oneOf('in-place', 'withdrawn')),
  returnPathResistance: v.optional(quantity('returnPathResistance')),
  domain: v.optional(
    record({
      radius: quantity('domain.radius'),
      below: quantity('domain.below'),
      above: quantity('domain.above'),
      electrical: v.optional(oneOf('far-field', 'grounded')),
    }),
  ),
  about,
});

/** The shape of a resolution that is given in numbers. */
export const resolutionSchema: v.GenericSchema = record({
  spacing: quantity('resolution.spacing'),
  growthRatio: quantity('resolution.growthRatio'),
  timeStep: quantity('resolution.timeStep'),
});

/** Parts of a problem that appear more than once, by the name of their type. */
export const sharedSchemas: Readonly<Record<string, v.GenericSchema>> = {
  Source: source,
  Evidence: oneEvidence,
  Material: material,
  ArrheniusKinetics: arrhenius,
  Tissue: tissue,
};
