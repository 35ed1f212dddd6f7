import { readFileSync, rmSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { writePicture } from '../../examples/write-picture.js';

test('a picture is written into out/, and its path is printed', () => {
  const log = vi.spyOn(console, 'log').mockReturnValue(undefined);
  writePicture('of-a-test', '<svg/>');
  expect(log.mock.calls).toEqual([['\npicture: out/of-a-test.svg']]);
  expect(readFileSync('out/of-a-test.svg', 'utf8')).toBe('<svg/>');
  rmSync('out/of-a-test.svg');
});
