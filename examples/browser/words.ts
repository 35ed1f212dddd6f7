/** An answer in words. */
import {
  describeCriterion,
  type LesionEstimate,
  type LimitReason,
  type Measured,
  type Outcome,
} from 'rf-lesion';
import { inMillimetres } from '../millimetres.js';

/** Narrow, and no place for a line to break. */
const SPACE = '\u202f';

const LIMIT_WORDS: Readonly<Record<LimitReason, string>> = {
  maxPower: 'that took more power than it gives',
  maxVoltage: 'that took more voltage than it gives',
  maxCurrent: 'that took more current than it gives',
  maxSensorTemperature: 'the sensor was at its highest temperature',
  control: 'its control could not follow',
  'roll-off': 'the impedance rose and it rolled off',
};

/** A number with its unit: '80 °C'. */
export const withUnit = (value: number, unit: string): string => `${value}${SPACE}${unit}`;

/** A length with its numerical error: '7.50 ± 0.02 mm'; 'none' where there is nothing to measure. */
export function describeLength(length: Measured): string {
  if (length.value === 0 && length.numericalError === 0) return 'none';
  return `${inMillimetres(length)} mm`.replaceAll(' ', SPACE);
}

/** Keeps a number and its degrees on one line. */
const tie = (words: string): string => words.replaceAll(' °C', `${SPACE}°C`);

/** What was measured, and how the run ended. */
export function describeOutcome({ outcome, criterion }: LesionEstimate): string {
  const rule = `Sizes are of tissue that reached ${describeCriterion(criterion)}, after the cool-down; distal reach counts from the needle’s end.`;
  return tie(`${rule} ${describeEnd(outcome)}`);
}

function describeEnd(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'completed':
      return 'The generator kept to the set temperature all the time.';
    case 'limited':
      return `The generator did not keep to the set temperature from ${outcome.time.toFixed(1)} s on: ${LIMIT_WORDS[outcome.reason]}.`;
    case 'stopped':
      return `The computation was stopped at ${outcome.time.toFixed(1)} s.`;
  }
}

/** What the reader should know; all rules that no tissue met in one sentence. */
export function describeWarnings({ warnings, lesions }: LesionEstimate): string[] {
  const unmet = lesions.filter(({ final }) => final.width.value === 0);
  const names = unmet.map(({ criterion }) => describeCriterion(criterion)).join('; ');
  const others = warnings.filter(({ code }) => code !== 'nothing-reached').map(({ message }) => message);
  return [...(unmet.length > 0 ? [`No tissue reached ${names}.`] : []), ...others].map(tie);
}
