/** The key of a section: its lines, what they are, and how large the lesions are. */
import type { Measured } from '../analysis/error-bar.js';
import type { InkedBorder } from './borders.js';
import { drawStroke, round } from './lines.js';
import { type Format, marginOf } from './picture.js';
import { drawOnAnyGround } from './region-outlines.js';
import { drawSensorMark, NEEDLE } from './section.js';
import { belowMiddle, drawText, fitText, textWidth } from './text.js';
import { inMillimetres } from './words.js';

/** A part of a picture, and where it ends [pt]. */
export interface Part {
  readonly body: string;
  readonly bottom: number;
}

/** One column of sizes for each estimate. */
export interface SizeColumn {
  readonly heading: string;
  readonly of: (border: InkedBorder) => Measured | null;
}

/** Sizes of text from one line to the next, and of a sample of a line. */
const LEADING = 1.32;
const SAMPLE = { width: 3.4, height: 0.94 } as const;
const GAP = 1.2;

/** Width and length of one lesion. */
const OWN_SIZES: readonly SizeColumn[] = [
  { heading: 'width (mm)', of: ({ size }) => size?.width ?? null },
  { heading: 'length (mm)', of: ({ size }) => size?.length ?? null },
];

/** A line as it runs through the field. */
function drawSample({ stroke, ground }: InkedBorder, x: number, y: number, size: number): string {
  const [w, h] = [SAMPLE.width * size, SAMPLE.height * size];
  const rect = `<rect x="${round(x)}" y="${round(y - h / 2)}" width="${round(w)}" height="${round(h)}" fill="${ground}"/>`;
  return `${rect}${drawStroke(`M${round(x)},${round(y)}h${round(w)}`, stroke)}`;
}

const sizeInWords = (size: Measured | null): string =>
  size === null ? '' : size.value === 0 ? '–' : inMillimetres(size);

/** Lines of the field and sizes of lesions, one below the other. */
export function drawBorderTable(
  format: Format,
  top: number,
  borders: readonly InkedBorder[],
  columns: readonly SizeColumn[] = OWN_SIZES,
  heading = 'border, after the cool-down',
  more: readonly { readonly name: string; readonly cells: readonly string[] }[] = [],
): Part {
  const { width, text: size, line } = format;
  const margin = marginOf(format);
  const widths = columns.map(({ heading, of }, m) =>
    Math.max(
      ...[
        heading,
        ...more.map(({ cells }) => cells[m] ?? ''),
        ...borders.map((border) => sizeInWords(of(border))),
      ].map((one) => textWidth(one, size)),
    ),
  );
  const right = (k: number): number =>
    width - margin - widths.slice(k + 1).reduce((sum, one) => sum + one + GAP * size, 0);
  const first = margin + (SAMPLE.width + 0.6) * size;
  const room = right(0) - (widths[0] ?? 0) - GAP * size - first;
  const rows = borders.map((border, k) => {
    const y = top + LEADING * size * (k + 1.5) + 0.3 * size;
    const foot = y + belowMiddle(size);
    const bold = border.kind === 'headline';
    const name = drawText(first, foot, fitText(border.name, size, room, bold), { size, bold });
    const sizes = columns.map(({ of }, m) =>
      drawText(right(m), foot, sizeInWords(of(border)), { size, anchor: 'end' }),
    );
    const sample = border.lines.length > 0 ? drawSample(border, margin, y, size) : '';
    return `${sample}${name}${sizes.join('')}`;
  });
  const foots = more.map(({ name, cells }, k) => {
    const y = top + LEADING * size * (borders.length + k + 1.5) + 0.3 * size + belowMiddle(size);
    const own = cells.map((cell, m) => drawText(right(m), y, cell, { size, anchor: 'end' }));
    return `${drawText(first, y, fitText(name, size, room), { size })}${own.join('')}`;
  });
  const foot = top + LEADING * size * 0.5 + belowMiddle(size);
  const head = [
    drawText(first, foot, fitText(heading, size, room), { size }),
    ...columns.map(({ heading }, m) => drawText(right(m), foot, heading, { size, anchor: 'end' })),
  ];
  const rule = round(top + LEADING * size + 0.1 * size);
  return {
    body: `${head.join('')}
<path d="M${round(margin)},${rule}H${round(width - margin)}" stroke="#222" stroke-width="${line}"/>
${[...rows, ...foots].join('\n')}`,
    bottom: top + LEADING * size * (borders.length + more.length + 1) + 0.4 * size,
  };
}

/** What of a needle is in a picture. */
export interface NeedleParts {
  readonly hasCoolant: boolean;
  readonly hasRegions: boolean;
  /** What an outline of the tip is; null where there is none. */
  readonly outline: string | null;
  /** Whether more than that is there. */
  readonly isThere: boolean;
}

/** What the parts of a needle and other tissue look like, in as many lines as they need. */
export function drawNeedleKey(
  format: Format,
  top: number,
  { hasCoolant, hasRegions, outline, isThere }: NeedleParts,
): Part {
  const { text: size, line } = format;
  let y = top + LEADING * size * 0.5;
  let x = marginOf(format);
  const box = (fill: string, dash = ''): string =>
    `<rect x="${round(x)}" y="${round(y - 0.36 * size)}" width="${round(1.4 * size)}" height="${round(0.72 * size)}" fill="${fill}" stroke="${NEEDLE.edge}" stroke-width="${round(line)}"${dash}/>`;
  const dashes = ` stroke-dasharray="${round(2.4 * line)} ${round(1.6 * line)}"`;
  const there: readonly (readonly [string, () => string])[] = [
    ['bare tip', () => box(NEEDLE.metal)],
    ['insulated shaft', () => box(NEEDLE.shaft)],
    ...(hasCoolant ? [['coolant', () => box(NEEDLE.coolant)] as const] : []),
    ['sensor', () => drawSensorMark(x + 0.7 * size, y, format)],
  ];
  const border = (): string => {
    const ground = `<rect x="${round(x)}" y="${round(y - 0.4 * size)}" width="${round(1.5 * size)}" height="${round(0.8 * size)}" fill="#777"/>`;
    return `${ground}${drawOnAnyGround(`M${round(x)},${round(y)}h${round(1.5 * size)}`, format)}`;
  };
  const entries = [
    ...(isThere ? there : []),
    ...(outline === null ? [] : [[outline, () => box('#ffffff', dashes)] as const]),
    ...(hasRegions ? [['edge of other tissue', border] as const] : []),
  ];
  const parts = entries.map(([words, sample]) => {
    if (x + 2 * size + textWidth(words, size) > format.width - marginOf(format)) {
      x = marginOf(format);
      y += LEADING * size;
    }
    const drawn = `${sample()}${drawText(x + 1.9 * size, y + belowMiddle(size), words, { size })}`;
    x += 3 * size + textWidth(words, size);
    return drawn;
  });
  return { body: parts.join('\n'), bottom: y + 0.5 * LEADING * size };
}
