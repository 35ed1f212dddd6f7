import type { FieldLine, FieldLines } from './field-lines.js';
import { crossingBetween } from './interpolation.js';
import { curveWithKinks } from './kinks.js';

/** The curve along a line, between its nodes k and k + 1, in its stretched coordinate. */
export function curveOf({ u, values, kinks, of }: FieldLine): (k: number, at: number) => number {
  if (!of) return curveWithKinks(u, values, kinks);
  const curves = of.lines.map(curveOf);
  const pick = PICK[of.pick];
  return (k, at) => pick(...curves.map((curve) => curve(k, at)));
}

/** How close to a kink the field is looked at, as part of the interval that holds it. */
const JUST_BEFORE = 1e-12;

/** Where a line passes the level between its nodes k and k + 1, which lie on either side of it [m]. */
export function crossingIn(line: FieldLine, level: number, k: number): number {
  const { u, values, kinks, stretch } = line;
  const curve = curveOf(line);
  const [from, to] = [u[k]!, u[k + 1]!];
  const kink = kinks.find((one) => one.k === k);
  const before = kink ? kink.at - JUST_BEFORE * (to - from) : NaN;
  // Up to the kink, the jump there if there is one, and on from it.
  const stops = kink ? [from, before, kink.at, to] : [from, to];
  const reached = stops.map((at) => (at === from ? values[k]! : at === to ? values[k + 1]! : curve(k, at)));
  for (let n = 0; n + 1 < stops.length; n++) {
    if (reached[n]! >= level === reached[n + 1]! >= level) continue;
    if (stops[n] === before) break;
    const at = crossingBetween(
      (x) => curve(k, x),
      level,
      stops[n]!,
      stops[n + 1]!,
      reached[n]!,
      reached[n + 1]!,
    );
    return stretch.back(at);
  }
  return stretch.back(kink?.at ?? to);
}

/** Where a line passes the level, in order [m]. */
export function crossingsIn(line: FieldLine, level: number): number[] {
  const found: number[] = [];
  for (let k = 0; k + 1 < line.values.length; k++) {
    if (line.values[k]! >= level !== line.values[k + 1]! >= level) found.push(crossingIn(line, level, k));
  }
  return found;
}

type Choice = NonNullable<FieldLine['of']>['pick'];
const PICK: Readonly<Record<Choice, (...values: number[]) => number>> = {
  largest: Math.max,
  smallest: Math.min,
};

function combineLine(pick: Choice, lines: readonly FieldLine[]): FieldLine {
  const values = lines[0]!.values.map((_, k) => PICK[pick](...lines.map((line) => line.values[k]!)));
  return { ...lines[0]!, values, of: { pick, lines } };
}

/**
 * Lines of the largest or the smallest of several smooth fields, which has a crease where one of them takes over from another.
 *
 * @param each - At least one.
 */
export function combineLines(pick: Choice, each: readonly FieldLines[]): FieldLines {
  const first = each[0]!;
  if (each.length === 1) return first;
  return {
    rows: first.rows.map((_, j) =>
      combineLine(
        pick,
        each.map(({ rows }) => rows[j]!),
      ),
    ),
    columns: first.columns.map((_, i) =>
      combineLine(
        pick,
        each.map(({ columns }) => columns[i]!),
      ),
    ),
    shaft: combineLine(
      pick,
      each.map(({ shaft }) => shaft),
    ),
  };
}

/** Lines of a field to which a number is added. */
export function shiftLines({ rows, columns, shaft }: FieldLines, shift: number): FieldLines {
  const shifted = (line: FieldLine): FieldLine => ({
    ...line,
    values: line.values.map((value) => value + shift),
    ...(line.of ? { of: { ...line.of, lines: line.of.lines.map(shifted) } } : {}),
  });
  return { rows: rows.map(shifted), columns: columns.map(shifted), shaft: shifted(shaft) };
}
