import type { LesionEstimate } from '../lesion-estimate.js';
import { DEFAULTS } from '../problem/defaults.js';
import type { Measured } from '../analysis/error-bar.js';
import type { LesionSize } from '../metrics/lesion-size.js';
import { describeCriterion } from './criterion-in-words.js';
import { describeHeating } from './heating-in-words.js';
import { describeRegion } from './region-in-words.js';
import { formatPulses, formatStages } from './stages-in-words.js';
import { inColumns, printMeasured } from './measured-in-words.js';

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

/** Nothing was reached, in none of the runs. */
function isNone({ width: { value, numericalError } }: LesionSize<Measured>): boolean {
  return value === 0 && !(numericalError !== null && numericalError > 0);
}

/** What the reader should know; all criteria that nothing reached in one sentence. */
function messagesOf({ warnings, lesions }: LesionEstimate): string[] {
  const isEmpty = ({ code }: { readonly code: string }): boolean => code === 'nothing-reached';
  const empty = lesions.filter(({ final }) => final.width.value === 0);
  if (warnings.filter(isEmpty).length < 2 || empty.length < 2) return warnings.map(({ message }) => message);
  const names = empty.map(({ criterion }) => describeCriterion(criterion)).join(', ');
  const others = warnings.filter((one) => !isEmpty(one)).map(({ message }) => message);
  return [`No tissue reached any of ${names}: all sizes are zero.`, ...others];
}

/** An estimate as a table to read: the lesion at every threshold, at switch-off and at the end. */
export function formatEstimate(estimate: LesionEstimate): string {
  const { run, lesions, reversibleZone: zone, outcome, hottest } = estimate;
  const { electrode, heating, regions = [], startTemperature = DEFAULTS.startTemperature } = run.problem;
  const header = ['lesion by', ...COLUMNS.map(({ title }) => title)];
  const rowOf = (name: string, size: LesionSize<Measured>): string[] => [
    name,
    ...COLUMNS.map(({ of, scale }) => (isNone(size) ? '–' : printMeasured(of(size), scale))),
  ];
  const body = (pick: 'atSwitchOff' | 'final'): string =>
    inColumns([
      header,
      ...lesions.map((lesion) => rowOf(describeCriterion(lesion.criterion), lesion[pick])),
      ...(zone ? [rowOf(`warmed, ${describeCriterion(zone.criterion)}`, zone[pick])] : []),
    ]);
  const needle = `needle of ${(2e3 * electrode.radius).toFixed(2)} mm, bare tip ${(1e3 * electrode.tipLength).toFixed(1)} mm`;
  const how = `${describeHeating(heating)}, start at ${startTemperature} °C`;
  const bars = estimate.width.numericalError === null ? '' : ', ± (numerical)';
  return [
    `${needle}; ${how}`,
    ...regions.map((region, k) => `region ${k + 1}: ${describeRegion(region)}`),
    ...(outcome.kind === 'stopped' ? [`stopped at ${outcome.time} s`] : []),
    ...(outcome.kind === 'limited'
      ? [`limited by ${outcome.reason} since ${outcome.time.toFixed(1)} s`]
      : []),
    ...formatStages(estimate),
    ...formatPulses(estimate),
    '',
    `at switch-off${bars}`,
    body('atSwitchOff'),
    '',
    `after the cool-down${bars}`,
    body('final'),
    '',
    `hottest tissue ${printMeasured(hottest.temperature, 1)} °C, ${printMeasured(hottest.distance, 1e3)} mm from the needle`,
    ...messagesOf(estimate).map((message) => `\nwarning: ${message}`),
  ].join('\n');
}
