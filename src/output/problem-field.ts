import { valueAt } from '../problem/evidence.js';
import type { Problem } from '../problem/types.js';

/** A number without the noise of arithmetic. */
export function tidy(value: number, digits = 6): string {
  return String(Number(value.toPrecision(digits)));
}

/** How a field is called, and how its number is printed. */
interface FieldWords {
  readonly words: string;
  readonly unit?: string;
  readonly scale?: number;
}

const MILLIMETRES = { unit: 'mm', scale: 1e3 } as const;
const SLOPE = { unit: '%/K', scale: 100 } as const;

/** Fields by their path; those of a stage as of a single heating, those of a region as of the one tissue. */
const FIELDS: Readonly<Record<string, FieldWords>> = {
  'electrode.radius': { words: 'diameter of the needle', unit: 'mm', scale: 2e3 },
  'electrode.tipLength': { words: 'bare tip', ...MILLIMETRES },
  'electrode.tipShape': { words: 'end of the needle' },
  'electrode.body': { words: 'body of the needle' },
  'electrode.body.wallThickness': { words: 'wall', ...MILLIMETRES },
  'electrode.insulation': { words: 'sleeve' },
  'electrode.insulation.thickness': { words: 'sleeve', ...MILLIMETRES },
  'electrode.sensor.z': { words: 'sensor from the end', ...MILLIMETRES },
  'electrode.cooling.temperature': { words: 'coolant', unit: '°C' },
  'electrode.cooling.coefficient': { words: 'heat transfer to the coolant', unit: 'W/(m²·K)' },
  'heating.target': { words: 'set temperature', unit: '°C' },
  'heating.duration': { words: 'time', unit: 's' },
  'heating.ramp': { words: 'ramp', unit: 's' },
  'heating.voltage': { words: 'voltage (rms)', unit: 'V' },
  'heating.power': { words: 'power', unit: 'W' },
  'heating.pulseWidth': { words: 'pulse', unit: 'ms', scale: 1e3 },
  'heating.pulseRate': { words: 'pulse rate', unit: 'Hz' },
  'heating.maxSensorTemperature': { words: 'limit at the sensor', unit: '°C' },
  'heating.limitBy': { words: 'how it is kept' },
  'heating.stages': { words: 'stages' },
  tissue: { words: 'tissue' },
  'tissue.thermalConductivity': { words: 'thermal conductivity', unit: 'W/(m·K)' },
  'tissue.thermalConductivitySlope': { words: 'its slope', ...SLOPE },
  'tissue.density': { words: 'density', unit: 'kg/m³' },
  'tissue.specificHeat': { words: 'specific heat', unit: 'J/(kg·K)' },
  'tissue.electricalConductivity': { words: 'electrical conductivity', unit: 'S/m' },
  'tissue.electricalConductivitySlope': { words: 'its slope', ...SLOPE },
  'tissue.perfusionRate': { words: 'perfusion', unit: '1/s' },
  'tissue.metabolicHeat': { words: 'heat of metabolism', unit: 'W/m³' },
  'tissue.waterContent': { words: 'water', unit: 'kg/m³' },
};

const ITEM = /^(?:(heating)\.stages|regions)\[(\d+)\]\.(.+)$/;

/** The field of a single heating, or of the one tissue, that a path stands for, and of which stage or region. */
function fieldOf(path: string): { readonly field: string; readonly whose: string } {
  const [, heating, index, rest] = ITEM.exec(path) ?? [];
  if (index === undefined || rest === undefined) return { field: path, whose: '' };
  const number = Number(index) + 1;
  return heating === undefined
    ? { field: rest, whose: `region ${number}: ` }
    : { field: `heating.${rest}`, whose: `stage ${number}: ` };
}

/** A field in words: 'set temperature', 'stage 2: time', 'region 1: density'; its path where there are none. */
export function describeField(path: string): string {
  const { field, whose } = fieldOf(path);
  const words = FIELDS[field]?.words;
  return words === undefined ? path : `${whose}${words}`;
}

/** The number of a field: that of a law is its value, and its slope the coefficient. */
function numberAt(problem: Problem, path: string): unknown {
  const lawPath = path.replace(/Slope$/, '');
  const value = valueAt(problem, lawPath);
  if (path !== lawPath) return typeof value === 'number' ? 0 : valueAt(value, 'coefficient');
  return typeof value === 'object' ? valueAt(value, 'value') : value;
}

/** The number of a field with its unit: '75 °C'; empty where it is no number, or is left out. */
export function printField(problem: Problem, path: string): string {
  const { unit, scale = 1 } = FIELDS[fieldOf(path).field] ?? {};
  const number = numberAt(problem, path);
  if (typeof number !== 'number') return '';
  return `${tidy(scale * number, 4)}${unit === undefined ? '' : ` ${unit}`}`;
}

/** A range of a field in the unit that it is printed in: '0.0789–0.571'. */
export function printRange(path: string, low: number | undefined, high: number | undefined): string {
  if (low === undefined || high === undefined) return '';
  const { scale = 1 } = FIELDS[fieldOf(path).field] ?? {};
  return `${tidy(scale * low, 3)}–${tidy(scale * high, 3)}`;
}
