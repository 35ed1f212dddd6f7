// Coverage and margins against exact geometry: a ball and an ellipsoid about the needle, straight and bent nerves.
import { describe, expect, test } from 'vitest';
import { estimateLesion, measureCoverage, measureMargin, type ReversibleZone } from '../../src/index.js';
import type { Nerve, Point3, Structure } from '../../src/problem/structure.js';
import { claim, DERIVED } from '../support/claims.js';
import { coupledFeProblem } from '../support/coupled-problem.js';
import { borderOf, ellipsoidContour, type Ellipsoid, gridAt } from '../support/exact-lesions.js';

const BALL: Ellipsoid = { across: 3e-3, along: 3e-3, centre: 1.5e-3 };
const ELLIPSOID: Ellipsoid = { across: 2.2e-3, along: 3.6e-3, centre: 1.5e-3 };

const estimateOf = (lesion: Ellipsoid, fine = 1) => ({
  border: borderOf(ellipsoidContour(gridAt(0.1e-3 / fine, 1.2 ** (1 / fine)), lesion)),
  reversibleZone: null,
  run: undefined as never, // without companions the run is of no account
});

/** Parts of a straight line from a to b that lie inside an ellipsoid, by their way [m]. */
function chord({ across, along, centre }: Ellipsoid, a: Point3, b: Point3): [number, number] | null {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1], b[2] - a[2]);
  const p = [a[0] / across, a[1] / across, (a[2] - centre) / along];
  const d = [b[0] - a[0], b[1] - a[1], b[2] - a[2]].map((x, k) => x / length / (k < 2 ? across : along));
  const dot = (u: number[], v: number[]): number => u.reduce((sum, x, k) => sum + x * v[k]!, 0);
  const [A, B, C] = [dot(d, d), dot(p, d), dot(p, p) - 1];
  const root = B * B - A * C;
  if (root <= 0) return null;
  return [Math.max((-B - Math.sqrt(root)) / A, 0), Math.min((-B + Math.sqrt(root)) / A, length)];
}

const AT_45: [Point3, Point3] = [
  [-6e-3, 1e-3, -4.5e-3],
  [6e-3, 1e-3, 7.5e-3],
];
const ACROSS: [Point3, Point3] = [
  [-8e-3, 1.2e-3, 2e-3],
  [7e-3, 1.2e-3, 2e-3],
];

describe('a thin straight nerve', () => {
  test.each([
    ['a ball at 45°', BALL, AT_45],
    ['a ball straight across', BALL, ACROSS],
    ['an ellipsoid at 45°', ELLIPSOID, AT_45],
    ['an ellipsoid straight across', ELLIPSOID, ACROSS],
  ] as const)(
    'crosses %s: length, fraction and longest gap, of second order or better',
    (_, lesion, path) => {
      const [from, to] = chord(lesion, ...path)!;
      const total = Math.hypot(...path[0].map((x, k) => path[1][k]! - x));
      const errors = [1, 2, 4].map((fine) => {
        const { length, lesion: found } = measureCoverage(estimateOf(lesion, fine), { path, radius: 0 });
        expect(length).toBeCloseTo(total, 12);
        expect(found.fraction.value).toBeCloseTo(found.length.value / total, 12);
        expect(found.covered).toHaveLength(1);
        expect(Math.abs(found.longestGap.value - Math.max(from, total - to))).toBeLessThan(4e-6 / fine);
        return Math.abs(found.length.value - (to - from));
      });
      expect(errors[0]).toBeLessThan(4e-6);
      claim(
        {
          id: 'coverage/nerve',
          kind: 'measuring',
          claim: 'Covered length of a thin nerve through a ball and an ellipsoid',
          definition: 'Chord of a straight line in an ellipsoid',
          source: DERIVED,
          grids: '0.1, 0.05 and 0.025 mm; 1 nm is added to the errors, some of which are none',
          unit: 'mm',
        },
        {
          kind: 'order',
          errors: errors.map((error) => 1e3 * (error + 1e-9)),
          expected: 2,
          accepted: [1.5],
          isWhole: true,
          below: 5e-4,
        },
      );
    },
  );
});

