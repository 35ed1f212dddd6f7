import type { LesionEstimate } from '../estimate.js';
import { DEFAULTS } from '../problem/defaults.js';
import type { Measured } from '../analysis/error-bar.js';
import type { LesionSize } from '../metrics/lesion-size.js';
import { describeHeating } from './heating-in-words.js';

/** How the sizes are printed: people read millimetres. */
const COLUMNS: readonly {
  readonly title: string;
  readonly of: (size: LesionSize<Measured>) => Measured;
  readonly scale: number;
}[] = [
  { title: 'width mm', of: (size) => size.width, scale: 1e3 },
  { title: 'length mm', of: (size) => size.length, scale: 1e3 },
  { title: 'distal mm', of: (size) => size.distalReach, scale: 1e3 },
  { title: 'proximal mm', of: (size) => size.proximalReach, scale: 1e3 },
  { title: 'volume mm³', of: (size) => size.volume, scale: 1e9 },
];

/** A number with its bar, both to the bar's second digit. */
function printed({ value, numericalError }: Measured, scale: number): string {
  if (numericalError === null) return (scale * value).toFixed(3);
  const error = scale * numericalError;
  const digits = error > 0 ? Math.min(6, Math.max(0, 1 - Math.floor(Math.log10(error)))) : 3;
  return `${(scale * value).toFixed(digits)} ± ${error.toFixed(digits)}`;
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, k) => Math.max(...rows.map((row) => row[k]!.length)));
  return rows
    .map((row) =>
      row.map((cell, k) => (k === 0 ? cell.padEnd(widths[k]!) : cell.padStart(widths[k]!))).join('   '),
    )
    .join('\n');
}

/** An estimate as a table to read: the lesion at every threshold, at switch-off and at the end. */
export function formatEstimate(estimate: LesionEstimate): string {
  const { run, lesions, warnings, outcome } = estimate;
  const { electrode, heating, startTemperature = DEFAULTS.startTemperature } = run.problem;
  const header = ['peak ≥', ...COLUMNS.map(({ title }) => title)];
  const body = (pick: 'atSwitchOff' | 'final'): string =>
    aligned([
      header,
      ...lesions.map((lesion) => [
        `${lesion.criterion.threshold} °C`,
        ...COLUMNS.map(({ of, scale }) => printed(of(lesion[pick]), scale)),
      ]),
    ]);
  const needle = `needle of ${(2e3 * electrode.radius).toFixed(2)} mm, bare tip ${(1e3 * electrode.tipLength).toFixed(1)} mm`;
  const how = `${describeHeating(heating)}, start at ${startTemperature} °C`;
  const bars = estimate.width.numericalError === null ? '' : ', ± (numerical)';
  return [
    `${needle}; ${how}`,
    ...(outcome.kind === 'stopped' ? [`stopped at ${outcome.time} s`] : []),
    ...(outcome.kind === 'limited'
      ? [`limited by ${outcome.reason} since ${outcome.time.toFixed(1)} s`]
      : []),
    '',
    `at switch-off${bars}`,
    body('atSwitchOff'),
    '',
    `after the cool-down${bars}`,
    body('final'),
    ...warnings.map(({ message }) => `\nwarning: ${message}`),
  ].join('\n');
}
