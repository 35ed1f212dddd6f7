import type { ParameterRange, SizeName } from '../questions/parameter-range.js';
import { inColumns, printMeasured } from './measured-in-words.js';

/** What a size is called and what it is printed in. */
const SIZES: Readonly<
  Record<SizeName, { readonly name: string; readonly unit: string; readonly scale: number }>
> = {
  width: { name: 'width', unit: 'mm', scale: 1e3 },
  length: { name: 'length', unit: 'mm', scale: 1e3 },
  volume: { name: 'volume', unit: 'mm³', scale: 1e9 },
  distalReach: { name: 'reach beyond the end', unit: 'mm', scale: 1e3 },
  proximalReach: { name: 'reach up the shaft', unit: 'mm', scale: 1e3 },
  widestAt: { name: 'widest place', unit: 'mm', scale: 1e3 },
};

const short = (x: number): string => String(Number(x.toPrecision(4)));

/** What tissue that is not well known does to a lesion, as a table to read: the number that moves it most comes first. */
export function formatParameterRange({
  size,
  status,
  estimate,
  effects,
  interval,
  extremes,
  failed,
  withoutRange,
}: ParameterRange): string {
  const { name, unit, scale } = SIZES[size];
  const mm = (x: number): string => (scale * x).toFixed(2);
  const header = ['parameter', 'grade', 'as used', 'range', `${unit} at low`, `${unit} at high`, 'swing'];
  const rows = effects.map(({ path, evidence, value, low, high, unit: own, atLow, atHigh, swing }) => [
    path,
    evidence.grade,
    `${short(value)} ${own}`.trimEnd(),
    `${short(low)} to ${short(high)}`,
    mm(atLow[size].value),
    mm(atHigh[size].value),
    mm(swing),
  ]);
  return [
    `${name} ${printMeasured(estimate[size], scale)} ${unit}${estimate[size].numericalError === null ? '' : ' (numerical)'}`,
    `${mm(interval.low)} to ${mm(interval.high)} ${unit} as the literature's ranges allow; one at a time ${mm(extremes.low)} to ${mm(extremes.high)} ${unit}`,
    ...failed.map(({ path, value, message }) => `without an answer at ${path} = ${short(value)}: ${message}`),
    ...(status === 'stopped' ? ['stopped before all numbers were varied'] : []),
    '',
    inColumns([header, ...rows], 2),
    ...(withoutRange.length > 0
      ? ['', `without a known range, and not varied: ${withoutRange.join(', ')}`]
      : []),
  ].join('\n');
}
