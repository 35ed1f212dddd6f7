import { cannula, estimateLesion, type LesionEstimate, tissues } from 'rf-lesion';
import { describe, expect, test } from 'vitest';
import { drawTemperature } from '../../examples/draw-temperature.js';
import { missingNumbers, unclosedTags } from './svg-faults.js';

function draft(target: number, tipShape: 'flat' | 'hemisphere'): LesionEstimate {
  return estimateLesion(
    {
      electrode: cannula({ gauge: 18, tipLength: 4e-3, tipShape }),
      tissue: tissues.muscle,
      heating: { kind: 'tip-temperature', target, duration: 60 },
    },
    { resolution: 'draft', errorBar: false },
  );
}

describe('a drawn temperature field', () => {
  test.each(['flat', 'hemisphere'] as const)('is well formed for a %s end', (tipShape) => {
    const picture = drawTemperature(draft(70, tipShape), { needle: '18 G cannula', tissue: 'muscle' });
    expect(unclosedTags(picture)).toEqual([]);
    expect(missingNumbers(picture)).toEqual([]);
    expect(picture.includes(' 0 0 0 ')).toBe(tipShape === 'hemisphere'); // the arc of the end
  });

  test('is the same every time', () => {
    const lesion = draft(70, 'flat');
    const caption = { needle: '18 G cannula', tissue: 'muscle' };
    expect(drawTemperature(lesion, caption) === drawTemperature(lesion, caption)).toBe(true);
  });

  test('has no dimension line when nothing reached the threshold', () => {
    const picture = drawTemperature(draft(48, 'flat'), { needle: '18 G cannula', tissue: 'muscle' });
    expect(unclosedTags(picture)).toEqual([]);
    expect(missingNumbers(picture)).toEqual([]);
    expect(picture.includes('50 °C: ')).toBe(false);
  });
});