describe('a thick nerve', () => {
  test('counts where its whole thickness is inside: a ball grows smaller by its radius', () => {
    const radius = 0.7e-3;
    const smaller = { across: 3e-3 - radius, along: 3e-3 - radius, centre: BALL.centre };
    const [from, to] = chord(smaller, ...AT_45)!;
    const { lesion } = measureCoverage(estimateOf(BALL), { path: AT_45, radius });
    expect(Math.abs(lesion.length.value - (to - from))).toBeLessThan(5e-6);
    expect(lesion.length.numericalError).toBeNull();
  });

  test('thicker than the lesion: not covered at all, one gap as long as the nerve', () => {
    const { length, lesion } = measureCoverage(estimateOf(BALL), { path: ACROSS, radius: 4e-3 });
    expect(lesion).toMatchObject({ length: { value: 0 }, fraction: { value: 0 }, covered: [] });
    expect(lesion.longestGap.value).toBe(length);
  });
});

describe('a bent nerve', () => {
  // Out of the ball and in again: two covered parts with a gap between them.
  const path: Point3[] = [
    [2e-3, 0, 1.5e-3],
    [9e-3, 0, 1.5e-3],
    [9e-3, 3e-3, 1.5e-3],
    [-9e-3, 3.5e-3, 1.5e-3],
    [0, 2e-3, 0],
  ];

  test('its covered parts and the gap between them', () => {
    const { lesion } = measureCoverage(estimateOf(BALL), { path, radius: 0 });
    const last = chord(BALL, path[3]!, path[4]!)!;
    const legs = path.slice(1).map((b, n) => Math.hypot(...b.map((x, k) => x - path[n]![k]!)));
    const total = legs.reduce((a, b) => a + b, 0);
    const startOfLast = total - legs.at(-1)!;
    expect(lesion.covered).toHaveLength(2);
    const [first, second] = lesion.covered;
    expect(first![0]).toBe(0);
    expect(Math.abs(first![1] - 1e-3)).toBeLessThan(3e-6); // from 2 mm to the border at 3 mm
    expect(Math.abs(second![0] - (startOfLast + last[0]))).toBeLessThan(3e-6);
    expect(second![1]).toBeCloseTo(total, 12);
    expect(Math.abs(lesion.longestGap.value - (second![0] - first![1]))).toBeLessThan(1e-12);
  });

  test('a covered part of a few micrometres is not missed', () => {
    const y = 3e-3 * (1 - 5e-7); // 3 µm of the line are inside a perfect ball
    const { lesion } = measureCoverage(estimateOf(BALL, 4), {
      path: [
        [-50e-3, y - 1e-6, 1.5e-3],
        [50e-3, y - 1e-6, 1.5e-3],
      ],
      radius: 0,
    });
    expect(lesion.length.value).toBeGreaterThan(0);
    expect(lesion.length.value).toBeLessThan(0.4e-3);
  });
});

