import type { Measured } from 'rf-lesion';
import {
  type Axis,
  axisFor,
  drawAxes,
  drawCurve,
  drawMeasured,
  type LineStyle,
  type Panel,
  xIn,
} from './chart.js';
import { framePicture, px } from './picture.js';

/** Measured lengths over another number. */
export interface Series {
  readonly name: string;
  /** Lengths in m, which are drawn in mm. */
  readonly points: readonly (readonly [x: number, y: Measured])[];
}

/** A chart of several series. */
export interface MeasuredPanel {
  /** What is drawn upwards, with its unit: 'width (mm)'. */
  readonly label: string;
  readonly series: readonly Series[];
}

/** What all panels share. */
export interface PanelsCaption {
  readonly title: string;
  readonly subtitle: string;
  readonly across: Axis;
  /** Said in bold before the names of the series: 'bare tip'. */
  readonly key: string;
  /** Names of places across, written at the top of each panel. */
  readonly places?: readonly (readonly [x: number, name: string])[];
}

/** Told apart by dash and mark as well as by colour. */
const STYLES: readonly (LineStyle & { readonly marker: 'disc' | 'square' })[] = [
  { colour: '#00508c', marker: 'disc', dash: '' },
  { colour: '#b34700', marker: 'square', dash: '8 4' },
  { colour: '#00705a', marker: 'disc', dash: '2 4' },
  { colour: '#6b3d8f', marker: 'square', dash: '10 3 2 3' },
];
const styleOf = (k: number): (typeof STYLES)[number] => STYLES[k % STYLES.length] ?? { marker: 'disc' };

const scaled = ({ value, numericalError }: Measured): Measured => ({
  value: 1e3 * value,
  numericalError: numericalError === null ? null : 1e3 * numericalError,
});

/** Lengths in the picture [px]. */
const PANEL = { width: 212, height: 260, left: 72, right: 14, top: 110 } as const;
const KEY = { y: 74, line: 38, gap: 26, letter: 7.6 } as const;

/** The names of all series in one row. */
function drawNames(key: string, names: readonly string[]): string {
  let x = 16;
  const place = (text: string, bold: boolean): string => {
    const word = `<text x="${px(x)}" y="${KEY.y + 5}"${bold ? ' font-weight="bold"' : ''}>${text}</text>`;
    x += KEY.letter * text.length + KEY.gap;
    return word;
  };
  const parts = [place(key, true)];
  for (const [k, name] of names.entries()) {
    const { colour = '#000', dash = '' } = styleOf(k);
    parts.push(
      `<path d="M${px(x)},${KEY.y}h${KEY.line}" stroke="${colour}" stroke-width="1.8" stroke-dasharray="${dash === '' ? 'none' : dash}"/>`,
    );
    x += KEY.line + 7;
    parts.push(place(name, false));
  }
  return parts.join('\n');
}

/** Charts of lengths side by side over the same numbers, from zero upwards, with error bars, as an SVG picture. */
export function drawPanels(
  charts: readonly MeasuredPanel[],
  { title, subtitle, across, key, places = [] }: PanelsCaption,
): string {
  const step = PANEL.left + PANEL.width + PANEL.right;
  const parts = charts.map(({ label, series }, n) => {
    const heights = series.flatMap(({ points }) => points.map(([, { value }]) => 1e3 * value));
    const panel: Panel = {
      ...{ x: n * step + PANEL.left, y: PANEL.top, width: PANEL.width, height: PANEL.height },
      across,
      up: axisFor(label, [0, ...heights]),
    };
    const names = places.map(
      ([x, name]) =>
        `<text x="${px(xIn(panel, x))}" y="${PANEL.top - 7}" text-anchor="middle" font-size="12" fill="#444">${name}</text>`,
    );
    const lines = series.map(({ points }, k) => {
      const { marker, ...style } = styleOf(k);
      const curve = points.map(([x, { value }]) => [x, 1e3 * value] as const);
      const marks = points.map(([x, y]) =>
        drawMeasured(panel, x, scaled(y), { marker, colour: style.colour ?? '#000' }),
      );
      return `${drawCurve(panel, curve, style)}\n${marks.join('\n')}`;
    });
    return [drawAxes(panel, true), ...names, ...lines].join('\n');
  });
  const names = charts[0]?.series.map(({ name }) => name) ?? [];
  const size = { width: charts.length * step, height: PANEL.top + PANEL.height + 56 };
  return framePicture({ ...size, title, subtitle, left: 16 }, [drawNames(key, names), ...parts].join('\n'));
}
