import { type Found, type StudiedProblem } from './study-problem.js';
import { QUANTILES, type StudiedMode, type StudyRow } from './study-record.js';
import type { StudyMode } from './modes.js';

/** An error that is smaller counts as this, so that a ratio is a number. */
const NO_ERROR = 1e-12;

/** The value below which a part of them lies; 1: the largest. */
function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(Math.floor(part * sorted.length), sorted.length - 1)]!;
}

const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Error over bar: 0 where neither is any, without bound where there is an error and no bar. */
const excessOf = ({ error, bar }: Found): number => (error === 0 ? 0 : error / bar);

/** Four digits are enough for a table, and the file stays small. */
const short = (value: number): number => Number(value.toPrecision(4));

const orNull = (value: number): number | null => (Number.isFinite(value) ? short(value) : null);

function rowOf(samples: readonly Found[]): StudyRow {
  const { group, resolution, size } = samples[0]!;
  return {
    group,
    resolution,
    size,
    compared: samples.length,
    held: short(samples.filter(({ error, bar }) => error <= bar).length / samples.length),
    error: short(median(samples.map(({ error, scale }) => error / scale))),
    bar: short(median(samples.map(({ bar, scale }) => bar / scale))),
    ratio: short(median(samples.map(({ error, bar }) => bar / Math.max(error, NO_ERROR)))),
    excess: QUANTILES.map((part) => orNull(quantile(samples.map(excessOf), part))),
  };
}

/** The largest error over bar among the widths of a problem; null where nothing was reached, it was refused, or there is no bound. */
export function worstWidth({ found }: StudiedProblem, resolution: Found['resolution']): number | null {
  const widths = found.filter((one) => one.size === 'width' && one.resolution === resolution);
  if (widths.length === 0) return null;
  return orNull(Math.max(...widths.map(excessOf)));
}

/** What is stored of a mode. */
export function summaryOf(
  name: string,
  { title, seed }: StudyMode,
  studied: readonly StudiedProblem[],
): StudiedMode {
  const groups = new Map<string, Found[]>();
  for (const one of studied.flatMap(({ found }) => found)) {
    const key = `${one.group} ${one.resolution} ${one.size}`;
    const known = groups.get(key);
    if (known) known.push(one);
    else groups.set(key, [one]);
  }
  return {
    mode: name,
    title,
    seed,
    problems: studied.length,
    refused: studied.filter(({ refused }) => refused !== undefined).length,
    apart: short(median(studied.flatMap(({ apart }) => apart))),
    rows: [...groups.values()]
      .map(rowOf)
      .sort((a, b) => (a.group < b.group ? -1 : a.group > b.group ? 1 : 0)),
    worstOf: {
      draft: studied.map((one) => worstWidth(one, 'draft')),
      standard: studied.map((one) => worstWidth(one, 'standard')),
    },
  };
}
