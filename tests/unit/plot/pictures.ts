import { textWidth } from '../../../src/plot/text.js';

/** A piece of text in a picture, with the corners of its box. */
export interface PlacedText {
  readonly words: string;
  readonly size: number;
  /** Where it stands. */
  readonly x: number;
  readonly y: number;
  /** [°] */
  readonly turn: number;
  readonly corners: readonly (readonly [number, number])[];
  readonly contains: (x: number, y: number) => boolean;
  readonly inner: readonly (readonly [number, number])[];
}

const plain = (words: string): string =>
  words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

const numberIn = (text: string, pattern: RegExp): number | undefined => {
  const [, found] = pattern.exec(text) ?? [];
  return found === undefined ? undefined : Number(found);
};

/** All text of a picture. */
export function textsOf(svg: string): PlacedText[] {
  return [...svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = '', raw = '']) => {
    const words = plain(raw);
    const size = numberIn(attributes, /font-size="([\d.]+)"/)!;
    const x = numberIn(attributes, / ?\bx="([-\d.]+)"/) ?? numberIn(attributes, /translate\(([-\d.]+),/)!;
    const y =
      numberIn(attributes, /\by="([-\d.]+)"/) ?? numberIn(attributes, /translate\([-\d.]+,([-\d.]+)\)/)!;
    const turn = numberIn(attributes, /rotate\(([-\d.]+)\)/) ?? 0;
    const width = textWidth(words, size, attributes.includes('bold'));
    const left = attributes.includes('"middle"') ? -width / 2 : attributes.includes('"end"') ? -width : 0;
    const [c, s] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
    const [top, bottom] = [-0.72 * size, 0.2 * size];
    const place = (u: number, v: number): readonly [number, number] => [x + u * c - v * s, y + u * s + v * c];
    const contains = (px: number, py: number): boolean => {
      const [dx, dy] = [px - x, py - y];
      const [u, v] = [dx * c + dy * s, dy * c - dx * s];
      return u > left && u < left + width && v > top && v < bottom;
    };
    const parts = (count: number): number[] => Array.from({ length: count + 1 }, (_, k) => k / count);
    const inner = parts(Math.ceil(width / 2)).flatMap((p) =>
      parts(4).map((q) => place(left + p * width, top + q * (bottom - top))),
    );
    const corners = [
      place(left, top),
      place(left + width, top),
      place(left, bottom),
      place(left + width, bottom),
    ];
    return { words, size, x, y, turn, corners, contains, inner };
  });
}

/** Pairs of text that overlap. */
export function overlaps(texts: readonly PlacedText[]): string[] {
  return texts.flatMap((a, k) =>
    texts
      .slice(k + 1)
      .filter((b) => a.inner.some(([x, y]) => b.contains(x, y)) || b.inner.some(([x, y]) => a.contains(x, y)))
      .map((b) => `${a.words} | ${b.words}`),
  );
}

/** Text that leaves the picture. */
export function outside(svg: string, texts: readonly PlacedText[]): string[] {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)!.map(Number);
  return texts
    .filter(({ corners }) => corners.some(([x, y]) => x < 0 || y < 0 || x > width! || y > height!))
    .map(({ words }) => words);
}

/** The part of a picture that is cut off at the edge of its section. */
export const insideOf = (svg: string): string => /<svg x=[^>]*>([\s\S]*?)<\/svg>/.exec(svg)![1]!;

/** All polylines in a piece of a picture, as points. */
export function polylinesOf(svg: string): (readonly [number, number])[][] {
  return [...svg.matchAll(/ d="(M[^"]*)"/g)]
    .flatMap(([, path]) => path!.split('M').slice(1))
    .filter((path) => !/[HVAhva]/.test(path) && path.includes('L'))
    .map((path) =>
      path
        .replace(/Z$/, '')
        .split('L')
        .map((place) => place.split(',').map(Number) as [number, number]),
    );
}

/** Length in pt of one millimetre, by the scale bar. */
export function scaleOf(svg: string): number {
  const [, length, words] = /m0,-[\d.]+h([\d.]+)m0,-[\d.]+v[\d.]+"[^>]*\/><text [^>]*>([\d.]+) mm</.exec(
    svg,
  )!;
  return Number(length) / Number(words);
}

/** Paths filled with a colour, as their points' extent. */
export function extentOfFill(
  svg: string,
  fill: string,
): { left: number; right: number; top: number; bottom: number } {
  const all = [...svg.matchAll(new RegExp(`<path d="([^"]*)" fill="${fill}"`, 'g'))].map(([, path]) => path!);
  const [xs, ys]: [number[], number[]] = [[], []];
  for (const path of all) {
    for (const [, command, rest] of path.matchAll(/([MLHVA])([^MLHVAZ]*)/g)) {
      const numbers = rest!.trim().split(/[ ,]+/).map(Number);
      if (command === 'H') xs.push(numbers[0]!);
      else if (command === 'V') ys.push(numbers[0]!);
      else {
        xs.push(numbers.at(-2)!);
        ys.push(numbers.at(-1)!);
      }
    }
  }
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}
