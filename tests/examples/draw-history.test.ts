import { cannula, estimateLesion, type Heating, type LesionEstimate, tissues } from 'rf-lesion';
import { describe, expect, test } from 'vitest';
import { drawHistory, nameStage } from '../../examples/draw-history.js';
import { missingNumbers, unclosedTags } from './svg-faults.js';

const caption = { needle: '22 G cannula', tissue: 'muscle' };

function draft(heating: Heating): LesionEstimate {
  return estimateLesion(
    { electrode: cannula({ gauge: 22, tipLength: 5e-3 }), tissue: tissues.muscle, heating },
    { resolution: 'draft', errorBar: false },
  );
}

describe('a drawn history', () => {
  const one = { kind: 'temperature', target: 70, duration: 20 } as const;

  test('names every stage and every curve, with units', () => {
    const stages = [one, { kind: 'off', duration: 10 }, { ...one, target: 75 }] as const;
    const picture = drawHistory(draft({ kind: 'schedule', stages }), caption);
    expect(unclosedTags(picture)).toEqual([]);
    expect(missingNumbers(picture)).toEqual([]);
    const words = [
      '>70 °C<',
      '>75 °C<',
      'sensor (°C)',
      'voltage (V)',
      'power (W)',
      'impedance (Ω)',
      'time (s)',
    ];
    for (const word of words) expect(picture).toContain(word);
    expect([...picture.matchAll(/>off</g)]).toHaveLength(2); // the pause and the cool-down
  });

  test('shows the curves asked for', () => {
    const picture = drawHistory(draft(one), caption, ['power']);
    expect(picture).toContain('power (W)');
    expect(picture).not.toContain('voltage (V)');
  });

  test('marks since when the generator was held back', () => {
    const picture = drawHistory(draft({ ...one, maxPower: 0.2 }), caption);
    expect(picture).toMatch(/>maxPower at [\d.]+ s</);
  });

  test('of a held tip has no voltage and no impedance', () => {
    const picture = drawHistory(draft({ ...one, kind: 'tip-temperature' }), caption);
    expect(unclosedTags(picture)).toEqual([]);
    expect(missingNumbers(picture)).toEqual([]);
    expect(picture).toContain('power (W)');
    expect(picture).not.toContain('(V)');
  });
});

test.each([
  [{ kind: 'temperature', target: 60, duration: 1 }, '60 °C'],
  [{ kind: 'power', power: 4, duration: 1 }, '4 W'],
  [{ kind: 'voltage', voltage: 20, duration: 1 }, '20 V'],
  [{ kind: 'pulsed', duration: 1 }, 'pulsed'],
  [{ kind: 'off', duration: 1 }, 'off'],
] as const)('the stage %j is called %s', (stage, name) => {
  expect(nameStage(stage)).toBe(name);
});
