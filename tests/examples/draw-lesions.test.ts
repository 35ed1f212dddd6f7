import { cannula, estimateLesion, tissues } from 'rf-lesion';
import { expect, test } from 'vitest';
import { drawLesions } from '../../examples/draw-lesions.js';
import { missingNumbers, unclosedTags } from './svg-faults.js';

test('drawn lesions are well formed, the widest named first', () => {
  const [small, large] = [60, 80].map((target) => ({
    name: `${target} °C`,
    estimate: estimateLesion(
      {
        electrode: cannula({ gauge: 22, tipLength: 5e-3 }),
        tissue: tissues.muscle,
        heating: { kind: 'temperature', target, duration: 60 },
      },
      { resolution: 'draft', errorBar: false },
    ),
  }));
  const picture = drawLesions(
    { name: 'left', lesions: [small!, large!] },
    { name: 'right', lesions: [large!] },
    { needle: '22 G cannula', tissue: 'muscle' },
  );
  expect(unclosedTags(picture)).toEqual([]);
  expect(missingNumbers(picture)).toEqual([]);
  expect(picture.indexOf('>80 °C ')).toBeLessThan(picture.indexOf('>60 °C '));
});
