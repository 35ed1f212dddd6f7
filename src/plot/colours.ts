/** Colours of temperature, even in lightness and safe for the colour-blind. */
import { interpolateCividis, interpolateInferno, interpolateViridis } from 'd3-scale-chromatic';

/** A map of colours from cold to hot. */
export type ColourMap = 'cividis' | 'inferno' | 'viridis';

const MAPS: Readonly<Record<ColourMap, (part: number) => string>> = {
  cividis: interpolateCividis,
  inferno: interpolateInferno,
  viridis: interpolateViridis,
};

export const COLOUR_MAPS: readonly ColourMap[] = ['cividis', 'inferno', 'viridis'];

/** Red, green and blue, 0 to 255, of a colour as '#rrggbb' or 'rgb(r, g, b)'. */
function channelsOf(colour: string): readonly number[] {
  if (!colour.startsWith('#')) return (colour.match(/[\d.]+/g) ?? []).map(Number);
  return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
}

/** Colour at a part 0 to 1 of the way through a map, as '#rrggbb'. */
export function colourAt(map: ColourMap, part: number): string {
  const channels = channelsOf(MAPS[map](part));
  return `#${channels.map((one) => Math.round(one).toString(16).padStart(2, '0')).join('')}`;
}

/** Relative luminance: 0 black, 1 white; the curve of sRGB taken as a square. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = channelsOf(colour).map((channel) => (channel / 255) ** 2);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** How well one colour reads on another: 1 not at all, 21 black on white. */
export function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** What reads on a colour: of two, white and black if nothing else is said, the one with more contrast. */
export function inkOn(
  colour: string,
  [light, dark]: readonly [string, string] = ['#ffffff', '#000000'],
): string {
  return contrast(light, colour) >= contrast(dark, colour) ? light : dark;
}
