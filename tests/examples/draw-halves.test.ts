import { cannula, estimateLesion, type LesionEstimate, tissues } from 'rf-lesion';
import { expect, test } from 'vitest';
import { drawHalves } from '../../examples/draw-halves.js';
import { missingNumbers, unclosedTags } from './svg-faults.js';

function draft(target: number): LesionEstimate {
  return estimateLesion(
    {
      electrode: cannula({ gauge: 18, tipLength: 4e-3 }),
      tissue: tissues.muscle,
      heating: { kind: 'temperature', target, duration: 60 },
    },
    { resolution: 'draft', errorBar: false },
  );
}

test('two drawn halves are well formed and say what each of them is', () => {
  const [mild, hot] = [draft(60), draft(75)];
  const picture = drawHalves(
    { name: 'at 60 °C', estimate: mild },
    { name: 'at 75 °C', estimate: hot, others: [mild] },
    { needle: '18 G cannula', tissue: 'muscle' },
  );
  expect(unclosedTags(picture)).toEqual([]);
  expect(missingNumbers(picture)).toEqual([]);
  for (const { width, hottest } of [mild, hot]) {
    expect(picture).toContain(`50 °C: ${(1e3 * width.value).toFixed(2)} mm wide`);
    expect(picture).toContain(`hottest ${hottest.temperature.value.toFixed(1)} °C`);
  }
});