describe('margins', () => {
  const marginOf = (structure: Structure, lesion = BALL, fine = 1): number =>
    measureMargin(estimateOf(lesion, fine), structure).lesion.value;

  test('points: outside positive, inside negative, the needle inside', () => {
    const exact = ([x, y, z]: Point3): number => Math.hypot(x, y, z - BALL.centre) - 3e-3;
    for (const at of [
      [5e-3, 1e-3, -3e-3],
      [0, 0, -4e-3],
      [0, 2e-3, 2e-3],
      [1e-3, 1e-3, 1e-3],
      [0, 0, 1.5e-3],
    ] as Point3[]) {
      expect(Math.abs(marginOf({ kind: 'point', at }) - exact(at)), at.join()).toBeLessThan(3e-6);
    }
    expect(marginOf({ kind: 'point', at: [0.1e-3, 0, 2e-3] })).toBeLessThan(-2e-3); // within the metal
  });

  test('spheres and thick lines: less by their radius', () => {
    const at: Point3 = [6e-3, 0, 1.5e-3];
    expect(Math.abs(marginOf({ kind: 'sphere', center: at, radius: 1e-3 }) - 2e-3)).toBeLessThan(3e-6);
    const path: Point3[] = [
      [6e-3, -9e-3, 1.5e-3],
      [6e-3, 9e-3, 1.5e-3],
    ];
    expect(Math.abs(marginOf({ kind: 'polyline', path, radius: 0.5e-3 }) - 2.5e-3)).toBeLessThan(3e-6);
    expect(Math.abs(marginOf({ kind: 'polyline', path }) - 3e-3)).toBeLessThan(3e-6);
  });

  test('a bent line: the least over all of it, also between its points', () => {
    const path: Point3[] = [
      [8e-3, 8e-3, 0],
      [4e-3, -1e-3, 1e-3],
      [4e-3, 5e-3, 3e-3],
    ];
    let exact = Infinity;
    path.slice(1).forEach((b, n) => {
      const a = path[n]!;
      for (let k = 0; k <= 4000; k++) {
        const p = a.map((x, m) => x + ((b[m]! - x) * k) / 4000);
        exact = Math.min(exact, Math.hypot(p[0]!, p[1]!, p[2]! - BALL.centre) - 3e-3);
      }
    });
    expect(Math.abs(marginOf({ kind: 'polyline', path }) - exact)).toBeLessThan(3e-6);
  });

  test('lines that end nearest to the lesion, or inside it', () => {
    const outside = marginOf({
      kind: 'polyline',
      path: [
        [9e-3, 0, 1.5e-3],
        [4e-3, 0, 1.5e-3],
      ],
    });
    expect(Math.abs(outside - 1e-3)).toBeLessThan(3e-6);
    const through = marginOf({
      kind: 'polyline',
      path: [
        [-7e-3, 0, 1.5e-3],
        [6.1e-3, 0, 1.5e-3],
      ],
    });
    expect(Math.abs(through + 3e-3)).toBeLessThan(5e-6);
  });

  test('a circle at one distance all the way round takes no long search', () => {
    const path = Array.from({ length: 2000 }, (_, n): Point3 => {
      const angle = (2 * Math.PI * n) / 1999;
      return [4e-3 * Math.cos(angle), 4e-3 * Math.sin(angle), 1.5e-3];
    });
    expect(Math.abs(marginOf({ kind: 'polyline', path }) - 1e-3)).toBeLessThan(3e-6);
  });

  test('the zone about the lesion has its own border', () => {
    const two = {
      ...estimateOf(BALL),
      reversibleZone: {
        border: borderOf(ellipsoidContour(gridAt(0.1e-3, 1.2), { ...BALL, across: 4e-3, along: 4e-3 })),
      } as ReversibleZone,
    };
    const { lesion, reversibleZone } = measureMargin(two, { kind: 'point', at: [6e-3, 0, 1.5e-3] });
    expect(lesion.value - reversibleZone!.value).toBeCloseTo(1e-3, 5);
    const covered = measureCoverage(two, {
      path: [
        [-6e-3, 0, 1.5e-3],
        [6e-3, 0, 1.5e-3],
      ],
      radius: 0,
    });
    expect(covered.reversibleZone!.length.value - covered.lesion.length.value).toBeCloseTo(2e-3, 5);
  });

  test('an ellipsoid: second order or better', () => {
    // The point whose foot on the border lies at 50° of its parameter, 1.5 mm along the normal.
    const { across, along, centre } = ELLIPSOID;
    const u = (-50 * Math.PI) / 180;
    const foot = [across * Math.cos(u), centre + along * Math.sin(u)] as const;
    const slope = Math.hypot(along * Math.cos(u), across * Math.sin(u));
    const at: Point3 = [
      foot[0] + (1.5e-3 * along * Math.cos(u)) / slope,
      0,
      foot[1] + (1.5e-3 * across * Math.sin(u)) / slope,
    ];
    const errors = [1, 2, 4].map((fine) =>
      Math.abs(marginOf({ kind: 'point', at }, ELLIPSOID, fine) - 1.5e-3),
    );
    expect(errors[0]).toBeLessThan(3e-6);
    claim(
      {
        id: 'coverage/margin',
        kind: 'measuring',
        claim: 'Margin between an ellipsoid and a point',
        definition: 'The point lies 1.5 mm along the normal from a known foot on the border',
        source: DERIVED,
        grids: '0.1, 0.05 and 0.025 mm; 1 nm is added to the errors',
        unit: 'mm',
      },
      {
        kind: 'order',
        errors: errors.map((error) => 1e3 * (error + 1e-9)),
        expected: 2,
        accepted: [1.5],
        isWhole: true,
        below: 4e-4,
      },
    );
  });
});

