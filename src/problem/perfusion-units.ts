import * as v from 'valibot';
import { LIMITS, type LimitedField } from './limits.js';
import { parse } from './parse.js';
import { quantity, record } from './schema-parts.js';
import { enumerate, invalidInput, mustBe } from './sentence.js';

const MILLILITRE = 1e-6; // [m³]
const MINUTE = 60; // [s]

/** Blood flow per mass of tissue, as organs are usually described: its density makes a perfusion rate of it. */
export interface FlowPerMass {
  readonly unit: 'mL/(min 100 g)' | 'mL/(min kg)';
  /** In `unit`. */
  readonly value: number;
  /** [kg/m³] */
  readonly tissueDensity: number;
}

/** Mass of blood per volume of tissue and time, the ω_b of many papers: blood's density makes a perfusion rate of it. */
export interface MassFlow {
  readonly unit: 'kg/(m^3 s)';
  /** In `unit`. */
  readonly value: number;
  /** [kg/m³] */
  readonly bloodDensity: number;
}

/** A blood flow in a unit that needs a density. */
export type BloodFlow = FlowPerMass | MassFlow;

/** The units of blood flow that need a density. */
export type BloodFlowUnit = BloodFlow['unit'];

interface Conversion {
  /** What one of the unit is in SI. */
  readonly inSI: number;
  readonly density: 'tissueDensity' | 'bloodDensity';
  readonly limit: LimitedField;
}

const PER_MASS = { density: 'tissueDensity', limit: 'tissue.density' } as const;
const CONVERSIONS: Readonly<Record<BloodFlowUnit, Conversion>> = {
  'mL/(min 100 g)': { ...PER_MASS, inSI: MILLILITRE / MINUTE / 0.1 }, // [m³/(s·kg)]
  'mL/(min kg)': { ...PER_MASS, inSI: MILLILITRE / MINUTE },
  'kg/(m^3 s)': { density: 'bloodDensity', limit: 'blood.density', inSI: 1 },
};

const RATE = 'tissue.perfusionRate';

/** What one of the unit is as a perfusion rate [1/s]. */
export function rateOfOne(unit: BloodFlowUnit, densityInSI: number): number {
  const { inSI, density } = CONVERSIONS[unit];
  return density === 'tissueDensity' ? inSI * densityInSI : inSI / densityInSI;
}

function unitOf(flow: unknown): BloodFlowUnit {
  if (typeof flow !== 'object' || flow === null) {
    throw invalidInput('flow', mustBe('a record with unit, value and a density', flow));
  }
  const { unit } = flow as { readonly unit?: unknown };
  if (typeof unit === 'string' && Object.hasOwn(CONVERSIONS, unit)) return unit as BloodFlowUnit;
  const units = Object.keys(CONVERSIONS).map((name) => `'${name}'`);
  throw invalidInput('flow.unit', mustBe(enumerate(units, 'or'), unit));
}

const positive = ({ input }: { input: unknown }): string => mustBe('a number from 0 up', input);

/** Reads the numbers of a flow; `number` is the key of the one that is not the density. */
function numbersOf(
  flow: unknown,
  unit: BloodFlowUnit,
  number: 'value' | 'perfusionRate',
): readonly [number: number, density: number] {
  const { density, limit } = CONVERSIONS[unit];
  const schema = record({
    unit: v.string(),
    [number]: number === 'value' ? v.pipe(v.number(positive), v.minValue(0, positive)) : quantity(RATE),
    [density]: quantity(limit),
  });
  const checked = parse(schema, flow, 'flow') as Readonly<Record<string, number>>;
  return [checked[number] ?? NaN, checked[density] ?? NaN];
}

/**
 * The perfusion rate of a blood flow [1/s].
 *
 * ```text
 * per mass of tissue:  ω = flow · ρ_tissue     mass of blood:  ω = flow / ρ_blood
 * ```
 *
 * @throws {@link LesionModelError} 'invalid-input' with a path below 'flow', also where the result is no perfusion rate of tissue.
 */
export function toPerfusionRate(flow: BloodFlow): number {
  const unit = unitOf(flow);
  const [value, density] = numbersOf(flow, unit, 'value');
  const rate = value * rateOfOne(unit, density);
  const { min, max } = LIMITS[RATE];
  if (rate >= min && rate <= max) return rate;
  const requirement = `a flow that comes to a perfusion rate from ${min} to ${max} 1/s`;
  throw invalidInput('flow.value', `must be ${requirement}, but was ${value} ${unit} (${rate} 1/s)`);
}

/**
 * The way back: a perfusion rate as a blood flow, in its unit.
 *
 * @throws {@link LesionModelError} 'invalid-input' with a path below 'flow'.
 */
export function toBloodFlow(
  flow: { /** [1/s] */ readonly perfusionRate: number } & (
    Omit<FlowPerMass, 'value'> | Omit<MassFlow, 'value'>
  ),
): number {
  const unit = unitOf(flow);
  const [rate, density] = numbersOf(flow, unit, 'perfusionRate');
  return rate / rateOfOne(unit, density);
}
