/** Sizes and needles in words. */
import type { Measured } from '../analysis/error-bar.js';
import type { LesionEstimate } from '../lesion-estimate.js';
import { describeHeating } from '../output/heating-in-words.js';
import { DEFAULTS } from '../problem/defaults.js';
import { stagesOf } from '../problem/heating.js';

/** A number to some digits after the point, with its bar rounded up so far that nothing of it is lost. */
function printMeasured({ value, numericalError }: Measured, scale: number, digits: number): string {
  const rounded = (scale * value).toFixed(digits);
  if (numericalError === null) return rounded;
  const unit = Number(`1e-${digits}`);
  const bar = Math.abs(scale * value - Number(rounded)) + scale * numericalError;
  return `${rounded} ± ${(unit * Math.ceil(bar / unit)).toFixed(digits)}`;
}

/** A length in mm to the hundredth. */
export const inMillimetres = (length: Measured): string => printMeasured(length, 1e3, 2);

/** A temperature in °C to the tenth. */
export const inDegrees = (temperature: Measured): string => printMeasured(temperature, 1, 1);

/** A number to four digits, without zeros at its end. */
export const tidy = (value: number): string => String(Number(value.toPrecision(4)));

/** 'needle of 0.72 mm, bare tip 5 mm' */
export function describeNeedle({ run }: LesionEstimate): string {
  const { radius, tipLength } = run.problem.electrode;
  return `needle of ${(2e3 * radius).toFixed(2)} mm, bare tip ${tidy(1e3 * tipLength)} mm`;
}

/** What was done, for a title: 'RF current, 80 °C at the sensor for 90 s'. */
export function describeRun({ run }: LesionEstimate): string {
  const words = describeHeating(run.problem.heating).replace(/\d+\.\d+/g, (digits) => tidy(Number(digits)));
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What the colours of the highest temperature stand for. */
export function describePeak({ run }: LesionEstimate): string {
  const hasPulses = stagesOf(run.problem.heating).some(({ kind }) => kind === 'pulsed');
  return hasPulses ? 'peak temperature, of pulses by their mean' : 'peak temperature';
}

/** 'start at 37 °C' */
export function describeStart({ run }: LesionEstimate): string {
  return `start at ${run.problem.startTemperature ?? DEFAULTS.startTemperature} °C`;
}