describe('error bars, against a much finer run', () => {
  const standard = estimateLesion(coupledFeProblem, { criteria: [] });
  const fine = estimateLesion(coupledFeProblem, {
    criteria: [],
    resolution: { spacing: 0.03e-3, growthRatio: 1.06, timeStep: 0.25 },
  });
  const nerves: readonly Nerve[] = [
    {
      path: [
        [-8e-3, 1e-3, -3e-3],
        [8e-3, 1e-3, 9e-3],
      ],
      radius: 0.5e-3,
    },
    {
      path: [
        [3e-3, 0, -5e-3],
        [3e-3, 0, 12e-3],
      ],
      radius: 0.5e-3,
    },
    {
      path: [
        [-6e-3, 2e-3, -2e-3],
        [0, 2e-3, 0],
        [3e-3, -6e-3, 5e-3],
      ],
      radius: 0.3e-3,
    },
    {
      path: [
        [3.7e-3, -5e-3, 2.5e-3],
        [3.7e-3, 5e-3, 2.5e-3],
      ],
      radius: 0,
    }, // grazes the lesion
  ];

  test('coverage: bars hold, and are a few per cent of what is covered where the nerve crosses', () => {
    nerves.forEach((nerve, n) => {
      const [found, truth] = [measureCoverage(standard, nerve), measureCoverage(fine, nerve)];
      for (const zone of ['lesion', 'reversibleZone'] as const) {
        for (const key of ['length', 'fraction', 'longestGap'] as const) {
          const [{ value, numericalError }, exact] = [found[zone]![key], truth[zone]![key]];
          const off = Math.abs(value - exact.value);
          claim(
            {
              id: 'coverage/bars',
              kind: 'measuring',
              claim: 'Error bars of covered lengths, fractions and gaps hold; error as a part of the bars',
              definition: 'Four nerves about an RF lesion, `standard` against cells of 0.03 mm',
              source: 'this package, much finer',
              unit: '',
            },
            { kind: 'worst', errors: [off / (numericalError! + exact.numericalError!)], below: 1 },
          );
        }
      }
      if (n < 3) {
        const { length } = found.lesion;
        expect(length.numericalError! / length.value).toBeLessThan(0.03);
      }
    });
  });

  test('margins: bars hold and are about those of the width', () => {
    const structures: readonly Structure[] = [
      ...nerves.map((nerve): Structure => ({ kind: 'polyline', ...nerve })),
      ...(
        [
          [0, 0, -4e-3],
          [5e-3, 0, 2e-3],
          [1e-3, 1e-3, 9e-3],
          [2e-3, 0, 3e-3],
        ] as Point3[]
      ).map((at): Structure => ({ kind: 'point', at })),
      { kind: 'sphere', center: [0, 5e-3, -2e-3], radius: 1e-3 },
    ];
    for (const structure of structures) {
      const [found, truth] = [measureMargin(standard, structure), measureMargin(fine, structure)];
      for (const zone of ['lesion', 'reversibleZone'] as const) {
        const [{ value, numericalError }, exact] = [found[zone]!, truth[zone]!];
        expect(Math.abs(value - exact.value), JSON.stringify(structure)).toBeLessThan(
          numericalError! + exact.numericalError!,
        );
        expect(numericalError!).toBeLessThan(25e-6);
      }
    }
  });

  test('a nerve that is hardly covered may not be: the bar says so', () => {
    const { r, z } = standard.border.contours[0]!;
    const widest = r.indexOf(Math.max(...r));
    const x = r[widest]! - 1e-6;
    const { length } = measureCoverage(standard, {
      path: [
        [x, -5e-3, z[widest]!],
        [x, 5e-3, z[widest]!],
      ],
      radius: 0,
    }).lesion;
    expect(length.numericalError!).toBeGreaterThanOrEqual(length.value);
  });

  test('where only some of the runs have a region, nothing is certain', () => {
    const family = { ...standard.border.family!, domain: [] };
    const border = { ...standard.border, family };
    expect(
      measureMargin({ ...standard, border }, { kind: 'point', at: [5e-3, 0, 0] }).lesion.numericalError,
    ).toBe(Infinity);
    const none = { ...border, contours: [], family: { ...family, finest: [] } };
    const { lesion } = measureCoverage(
      { ...standard, border: none },
      {
        path: [
          [-9e-3, 1e-3, 2e-3],
          [9e-3, 1e-3, 2e-3],
        ],
        radius: 0,
      },
    );
    expect(lesion.length.value).toBe(0);
    expect(lesion.length.numericalError).toBeCloseTo(18e-3, 9);
  });
});
