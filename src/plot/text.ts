/** Words in a picture, and how much room they take. */
import { round } from './lines.js';

/** Widths of Helvetica from the space to the tilde [em/1000]. */
const WIDTHS =
  '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584'
    .split(' ')
    .map(Number);
const SIGNS: Readonly<Record<string, number>> = { '°': 400, '±': 549, '–': 556, '×': 584, '…': 1000, Ω: 768 };

/** Of other letters, and of those as wide as they are high [em/1000]. */
const OTHER = 640;
const FULL = 1000;
const FIRST_FULL = 0x2e80;

/** Bold letters are wider by this factor. */
const BOLD = 1.08;

/** Of letters above and below the line they stand on [em]. */
const ASCENT = 0.74;
const DESCENT = 0.22;

const ELLIPSIS = '…';

/** Where a line may end: not between a number and its unit. */
const BREAK = /\s+(?!(?:mm|ms|s|°C|V|W|Hz)(?![\w°]))/;

/** A box around words, turned about its middle; lengths in pt. */
export interface Box {
  /** Of its middle. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Clockwise [°]. */
  readonly turn: number;
}

/** How words look. */
export interface TextStyle {
  /** [pt] */
  readonly size: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly bold?: boolean;
  readonly fill?: string;
  /** Clockwise about the point where they stand [°]. */
  readonly turn?: number;
}

const INK = '#1a1a1a';

/** Width of words as Helvetica sets them, or a font made to its measure, as Arial is [pt]. */
export function textWidth(words: string, size: number, bold = false): number {
  let sum = 0;
  for (const letter of words) {
    const code = letter.codePointAt(0) ?? 0;
    sum += WIDTHS[code - 32] ?? SIGNS[letter] ?? (code < FIRST_FULL ? OTHER : FULL);
  }
  return (sum / 1000) * size * (bold ? BOLD : 1);
}

/** Words cut short where they are wider than there is room. */
export function fitText(words: string, size: number, room: number, bold = false): string {
  if (textWidth(words, size, bold) <= room) return words;
  const letters = Array.from(words);
  while (letters.length > 0 && textWidth(letters.join('') + ELLIPSIS, size, bold) > room) letters.pop();
  return letters.join('').trimEnd() + ELLIPSIS;
}

/** Words in as many lines as they need; a word longer than a line is cut short. */
export function wrapText(words: string, size: number, room: number, bold = false): string[] {
  const lines: string[] = [];
  for (const word of words.split(BREAK).filter((one) => one !== '')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && textWidth(longer, size, bold) <= room) lines[lines.length - 1] = longer;
    else lines.push(fitText(word, size, room, bold));
  }
  return lines;
}

/** Characters that XML does not allow, half a pair included. */
function isForbidden(code: number): boolean {
  if (code < 0x20) return code !== 0x9 && code !== 0xa && code !== 0xd;
  return (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff;
}

/** Words as they stand in XML. */
export function escapeText(words: string): string {
  const allowed = Array.from(words, (letter) =>
    isForbidden(letter.codePointAt(0) ?? 0) ? '\ufffd' : letter,
  );
  return allowed
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Words that stand on a point. */
export function drawText(x: number, y: number, words: string, style: TextStyle): string {
  const { size, anchor = 'start', bold = false, fill = INK, turn = 0 } = style;
  const place =
    turn === 0
      ? `x="${round(x)}" y="${round(y)}"`
      : `transform="translate(${round(x)},${round(y)}) rotate(${round(turn)})"`;
  const side = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  const weight = bold ? ' font-weight="bold"' : '';
  return `<text ${place} font-size="${round(size)}"${side}${weight} fill="${fill}">${escapeText(words)}</text>`;
}

/** The box that words fill, if they are not turned. */
export function boxOfText(x: number, y: number, words: string, style: Omit<TextStyle, 'turn'>): Box {
  const { size, anchor = 'start', bold = false } = style;
  const width = textWidth(words, size, bold);
  const middle = { start: width / 2, middle: 0, end: -width / 2 }[anchor];
  const height = (ASCENT + DESCENT) * size;
  return { x: x + middle, y: y - (ASCENT * size) / 2 + (DESCENT * size) / 2, width, height, turn: 0 };
}

/** How far below a middle words stand that are to be centred on it: half a capital letter [pt]. */
export const belowMiddle = (size: number): number => 0.36 * size;
