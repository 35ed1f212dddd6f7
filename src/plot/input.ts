/** What a picture needs: checked once, at its door. */
import { LesionModelError } from '../errors.js';
import type { LesionEstimate } from '../lesion-estimate.js';
import { COLOUR_MAPS } from './colours.js';
import { FORMATS, type Format, type PlotOptions } from './picture.js';

const invalid = (path: string, message: string): LesionModelError =>
  new LesionModelError('invalid-input', `${path} ${message}`, path);

/** A value somewhere inside another one; undefined where the way ends. */
function valueAt(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (inner, name) =>
        typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[name] : undefined,
      value,
    );
}

/** Throws for a value that is none of some words. */
export function requireOneOf(path: string, value: unknown, words: readonly string[]): void {
  if (words.includes(value as string)) return;
  throw invalid(path, `must be one of ${words.join(', ')}, but was ${String(value)}.`);
}

/** The sizes that options ask for. */
export function requireFormat({ size = 'column', title = '' }: PlotOptions): Format {
  requireOneOf('size', size, Object.keys(FORMATS));
  if (typeof title !== 'string') throw invalid('title', `must be a string, but was ${String(title)}.`);
  return FORMATS[size];
}

export function requireColours(value: unknown): void {
  requireOneOf('colours', value, COLOUR_MAPS);
}

/** Throws for an estimate without numbers at all of some places in it, as one read from a file may be. */
function requireArrays(estimate: LesionEstimate, paths: readonly string[], name: string): void {
  for (const path of paths) {
    const value = valueAt(estimate, path);
    if (value instanceof Float64Array && value.length > 0) continue;
    const at = name === '' ? path : `${name}.${path}`;
    throw invalid(at, 'must be an array of numbers, as estimateLesion gives it, but is missing or empty.');
  }
}

/** Throws for an estimate without its temperature field. */
export function requireField(estimate: LesionEstimate, name = ''): void {
  requireArrays(estimate, ['run.temperature.data', 'run.exposure.final.peakTemperature.data'], name);
}

/** Throws for an estimate without a history. */
export function requireHistory(estimate: LesionEstimate): void {
  requireArrays(
    estimate,
    ['history.time', 'history.sensorTemperature', 'history.power', 'history.energy'],
    '',
  );
}

/** Throws for an estimate that does not tell how its lesion grew. */
export function requireGrowth(estimate: LesionEstimate): void {
  requireArrays(estimate, ['growth.time', 'growth.width', 'growth.length'], '');
}

/** Throws for a list with nothing in it. */
export function requireSome(path: string, list: unknown): void {
  if (Array.isArray(list) && list.length > 0) return;
  throw invalid(path, 'must be a list with at least one entry, but has none.');
}

/** Throws for a number that is not finite or is below a least one. */
export function requireNumber(path: string, value: unknown, least: number): void {
  if (typeof value === 'number' && Number.isFinite(value) && value >= least) return;
  throw invalid(path, `must be a finite number, at least ${least}, but was ${String(value)}.`);
}

/** Throws for what cannot be in one chart with the rest. */
export function refuse(path: string, message: string): never {
  throw invalid(path, message);
}
