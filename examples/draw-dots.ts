import { scaleLinear } from 'd3-scale';
import type { Measured } from 'rf-lesion';
import { inMillimetres } from './millimetres.js';
import { framePicture, px } from './picture.js';

/** A width with its name. */
export interface NamedWidth {
  readonly name: string;
  /** [m] */
  readonly width: Measured;
}

/** Lengths in the picture [px]. */
const PLOT = { x: 406, y: 68, width: 360, right: 130 } as const;
const ROW = 26;
const CAP = 5;
const DOT = 3;

/** Widths below each other with their error bars and a line at the first of them, as an SVG picture. */
export function drawDots(
  widths: readonly NamedWidth[],
  { title, subtitle }: { readonly title: string; readonly subtitle: string },
): string {
  const all = widths.map(({ width }) => 1e3 * (width.value + (width.numericalError ?? 0)));
  const scale = scaleLinear([0, Math.max(...all)], [PLOT.x, PLOT.x + PLOT.width]).nice();
  const bottom = PLOT.y + ROW * widths.length;
  const ticks = scale.ticks(6).map((mm) => {
    const x = px(scale(mm));
    return `<path d="M${x},${PLOT.y}V${bottom}" stroke="#ddd"/><text x="${x}" y="${bottom + 20}" text-anchor="middle">${mm}</text>`;
  });
  const first = px(scale(1e3 * (widths[0]?.width.value ?? 0)));
  const rows = widths.map(({ name, width }, k) => {
    const [mm, bar] = [1e3 * width.value, 1e3 * (width.numericalError ?? 0)];
    const y = PLOT.y + ROW * (k + 0.5);
    const ends = [mm - bar, mm + bar].map((end) => px(scale(end)));
    const caps = ends.map((end) => `M${end},${px(y - CAP)}v${2 * CAP}`).join('');
    return `<text x="${PLOT.x - 12}" y="${px(y + 5)}" text-anchor="end">${name}</text>
<circle cx="${px(scale(mm))}" cy="${px(y)}" r="${DOT}" fill="#00508c"/><path d="M${ends.join(`,${px(y)}H`)}${caps}" stroke="#00508c" stroke-width="1.4"/>
<text x="${PLOT.x + PLOT.width + PLOT.right - 16}" y="${px(y + 5)}" text-anchor="end">${inMillimetres(width)}</text>`;
  });
  const body = `${ticks.join('\n')}
<path d="M${first},${PLOT.y}V${bottom}" stroke="#444" stroke-dasharray="5 4"/>
<path d="M${PLOT.x},${PLOT.y}V${bottom}H${PLOT.x + PLOT.width}" fill="none" stroke="#222"/>
${rows.join('\n')}
<text x="${PLOT.x + PLOT.width / 2}" y="${bottom + 42}" text-anchor="middle">width of the lesion by 50 °C (mm)</text>`;
  const size = { width: PLOT.x + PLOT.width + PLOT.right, height: bottom + 56 };
  return framePicture({ ...size, title, subtitle, left: 16 }, body);
}
