import type { Limit, Quantity } from './limits.js';

/** A unit that is easily given by mistake, and what its numbers come to in SI (°C for a temperature). */
interface OtherUnit {
  readonly name: string;
  readonly toSI: (value: number) => number;
}

const OTHER_UNITS: Partial<Readonly<Record<Quantity, readonly OtherUnit[]>>> = {
  length: [
    { name: 'mm', toSI: (x) => x / 1e3 },
    { name: 'µm', toSI: (x) => x / 1e6 },
  ],
  temperature: [{ name: 'K', toSI: (x) => x - 273.15 }],
  'activation energy': [{ name: 'kJ/mol', toSI: (x) => 1e3 * x }],
  time: [{ name: 'ms', toSI: (x) => x / 1e3 }],
  power: [{ name: 'mW', toSI: (x) => x / 1e3 }],
  voltage: [{ name: 'mV', toSI: (x) => x / 1e3 }],
  current: [{ name: 'mA', toSI: (x) => x / 1e3 }],
  'perfusion rate': [{ name: 'per minute', toSI: (x) => x / 60 }],
};

/** Whether a number lies within its limit. */
function isWithin({ min, max, exclusiveMin }: Limit, value: number): boolean {
  return (exclusiveMin === true ? value > min : value >= min) && value <= max;
}

/** A number without the noise of a conversion, short and in the form 5e-3 when it is small. */
function shortNumber(value: number): string {
  const rounded = Number(value.toPrecision(6));
  return Math.abs(rounded) < 0.1 ? rounded.toExponential() : String(rounded);
}

/** A guess at what was meant by a number outside its limit, as in `5e-3 (5 mm)`; null without a likely one. */
export function unitHint(limit: Limit, value: number): string | null {
  if (!Number.isFinite(value) || isWithin(limit, value)) return null;
  const meant = OTHER_UNITS[limit.quantity]?.find(({ toSI }) => isWithin(limit, toSI(value)));
  if (!meant) return null;
  const unit = limit.quantity === 'temperature' ? ` ${limit.unit}` : '';
  return `${shortNumber(meant.toSI(value))}${unit} (${value} ${meant.name})`;
}
