import { cannula, compareCriteria, type Criterion, estimateLesion, kinetics, tissues } from 'rf-lesion';
import { expect, test } from 'vitest';
import { drawDamage } from '../../examples/draw-damage.js';
import { missingNumbers, unclosedTags } from './svg-faults.js';

const criteria: readonly Criterion[] = [
  { kind: 'peak-temperature', threshold: 50 },
  { kind: 'cem43', minutes: 240 },
  { kind: 'arrhenius', kinetics: kinetics.takata, omega: 1 },
  { kind: 'peak-temperature', threshold: 99 },
];

test('a drawn comparison is well formed, names every rule that found a lesion, and says which did not', () => {
  const estimate = estimateLesion(
    {
      electrode: cannula({ gauge: 18, tipLength: 4e-3, tipShape: 'hemisphere' }),
      tissue: tissues.muscle,
      heating: { kind: 'temperature', target: 70, duration: 60 },
    },
    { resolution: 'draft', errorBar: false, criteria },
  );
  const picture = drawDamage(estimate, compareCriteria(estimate), { needle: '18 G', tissue: 'muscle' });
  expect(unclosedTags(picture)).toEqual([]);
  expect(missingNumbers(picture)).toEqual([]);
  for (const words of ['50 °C', 'CEM43 240 min', 'Takata', 'No lesion by: peak temperature']) {
    expect(picture).toContain(words);
  }
});
