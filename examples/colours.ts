/** Colours of a field of temperatures. */
import { px } from './picture.js';

/** The colour map 'inferno' in ten steps: even in lightness, and safe for the colour-blind. */
export const INFERNO = [
  '#000004',
  '#1b0c42',
  '#4b0c6b',
  '#781c6d',
  '#a52c60',
  '#cf4446',
  '#ed6925',
  '#fb9a06',
  '#f7d03c',
  '#fcffa4',
] as const;

/** Pale colours of rising darkness: lines stay readable on them, in print as well. */
export const PALE = ['#ffffff', '#fff6df', '#ffe9b8', '#fdd78c', '#f7bf6a', '#e9a452', '#d68a45'] as const;

/** Colour at a part 0 to 1 of the way through a map of colours written as '#rrggbb'. */
export function colourAt(map: readonly string[], part: number): string {
  const at = part * (map.length - 1);
  const k = Math.min(Math.floor(at), map.length - 2);
  const channel = (name = '', index: number): number =>
    parseInt(name.slice(1 + 2 * index, 3 + 2 * index), 16);
  const mixed = [0, 1, 2].map((index) => {
    const [from, to] = [channel(map[k], index), channel(map[k + 1], index)];
    return Math.round(from + (at - k) * (to - from));
  });
  return `rgb(${mixed.join()})`;
}

/** [px] */
export const BAR_WIDTH = 16;

/** The colours of {@link INFERNO} as a bar of a height [px], with a tick every ten degrees. */
export function drawColourBar(height: number, lowest: number, highest: number): string {
  const stops = INFERNO.map(
    (colour, k) => `<stop offset="${px((100 * k) / (INFERNO.length - 1))}%" stop-color="${colour}"/>`,
  );
  const first = Math.ceil(lowest / 10) * 10;
  const ticks = Array.from({ length: Math.floor((highest - first) / 10) + 1 }, (_, k) => first + 10 * k);
  const marks = ticks.map((T) => {
    const y = height * (1 - (T - lowest) / (highest - lowest));
    return `<path d="M${BAR_WIDTH},${px(y)}h5" stroke="#222"/><text x="${BAR_WIDTH + 9}" y="${px(y + 5)}" fill="#222">${T} °C</text>`;
  });
  return `<linearGradient id="inferno" x1="0" y1="1" x2="0" y2="0">${stops.join('')}</linearGradient>
<rect width="${BAR_WIDTH}" height="${px(height)}" fill="url(#inferno)" stroke="#222"/>
${marks.join('\n')}`;
}
