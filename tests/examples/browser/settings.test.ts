import { estimateLesion } from 'rf-lesion';
import { describe, expect, test } from 'vitest';
import {
  fromHash,
  GAUGES,
  problemOf,
  RANGES,
  readSettings,
  type Settings,
  START,
  TISSUE_WORDS,
  toHash,
} from '../../../examples/browser/settings.js';

const START_HASH = 'temperature=80&time=90&tip=5&gauge=22&tissue=muscle';

/** What a hash is refused for; empty for one that is taken. */
function faultsOf(hash: string): readonly string[] {
  const reading = fromHash(hash);
  return reading.kind === 'refused' ? reading.faults : [];
}

describe('the settings of the page', () => {
  test('stand in the address in the units of the page', () => {
    expect(toHash(START)).toBe(START_HASH);
  });

  test.each<Settings>([
    START,
    { temperature: 45, time: 20, tip: 2, gauge: 14, tissue: 'boneMarrowYellow' },
    { temperature: 95, time: 300, tip: 15, gauge: 25, tissue: 'csf' },
    { temperature: 63, time: 125, tip: 7.5, gauge: 18, tissue: 'liver' },
  ])('come back from the address: %o', (settings) => {
    expect(fromHash(`#${toHash(settings)}`)).toEqual({ kind: 'settings', settings });
  });

  test.each(['', '#'])('are those at the start for "%s"', (hash) => {
    expect(fromHash(hash)).toEqual({ kind: 'settings', settings: START });
  });

  test.each([
    ['temperature=80', 'temperature=120', 'temperature must be 45 to 95 °C, but is “120”.'],
    ['temperature=80', 'temperature=-80', 'temperature must be 45 to 95 °C, but is “-80”.'],
    ['temperature=80', 'temperature=80.5', 'temperature must be in steps of 1 °C from 45, but is “80.5”.'],
    ['temperature=80', 'temperature=hot', 'temperature must be a number in °C, but is “hot”.'],
    ['time=90', 'time=9e1', 'time must be a number in s, but is “9e1”.'],
    ['time=90', 'time=Infinity', 'time must be a number in s, but is “Infinity”.'],
    ['time=90', 'time=', 'time must be a number in s, but is “”.'],
    ['time=90', 'time=91', 'time must be in steps of 5 s from 20, but is “91”.'],
    ['tip=5', 'tip=5.25', 'tip must be in steps of 0.5 mm from 2, but is “5.25”.'],
    ['gauge=22', 'gauge=26', `gauge must be one of ${GAUGES.join(', ')}, but is “26”.`],
    ['gauge=22', 'gauge=22.0', `gauge must be one of ${GAUGES.join(', ')}, but is “22.0”.`],
    ['tissue=muscle', 'tissue=rock', 'tissue “rock” is not one that this page knows.'],
    ['tissue=muscle', 'tissue=toString', 'tissue “toString” is not one that this page knows.'],
    ['&tissue=muscle', '', 'tissue is missing.'],
    ['tip=5', 'tip=5&tip=6', 'tip is given more than once.'],
    ['tip=5', 'tip=5&depth=3', '“depth” is not a setting of this page.'],
  ])('are refused in words with %s as %s', (right, wrong, fault) => {
    expect(faultsOf(START_HASH.replace(right, wrong))).toEqual([fault]);
  });

  test('are refused for every fault at once', () => {
    expect(faultsOf('#temperature=120&tip=one&x=1')).toEqual([
      '“x” is not a setting of this page.',
      'temperature must be 45 to 95 °C, but is “120”.',
      'time is missing.',
      'tip must be a number in mm, but is “one”.',
      'gauge is missing.',
      'tissue is missing.',
    ]);
  });

  test('begin at values that sliders can show', () => {
    const words = (name: keyof Settings): string => String(START[name]);
    expect(readSettings(words)).toEqual({ kind: 'settings', settings: START });
  });

  test('call no two tissues alike', () => {
    const words = Object.values(TISSUE_WORDS);
    expect(new Set(words).size).toBe(words.length);
  });

  test('are a problem in SI units', () => {
    const problem = problemOf({ temperature: 70, time: 60, tip: 7.5, gauge: 20, tissue: 'liver' });
    expect(problem.electrode.tipLength).toBeCloseTo(7.5e-3, 15);
    expect(problem.electrode.radius).toBeCloseTo(0.45405e-3, 15);
    expect(problem.heating).toEqual({ kind: 'temperature', target: 70, ramp: 10, duration: 60 });
  });

  const { temperature, time, tip } = RANGES;
  test.each<Settings>([
    { temperature: temperature.min, time: time.min, tip: tip.min, gauge: 25, tissue: 'boneCortical' },
    { temperature: temperature.max, time: time.max, tip: tip.max, gauge: 14, tissue: 'csf' },
  ])('can be answered at the ends of the sliders: %o', (settings) => {
    const lesion = estimateLesion(problemOf(settings), { resolution: 'draft', errorBar: false });
    expect(lesion.outcome).toEqual({ kind: 'completed' });
  });
});
