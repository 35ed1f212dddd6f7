/** Outlines of other tissue in a section. */
import type { LesionRun } from '../lesion-run.js';
import type { Region } from '../problem/types.js';
import { drawStroke, type Line, pathOf, type Point } from './lines.js';
import type { Format } from './picture.js';
import { type Section, type Side, SIDES } from './section.js';

/** Points of a sphere's outline. */
const ARC = 90;

/** Dashes over an unbroken line, which read on dark and on bright, in widths of a line. */
const DASH = 3;

/** The outline of a region on the right, seen from a needle whose end is at a height; what is beyond the section left out [mm]. */
function outlineOf(where: Region, end: number, { half, bottom, top }: Section): Line[] {
  if (where.kind === 'sphere') {
    const [middle, radius] = [1e3 * (where.z - end), 1e3 * where.radius];
    const arc = Array.from({ length: ARC + 1 }, (_, k): Point => {
      const angle = (k * Math.PI) / ARC;
      return [radius * Math.sin(angle), middle - radius * Math.cos(angle)];
    });
    return [arc];
  }
  const { rMin = 0, rMax = Infinity } = where.kind === 'tube' ? where : {};
  const { zMin = -Infinity, zMax = Infinity } = where;
  const [inner, outer] = [1e3 * rMin, Math.min(1e3 * rMax, half)];
  const [low, high] = [Math.max(1e3 * (zMin - end), bottom), Math.min(1e3 * (zMax - end), top)];
  const level = (z: number): Line[] =>
    Number.isFinite(z)
      ? [
          [
            [inner, 1e3 * (z - end)],
            [outer, 1e3 * (z - end)],
          ],
        ]
      : [];
  const wall = (r: number): Line[] =>
    r > 0 && Number.isFinite(r)
      ? [
          [
            [1e3 * r, low],
            [1e3 * r, high],
          ],
        ]
      : [];
  return [...level(zMin), ...level(zMax), ...wall(rMin), ...wall(rMax)];
}

/** A path that is seen on every ground: light, with dark dashes. */
export function drawOnAnyGround(path: string, { line }: Format): string {
  const dash = `${DASH * line} ${DASH * line}`;
  return `${drawStroke(path, { colour: '#fff', width: line })}${drawStroke(path, { colour: '#000', width: line, dash })}`;
}

/** Outlines of all regions of a problem, on one side or on both. */
export function drawRegions(
  section: Section,
  { problem: { regions = [] }, stages }: LesionRun,
  format: Format,
  sides: readonly Side[] = SIDES,
): string {
  const end = stages.at(-1)?.position ?? 0;
  const lines = regions.flatMap(({ where }) => outlineOf(where, end, section));
  const paths = sides.flatMap((side) =>
    lines.map((line) => pathOf(line.map(([r, z]) => [section.xOf(side * r), section.yOf(z)] as const))),
  );
  return paths.length > 0 ? drawOnAnyGround(paths.join(''), format) : '';
}
