import { cannula, estimateLesion, tissues } from 'rf-lesion';
import { expect, test } from 'vitest';
import { drawStrip } from '../../examples/draw-strip.js';
import { missingNumbers, unclosedTags } from './svg-faults.js';

test('a drawn strip is well formed and says how long it was after each stage with heat', () => {
  const heat = { kind: 'temperature', target: 80, duration: 30 } as const;
  const estimate = estimateLesion(
    {
      electrode: cannula({ gauge: 22, tipLength: 5e-3 }),
      tissue: tissues.muscle,
      heating: { kind: 'schedule', stages: [heat, { kind: 'off', duration: 5 }, { ...heat, shift: 4e-3 }] },
    },
    { resolution: 'draft', errorBar: false },
  );
  const picture = drawStrip(estimate, { needle: '22 G cannula', tissue: 'muscle' });
  expect(unclosedTags(picture)).toEqual([]);
  expect(missingNumbers(picture)).toEqual([]);
  expect([...picture.matchAll(/after stage (\d)/g)].map(([, k]) => k)).toEqual(['1', '3']);
});
