import { describe, expect, test } from 'vitest';
import { checkNerve, checkStructure } from '../../../src/problem/structure.js';

const path = [
  [0, 0, 0],
  [1e-3, 0, 0],
];

describe('nerves and structures', () => {
  test('come back as they were given', () => {
    expect(checkNerve({ path, radius: 0 })).toEqual({ path, radius: 0 });
    expect(checkStructure({ kind: 'point', at: [0, 1e-3, -2e-3] })).toEqual({
      kind: 'point',
      at: [0, 1e-3, -2e-3],
    });
    expect(checkStructure({ kind: 'polyline', path })).toEqual({ kind: 'polyline', path });
  });

  test.each<[unknown, string, string]>([
    [{ path: [[0, 0, 0]], radius: 0 }, 'nerve.path', 'two points or more, but had 1'],
    [
      {
        path: [
          [0, 0, 0],
          [0, 0, 0],
        ],
        radius: 0,
      },
      'nerve.path',
      'all its points are the same',
    ],
    [
      {
        path: [
          [0, 0],
          [1e-3, 0, 0],
        ],
        radius: 0,
      },
      'nerve.path[0]',
      'three coordinates',
    ],
    [{ path, radius: -1 }, 'nerve.radius', 'was -1'],
    [{ path, radius: 1 }, 'nerve.radius', 'did you mean 1e-3 (1 mm)?'],
    [{ path }, 'nerve.radius', 'is missing'],
    [
      {
        path: [
          [0, 0, 0],
          [5, 0, 0],
        ],
        radius: 0,
      },
      'nerve.path[1][0]',
      'did you mean 5e-3 (5 mm)?',
    ],
    [{ path: 'C2', radius: 0 }, 'nerve.path', 'a list of points'],
    [null, 'nerve', 'null'],
  ])('refuses the nerve %o', (nerve, at, part) => {
    expect(() => checkNerve(nerve)).toThrow(
      expect.objectContaining({
        code: 'invalid-input',
        path: at,
        message: expect.stringContaining(part) as unknown,
      }),
    );
  });

  test.each<[unknown, string, string]>([
    [{ kind: 'ball', center: [0, 0, 0] }, 'structure.kind', "'point', 'polyline' or 'sphere'"],
    [{ kind: 'sphere', center: [0, 0, 0] }, 'structure.radius', 'is missing'],
    [{ kind: 'point', at: [0, 0, Infinity] }, 'structure.at[2]', 'was Infinity'],
    [
      {
        kind: 'polyline',
        path: [
          [0, 0, 0],
          [0, 0, 0],
        ],
      },
      'structure.path',
      'the same',
    ],
  ])('refuses the structure %o', (structure, at, part) => {
    expect(() => checkStructure(structure)).toThrow(
      expect.objectContaining({
        code: 'invalid-input',
        path: at,
        message: expect.stringContaining(part) as unknown,
      }),
    );
  });
});
