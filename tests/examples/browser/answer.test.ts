import { estimateLesion } from 'rf-lesion';
import { describe, expect, test } from 'vitest';
import { type Answer, answersTo } from '../../../examples/browser/answer.js';
import { problemOf, type Settings } from '../../../examples/browser/settings.js';
import { describeLength } from '../../../examples/browser/words.js';
import { missingNumbers, unclosedTags } from '../svg-faults.js';

const SHORT: Settings = { temperature: 70, time: 20, tip: 4, gauge: 22, tissue: 'muscle' };

/** All answers; the work is ended after so many of them. */
async function collect(most = Infinity): Promise<Answer[]> {
  const work = new AbortController();
  const answers: Answer[] = [];
  for await (const answer of answersTo(SHORT, work.signal)) {
    answers.push(answer);
    if (answers.length === most) work.abort();
  }
  return answers;
}

describe('what the page shows', () => {
  test('is a draft, its picture, and then the answer with its own', async () => {
    const answers = await collect();
    expect(answers.map(({ resolution, picture }) => [resolution, picture !== null])).toEqual([
      ['draft', false],
      ['draft', true],
      ['standard', true],
    ]);
    for (const { resolution, sizes, picture } of answers) {
      const { width, length, distalReach } = estimateLesion(problemOf(SHORT), { resolution });
      expect(sizes).toEqual({
        width: describeLength(width),
        length: describeLength(length),
        distalReach: describeLength(distalReach),
      });
      if (picture === null) continue;
      expect(picture).toContain('22 G needle in muscle');
      expect(unclosedTags(picture)).toEqual([]);
      expect(missingNumbers(picture)).toEqual([]);
    }
  });

  test.each([1, 2])('ends after answer %i when the work is ended there', async (most) => {
    expect(await collect(most)).toHaveLength(most);
  });

  test('is nothing where the work ends before it begins', async () => {
    const first = await answersTo(SHORT, AbortSignal.abort()).next();
    expect(first).toEqual({ done: true, value: undefined });
  });
});
