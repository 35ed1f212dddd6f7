import { expect, test } from 'vitest';
import { framePicture, px } from '../../examples/picture.js';
import { unclosedTags } from './svg-faults.js';

test('a picture has its title, for readers and for screen readers', () => {
  const frame = { width: 200, height: 100, title: 'Lesion', subtitle: '80 °C', left: 10 };
  const picture = framePicture(frame, '<path d="M0,0"/>');
  expect(unclosedTags(picture)).toEqual([]);
  expect(picture).toContain('<title>Lesion. 80 °C.</title>');
  expect(picture).toContain('viewBox="0 0 200 100"');
});

test('a length is written to a tenth of a pixel', () => {
  expect([1.26, 3, -0.04].map(px)).toEqual(['1.3', '3', '0']);
});
