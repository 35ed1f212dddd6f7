// The table in the comment on RESOLUTIONS says what was measured.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { STORED_BENCH, type StoredBench } from '../../docs/performance-page.js';
import { type StoredStudy, STORED_STUDY, type StudyRow } from '../studies/study-record.js';

const study = JSON.parse(readFileSync(STORED_STUDY, 'utf8')) as StoredStudy;
const bench = JSON.parse(readFileSync(STORED_BENCH, 'utf8')) as StoredBench;
const comment = readFileSync('src/problem/resolution.ts', 'utf8');

function widthOf(mode: string, resolution: string): StudyRow {
  const { rows } = study.modes.find((one) => one.mode === mode)!;
  return rows.find(
    (row) => row.group === 'isotherms' && row.size === 'width' && row.resolution === resolution,
  )!;
}

const percent = (part: number): string => `${(100 * part).toFixed(2)} %`;

test.each(['draft', 'standard', 'fine'])('%s', (resolution) => {
  const { cells, steps } = bench.own.tasks.held.costs.find((one) => one.resolution === resolution)!;
  const size = `| ${resolution} | ${cells} cells, ${steps} steps |`;
  if (resolution === 'fine') {
    expect(comment).toContain(size); // it was not studied
    return;
  }
  const [held, rf] = [widthOf('held', resolution), widthOf('rf', resolution)];
  const bars = `${percent(held.bar)} (RF current ${percent(rf.bar)})`;
  const errors = `${percent(held.error)} (${percent(rf.error)})`;
  expect(comment).toContain(`${size} ${bars} | ${errors} |`);
});
