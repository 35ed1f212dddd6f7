// Is the stored study of the error bar what the library does? A part of its problems again, each against what is stored of it.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { STUDY_MODES } from './modes.js';
import { type StoredStudy, STORED_STUDY } from './study-record.js';
import { type StudiedProblem, studyProblem } from './study-problem.js';
import { worstWidth } from './summary.js';
import { NAMES } from './truth.js';

/** One problem in so many; 1: the whole study. */
const EVERY = Number(process.env.EVERY ?? 10);

/** What another machine or version of Node may change in the largest error over bar of a problem. */
const SAME = 0.01;

/** Of all numbers with a bar, at least so many are held in each mode, even in a few problems; of those that boil there are six. */
const leastHeld = (name: string): number => (name === 'boiling' ? 0.85 : 0.95);

const stored = JSON.parse(readFileSync(STORED_STUDY, 'utf8')) as StoredStudy;

/** Sizes alone: the highest temperature within a pulse is at an edge, where its bar is known to be too narrow. */
function heldPart(studied: readonly StudiedProblem[]): number {
  const sizes = studied.flatMap(({ found }) => found).filter(({ size }) => !size.includes('hottest'));
  return sizes.filter(({ error, bar }) => error <= bar).length / sizes.length;
}

describe.each(Object.entries(STUDY_MODES))('%s', (name, mode) => {
  const { worstOf, problems: count } = stored.modes.find((one) => one.mode === name)!;
  test('every problem comes out as it is stored, and bars hold', () => {
    const problems = mode.problems(mode.count, mode.seed);
    expect(count).toBe(mode.count);
    const studied = problems.flatMap((problem, k) =>
      k % EVERY === 0 ? [studyProblem(mode, problem, k)] : [],
    );
    for (const one of studied) {
      for (const resolution of NAMES) {
        const [now, then] = [worstWidth(one, resolution), worstOf[resolution][one.index]];
        const where = `problem ${one.index}, ${resolution}`;
        if (now === null || then === null || then === undefined) expect(now, where).toBe(then);
        else expect(Math.abs(now - then), where).toBeLessThanOrEqual(SAME * Math.max(then, 0.1));
      }
    }
    expect(heldPart(studied)).toBeGreaterThan(leastHeld(name));
  });
});
