/** Boxes around words: whether they meet. */
import type { Point } from './lines.js';
import type { Box } from './text.js';

/** Directions of a box's sides. */
function axesOf({ turn }: Box): readonly Point[] {
  const angle = (turn * Math.PI) / 180;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return [
    [c, s],
    [-s, c],
  ];
}

function cornersOf(box: Box): readonly Point[] {
  const [[ux, uy] = [1, 0], [vx, vy] = [0, 1]] = axesOf(box);
  const [a, b] = [box.width / 2, box.height / 2];
  const signs = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ] as const;
  return signs.map(([p, q]) => [box.x + p * a * ux + q * b * vx, box.y + p * a * uy + q * b * vy] as const);
}

/** Whether two boxes meet: no direction of a side of either parts them. */
export function meet(a: Box, b: Box): boolean {
  const [as, bs] = [cornersOf(a), cornersOf(b)];
  return [...axesOf(a), ...axesOf(b)].every(([x, y]) => {
    const along = (corners: readonly Point[]): number[] => corners.map(([px, py]) => px * x + py * y);
    const [p, q] = [along(as), along(bs)];
    return Math.max(...p) > Math.min(...q) && Math.max(...q) > Math.min(...p);
  });
}

/** A box that stands upright, from its sides. */
export function boxBetween(left: number, top: number, right: number, bottom: number): Box {
  const [width, height] = [right - left, bottom - top];
  return { x: left + width / 2, y: top + height / 2, width, height, turn: 0 };
}

/** A box with more room around. */
export function padded(box: Box, room: number): Box {
  return { ...box, width: box.width + 2 * room, height: box.height + 2 * room };
}

/** Whether a box lies inside an upright one. */
export function isInside(box: Box, outer: Box): boolean {
  return cornersOf(box).every(
    ([x, y]) => Math.abs(x - outer.x) <= outer.width / 2 && Math.abs(y - outer.y) <= outer.height / 2,
  );
}
