/**
 * What counts as lesion? One heating about a 22 G cannula with a 5 mm tip, 80 °C for 90 s in muscle, judged by every published
 * damage rule at hand. Prints them side by side, and draws their borders. The table of docs/damage-rules.md is this one.
 */
import {
  cannula,
  compareCriteria,
  type CriterionRow,
  estimateLesion,
  formatComparison,
  publishedCriteria,
  tissues,
} from 'rf-lesion';
import { drawDamage } from './draw-damage.js';
import { writePicture } from './write-picture.js';

const estimate = estimateLesion(
  {
    electrode: cannula({ gauge: 22, tipLength: 5e-3 }),
    tissue: tissues.muscle,
    heating: { kind: 'temperature', target: 80, ramp: 10, duration: 90 },
  },
  { criteria: publishedCriteria },
);

export const rows: readonly CriterionRow[] = compareCriteria(estimate);
export const picture: string = drawDamage(estimate, rows, { needle: '22 G cannula', tissue: 'muscle' });

/** A row of the page's table, sizes in mm. */
export function citedRow({
  rule,
  threshold,
  sources,
  validity,
  isWithinValidity,
  width,
  length,
}: CriterionRow): string {
  const [source] = sources;
  const year = source?.year === undefined ? '' : ` ${source.year}`;
  const cited = source ? `${source.author.split(',')[0] ?? ''}${year} (${source.grade})` : '–';
  const stated = `${validity}${isWithinValidity === false ? ', not met' : ''}`;
  const size = ({ value, numericalError }: CriterionRow['width']): string =>
    `${(1e3 * value).toFixed(2)} ± ${(1e3 * (numericalError ?? NaN)).toFixed(2)}`;
  return `| ${rule} | ${threshold} | ${cited} | ${stated} | ${size(width)} | ${size(length)} |`;
}

console.log(formatComparison(rows));
writePicture('damage-rules', picture);
