// Writes the table "Why trust it" of the README from what is stored: `npm run readme`. A test fails when it is another.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { evidenceOf } from './preset-cells.js';
import { fillMarks, type MarkedPage, table } from './markdown.js';
import { STORED_BENCH, type StoredBench } from './performance-page.js';
import { EXPERIMENTS, type StoredScorecard } from './validation-page.js';
import { doseThresholds } from '../src/presets/dose-thresholds.js';
import { electrodes } from '../src/presets/electrodes.js';
import { generators } from '../src/presets/generators.js';
import { materials } from '../src/presets/materials.js';
import { tissues } from '../src/presets/tissues.js';
import { type StoredStudy, STORED_STUDY } from '../tests/studies/study-record.js';
import { STORED, type StoredClaims } from '../tests/support/claim-record.js';
import { STORED_SCORECARD } from '../tests/validation/scorecard.js';

export const PAGE: MarkedPage = {
  path: 'README.md',
  begin: '<!-- trust: begin -->',
  end: '<!-- trust: end -->',
};

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** What must be there. */
function found<T>(value: T | null | undefined, what: string): T {
  if (value === undefined || value === null) throw new Error(`What is stored has no ${what}.`);
  return value;
}

const percent = (part: number, digits: number): string => `${(100 * part).toFixed(digits)} %`;

function verification(): string[] {
  const { claims } = read(STORED) as StoredClaims;
  const lengths = claims
    .filter(({ id }) => id.endsWith('-fem/standard/lengths'))
    .map(({ id, error }) => found(error, `error of ${id}`));
  const numbers = claims.reduce((sum, { compared }) => sum + compared, 0);
  return [
    'Are the equations solved?',
    `${claims.length} claims, ${numbers} numbers, each against an exact solution, an observed order, a balance or an independent finite-element solution: of a held tip and of controlled RF, from which sizes differ by ${percent(Math.max(...lengths), 2)} of the width at most`,
    '[verification](docs/verification.md)',
  ];
}

function errorBar(): string[] {
  const { modes } = read(STORED_STUDY) as StoredStudy;
  const widths = modes.flatMap(({ rows }) =>
    rows.filter(({ resolution, size }) => resolution === 'standard' && size === 'width'),
  );
  const held = widths.map((row) => row.held);
  const problems = modes.reduce((sum, one) => sum + one.problems, 0);
  const rf = modes.find(({ mode }) => mode === 'rf');
  const usual = found(
    rf?.rows.find(
      ({ group, resolution, size }) => group === 'isotherms' && resolution === 'standard' && size === 'width',
    ),
    'isotherms of RF current',
  );
  return [
    'Does ± hold?',
    `In ${problems} random problems at standard resolution, against much finer runs of the same code, it holds ${percent(Math.min(...held), 1)} to ${percent(Math.max(...held), 1)} of the widths, by kind of problem; its median is ${percent(usual.bar, 2)} of the width, ${(usual.bar / usual.error).toFixed(0)} times the median error (RF current)`,
    '[error bar](docs/error-bar.md)',
  ];
}

function validation(): string[] {
  const { scores } = read(STORED_SCORECARD) as StoredScorecard;
  const records = (read(EXPERIMENTS) as readonly unknown[]).length;
  const used = new Set(scores.flatMap((score) => score.records)).size;
  const unmet = scores
    .filter(({ verdict }) => verdict !== 'met')
    .map(({ title, verdict }) => `${title} (${verdict})`);
  return [
    'Do experiments agree?',
    `${used} of ${records} published records state enough to be computed. Of ${scores.length} facts ${scores.length - unmet.length} are met by a rule written beforehand; not: ${unmet.join(', ')}. No absolute size with a complete set-up was found; three that are stated without one are smaller than what the model gives`,
    '[validation](docs/validation.md)',
  ];
}

function sources(): string[] {
  const families = [tissues, materials, electrodes, generators, doseThresholds];
  const grades = families.flatMap((family) => evidenceOf(family)).map(([, , { grade }]) => grade);
  const count = (grade: string): number => grades.filter((one) => one === grade).length;
  return [
    'Where are the numbers from?',
    `${grades.length} numbers of the presets have a grade: ${count('A')} read in the primary source, ${count('B')} in a secondary one or in code, ${count('C')} in a summary, ${count('D')} computed from such, ${count('M')} from memory, and every use of one of these warns. What no source states (the place of a thermocouple, a sleeve, a ramp) is listed as assumed`,
    '[presets](docs/presets.md)',
  ];
}

function mutation(): string[] {
  const all = found(
    /^all\s+\d+\s+(\d+).*?([\d.]+) %$/m.exec(readFileSync('docs/mutation.md', 'utf8')),
    'score of mutants',
  );
  return [
    'Would the tests notice?',
    `Of ${found(all[1], 'mutants')} random changes to grid, numerics, physics and metrics, tests find ${found(all[2], 'score')} % of those that change anything`,
    '[mutation](docs/mutation.md)',
  ];
}

function speed(): string[] {
  const { own, beside } = read(STORED_BENCH) as StoredBench;
  const cost = found(
    own.tasks.rf.costs.find(({ resolution }) => resolution === 'standard'),
    'RF answer',
  );
  return [
    'How fast is it?',
    `${cost.withBar.toFixed(0)} ms for an RF answer with its error bars (${own.machine}); the conduction loop takes ${found(beside.comparisons.c.ratio, 'ratio to C').toFixed(1)} times as long as the same in C`,
    '[performance](docs/performance.md)',
  ];
}

/** The page with its table. */
export function withTrustTable(text: string): Promise<string> {
  const rows = [verification(), errorBar(), validation(), sources(), mutation(), speed()];
  return fillMarks(text, PAGE, table(['question', 'what was found', 'how'], rows));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(PAGE.path, await withTrustTable(readFileSync(PAGE.path, 'utf8')));
}
