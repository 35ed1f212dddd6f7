import { cannula, estimateLesion, type Problem, tissues } from 'rf-lesion';
import { describe, expect, test } from 'vitest';
import {
  describeLength,
  describeOutcome,
  describeWarnings,
  withUnit,
} from '../../../examples/browser/words.js';

/** A short run, as coarse as there is. */
function estimateShort(heating: Problem['heating']): ReturnType<typeof estimateLesion> {
  const electrode = cannula({ gauge: 22, tipLength: 5e-3 });
  const problem = { electrode, tissue: tissues.muscle, heating, coolDown: 1 };
  return estimateLesion(problem, { resolution: 'draft', errorBar: false });
}

describe('the words of the page', () => {
  test('tie a length, its numerical error and its unit by narrow spaces', () => {
    expect(describeLength({ value: 7.5024e-3, numericalError: 0.0161e-3 })).toBe(
      '7.50\u202f±\u202f0.02\u202fmm',
    );
    expect(withUnit(80, '°C')).toBe('80\u202f°C');
  });

  test('call nothing none, and what may be nothing by its number', () => {
    expect(describeLength({ value: 0, numericalError: 0 })).toBe('none');
    expect(describeLength({ value: 0, numericalError: 0.1e-3 })).toBe('0.00\u202f±\u202f0.10\u202fmm');
  });

  test('say what was measured, that all went as set, and what no tissue reached', () => {
    const lesion = estimateShort({ kind: 'temperature', target: 45, ramp: 3, duration: 5 });
    expect(describeOutcome(lesion)).toBe(
      'Sizes are of tissue that reached 50\u202f°C, after the cool-down; distal reach counts from the needle’s end. The generator kept to the set temperature all the time.',
    );
    const [unmet, ...others] = describeWarnings(lesion);
    expect(unmet).toMatch(/^No tissue reached 50\u202f°C; 55\u202f°C; 60\u202f°C; CEM43 240 min; .*\.$/);
    expect(others.filter((words) => words.startsWith('No tissue'))).toEqual([]);
  });

  test('say when the generator was at a limit', () => {
    const lesion = estimateShort({ kind: 'temperature', target: 80, ramp: 1, duration: 5, maxPower: 1 });
    expect(lesion.outcome).toMatchObject({ kind: 'limited', reason: 'maxPower' });
    expect(describeOutcome(lesion)).toMatch(
      /The generator did not keep to the set temperature from \d\.\d s on: that took more power than it gives\.$/,
    );
  });

  test('pass on what the library warns of', () => {
    const lesion = estimateShort({ kind: 'power', power: 20, duration: 5 });
    expect(lesion.warnings.map(({ code }) => code)).toContain('boiling');
    expect(describeWarnings(lesion).join(' ')).toMatch(/Tissue reached \d+\u202f°C/);
  });
});
