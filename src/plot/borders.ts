/** Borders of lesions in a section, told apart by dash and width, not by colour alone. */
import type { Measured } from '../analysis/error-bar.js';
import type { LesionEstimate } from '../lesion-estimate.js';
import { makeRuler } from '../measure.js';
import { type Contour, contourOf } from '../metrics/contour.js';
import { makeFieldLines } from '../metrics/field-lines.js';
import type { LesionSize } from '../metrics/lesion-size.js';
import { describeCriterion } from '../output/criterion-in-words.js';
import { type Criterion, isSameCriterion } from '../problem/criterion.js';
import { surfaceOf, viewOf } from '../ruler.js';
import { inkOn } from './colours.js';
import type { ReadTemperature, TemperatureScale } from './field.js';
import { drawStroke, type Line, pathOf, type Stroke } from './lines.js';
import type { Format } from './picture.js';
import { type Section, type Side, SIDES } from './section.js';

/** The border of one region, its pieces on the right [mm]. */
export interface Border {
  readonly kind: 'headline' | 'isotherm' | 'rule' | 'zone';
  /** For the table: '50 °C'. */
  readonly name: string;
  /** Temperature that it follows in the field shown; null where it follows none [°C]. */
  readonly level: number | null;
  /** null for a line of the field that is no lesion. */
  readonly size: LesionSize<Measured> | null;
  readonly lines: readonly Line[];
}

/** Dashes and gaps in widths of the line, of rules that no isotherm tells. */
const DASHES = [
  [7, 2.5],
  [1.6, 1.6],
  [8, 2, 1.6, 2],
  [4, 1.5],
  [8, 2, 1.6, 2, 1.6, 2],
] as const;
const ZONE_DASH = [0.9, 3] as const;

/** Widths in lines of the format. */
const WIDTHS = { headline: 2.4, isotherm: 1, rule: 1.3, zone: 1.5 } as const;

/** Of rules for which no dashes are left. */
const BROADER = 1.8;

/** Light and dark ink of lines that are no isotherms. */
const RULE_INKS = ['#9be7ff', '#00344d'] as const;
const INKS = ['#ffffff', '#000000'] as const;

/** Of the error band about a border. */
const BAND_OPACITY = 0.35;

/** A band broader than so many of its lines would hide the field: it is drawn for the headline alone. */
const THIN = 5;

/** How many points of a border tell what it is drawn on. */
const TELLING = 24;

const linesOf = (contours: readonly Contour[]): Line[] =>
  contours.map(({ r, z }) => Array.from(r, (radius, n) => [1e3 * radius, 1e3 * (z[n] ?? NaN)] as const));

/**
 * The borders of an estimate after its cool-down: the headline's, those of all other criteria, and the reversible zone's.
 *
 * @param isPeak - Whether the field shown is the highest temperature, in which thresholds of it are isotherms; where it is not,
 * only the headline's is there.
 */
export function bordersOf(estimate: LesionEstimate, isPeak: boolean): Border[] {
  const { run, criterion, border, lesions, reversibleZone: zone } = estimate;
  const view = viewOf(run, 'final');
  const ruler = makeRuler(view, view.exposure);
  const levelOf = (one: Criterion): number | null =>
    isPeak && one.kind === 'peak-temperature' ? one.threshold : null;
  const nameOf = (one: Criterion): string =>
    `${!isPeak && one.kind === 'peak-temperature' ? 'peak ' : ''}${describeCriterion(one)}`;
  const headline: Border = {
    ...{ kind: 'headline', name: nameOf(criterion), level: levelOf(criterion) },
    ...{ size: estimate, lines: linesOf(border.contours) },
  };
  const others = lesions
    .filter((one) => !isSameCriterion(one.criterion, criterion))
    .filter((one) => isPeak || one.criterion.kind !== 'peak-temperature')
    .map((one): Border => {
      const level = levelOf(one.criterion);
      const lines = linesOf(ruler.contour(one.criterion));
      const kind = level === null ? 'rule' : 'isotherm';
      return { kind, name: nameOf(one.criterion), level, size: one.final, lines };
    });
  if (!zone) return [headline, ...others];
  const name = `reversible, ${nameOf(zone.criterion)}`;
  const lines = linesOf(zone.border.contours);
  return [
    headline,
    ...others,
    { kind: 'zone', name, level: levelOf(zone.criterion), size: zone.final, lines },
  ];
}

/** Lines of equal temperature at the end of a run. */
export function isothermsOf({ run }: LesionEstimate, levels: readonly number[]): Border[] {
  const { grid, interfaces, temperature, tipTemperature } = run;
  const lines = makeFieldLines(grid, interfaces)(
    temperature.data,
    surfaceOf(run, temperature.data, tipTemperature),
  );
  return levels.map((level) => ({
    ...{ kind: 'isotherm', name: `${level} °C`, level, size: null },
    lines: linesOf(contourOf(grid, lines, level)),
  }));
}

/** A border with its stroke. */
export interface InkedBorder extends Border {
  readonly stroke: Stroke;
  /** A colour of the field where it runs. */
  readonly ground: string;
}

/** Gives every border its dashes, and an ink that reads where it runs. */
export function inkBorders(
  borders: readonly Border[],
  read: ReadTemperature,
  scale: TemperatureScale,
  { half, bottom, top }: Section,
  { line }: Format,
): InkedBorder[] {
  let rules = 0;
  return borders.map((border) => {
    const { kind, level, lines } = border;
    const seen = lines.flat().filter(([r, z]) => r < half && z > bottom && z < top);
    const some = seen.filter((_, n) => n % Math.ceil(seen.length / TELLING) === 0);
    const mean = some.reduce((sum, [r, z]) => sum + read(r, z) / some.length, 0);
    const ground = scale.colourOf(level ?? (some.length > 0 ? mean : scale.lowest));
    const number = kind === 'rule' ? rules++ : 0;
    const width = WIDTHS[kind] * line * (number < DASHES.length ? 1 : BROADER);
    const colour = inkOn(ground, kind === 'rule' ? RULE_INKS : INKS);
    const dashes =
      kind === 'zone' ? ZONE_DASH : kind === 'rule' ? (DASHES[number % DASHES.length] ?? []) : [];
    const dash = dashes.map((one) => String(Number((one * width).toFixed(2)))).join(' ');
    return { ...border, stroke: { colour, width, dash }, ground };
  });
}

/** A border on one side or on both, with the error band of its width where that is known. */
export function drawBorder(
  section: Section,
  { kind, lines, size, stroke }: InkedBorder,
  sides: readonly Side[] = SIDES,
): string {
  const path = sides.flatMap((side) => lines.map((line) => linePath(section, line, side))).join('');
  const bar = 1e3 * (size?.width.numericalError ?? 0) * section.scale;
  // A width of w ± e has its border within e/2 on either side.
  const isThin = bar < THIN * stroke.width;
  const band =
    bar > 0 && (kind === 'headline' ? Number.isFinite(bar) : isThin)
      ? drawStroke(path, { colour: stroke.colour, width: bar, opacity: BAND_OPACITY })
      : '';
  return `${band}${drawStroke(path, stroke)}`;
}

const linePath = ({ xOf, yOf }: Section, line: Line, side: Side): string =>
  pathOf(line.map(([r, z]) => [xOf(side * r), yOf(z)] as const));
