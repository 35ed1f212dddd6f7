import { describe, expect, test } from 'vitest';
import {
  needlePose,
  nerveToNeedle,
  type Point3,
  structureToNeedle,
  pointToFrame,
  pointToNeedle,
} from '../../../src/index.js';
import { seeded } from '../../support/random-problems.js';

const close = (a: Point3, b: Point3, within = 1e-12): void => {
  a.forEach((x, k) => expect(Math.abs(x - b[k]!), `${a.join()} ${b.join()}`).toBeLessThan(within));
};

describe('a needle from entry to target', () => {
  test('straight down an axis: the end at the target, the shaft back to the entry', () => {
    const pose = needlePose({ entry: [10, 20, 80], target: [10, 20, 30] });
    expect(pose).toMatchObject({ unit: 1e-3, direction: [0, 0, -1], depth: 0.05 });
    close(pose.tip, [10, 20, 30]);
    close(pointToNeedle(pose, [10, 20, 80]), [0, 0, 0.05]);
    close(pointToNeedle(pose, [10, 20, 25]), [0, 0, -0.005]);
  });

  test('random poses: axes are right-angled, right-handed and of length one; there and back', () => {
    const random = seeded(4);
    const point = (): Point3 => [200 * random() - 100, 200 * random() - 100, 200 * random() - 100];
    for (let trial = 0; trial < 200; trial++) {
      const [entry, target, other] = [point(), point(), point()];
      const pose = needlePose({ entry, target });
      const [x, y, z] = pose.axes;
      const dot = (a: Point3, b: Point3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
      for (const axis of pose.axes) expect(Math.abs(dot(axis, axis) - 1)).toBeLessThan(1e-12);
      for (const [a, b] of [
        [x, y],
        [y, z],
        [z, x],
      ] as const)
        expect(Math.abs(dot(a, b))).toBeLessThan(1e-12);
      const turned: Point3 = [
        x[1] * y[2] - x[2] * y[1],
        x[2] * y[0] - x[0] * y[2],
        x[0] * y[1] - x[1] * y[0],
      ];
      close(turned, z);
      close(pose.direction, [-z[0], -z[1], -z[2]]);
      close(pointToFrame(pose, pointToNeedle(pose, other)), other, 1e-9);
      const distance = Math.hypot(...entry.map((e, k) => e - target[k]!));
      close(pointToNeedle(pose, entry), [0, 0, 1e-3 * distance]);
      // Distances are those of the frame.
      const [a, b] = [pointToNeedle(pose, other), pointToNeedle(pose, target)];
      expect(Math.hypot(...a.map((p, k) => p - b[k]!))).toBeCloseTo(
        1e-3 * Math.hypot(...other.map((p, k) => p - target[k]!)),
        12,
      );
    }
  });

  test('along each axis of the frame the needle still has three axes', () => {
    for (const target of [
      [50, 0, 0],
      [0, 50, 0],
      [0, 0, 50],
    ] as const) {
      for (const axis of needlePose({ entry: [0, 0, 0], target }).axes)
        expect(Math.hypot(...axis)).toBeCloseTo(1, 12);
    }
  });

  test('a place above its end comes to lie on the target', () => {
    const pose = needlePose({ entry: [0, 0, 100], target: [0, 0, 20], targetHeight: 2.5e-3 });
    close(pose.tip, [0, 0, 17.5]);
    close(pointToNeedle(pose, [0, 0, 20]), [0, 0, 2.5e-3]);
    expect(pose.depth).toBeCloseTo(0.0825, 12);
  });

  test('another unit of the frame', () => {
    const pose = needlePose({ entry: [0, 0.1, 0], target: [0, 0.02, 0], unit: 1 });
    close(pointToNeedle(pose, [0, 0.05, 0]), [0, 0, 0.03]);
    expect(pose.depth).toBeCloseTo(0.08, 12);
  });

  test.each([
    [{ entry: [1, 2, 3], target: [1, 2, 3] }, 'target', 'another point than entry'],
    [{ entry: [1, 2], target: [1, 2, 3] }, 'entry', 'three finite coordinates, but was a list'],
    [undefined, 'options', 'but is missing'],
    [{ entry: [0, 0, 10], target: [0, 0, 0], targetHeight: -0.02 }, 'targetHeight', 'from -0.01 to 1'],
    [{ entry: [1, 2, 3], target: [1, 2, NaN] }, 'target', 'three finite coordinates'],
    [
      { entry: [1, 2, 3], target: [1, 2, 4], unit: 0 },
      'unit',
      'a finite number from 1e-9 to 1000, but was 0',
    ],
    [{ entry: [1, 2, 3], target: [1, 2, 4], targetHeight: 5 }, 'targetHeight', 'from -0.001 to 1, but was 5'],
  ])('refuses %o', (options, path, part) => {
    expect(() => needlePose(options as never)).toThrow(
      expect.objectContaining({
        code: 'invalid-input',
        path,
        message: expect.stringContaining(part) as unknown,
      }),
    );
  });
});

test('structures and nerves go over with their radii', () => {
  const pose = needlePose({ entry: [0, 0, 90], target: [0, 0, 40] });
  const path: Point3[] = [
    [0, 0, 42],
    [3, 0, 42],
  ];
  const nerve = nerveToNeedle(pose, { path, radius: 0.5 });
  expect(nerve.radius).toBeCloseTo(0.5e-3, 15);
  close(nerve.path[0]!, [0, 0, 2e-3]);
  expect(structureToNeedle(pose, { kind: 'point', at: [0, 0, 41] })).toMatchObject({ kind: 'point' });
  const ball = structureToNeedle(pose, { kind: 'sphere', center: [0, 0, 35], radius: 4 });
  expect(ball).toMatchObject({ kind: 'sphere', radius: 4e-3 });
  close((ball as { center: Point3 }).center, [0, 0, -5e-3]);
  const line = structureToNeedle(pose, { kind: 'polyline', path });
  expect(line).not.toHaveProperty('radius');
  expect(line).toHaveProperty('path', nerve.path);
  expect(structureToNeedle(pose, { kind: 'polyline', path, radius: 2 })).toMatchObject({ radius: 2e-3 });
});

test('what is none is refused, also on the way over', () => {
  const pose = needlePose({ entry: [0, 0, 90], target: [0, 0, 40] });
  const refusals: [() => unknown, string][] = [
    [() => nerveToNeedle(pose, { path: null as never, radius: 1 }), 'nerve.path'],
    [() => nerveToNeedle(pose, { path: [[0, 0, 0], [1, 0] as never], radius: 1 }), 'nerve.path[1]'],
    [() => nerveToNeedle(pose, { path: [[0, 0, 0]], radius: '1' as never }), 'nerve.radius'],
    [() => structureToNeedle(pose, { kind: 'sphere', center: [0, 0, 0], radius: -1 }), 'structure.radius'],
    [() => pointToNeedle(pose, [0, 0, NaN]), 'point'],
  ];
  for (const [act, path] of refusals)
    expect(act).toThrow(expect.objectContaining({ code: 'invalid-input', path }));
});
