// What is not the physics: options, states to go on from, runs that would never end.
import { describe, expect, test } from 'vitest';
import { estimateLesion, LesionModelError, simulate } from '../../src/index.js';
import { feProblem } from '../support/problems.js';

const caught = (act: () => unknown): LesionModelError => {
  try {
    act();
  } catch (error) {
    if (error instanceof LesionModelError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
};

describe('options are checked like everything else', () => {
  test.each([
    [{ errorbar: false }, 'errorbar', 'errorBar'],
    [{ errorBar: 'no' }, 'errorBar', "'no'"],
    [{ strict: 1 }, 'strict', 'true or false'],
    [{ onProgress: 5 }, 'onProgress', 'a function'],
    [{ signal: 5 }, 'signal', 'AbortSignal'],
    [{ criterium: [] }, 'criterium', 'criteri'],
    [5, '', '5'],
  ])('estimate: %j', (options, path, words) => {
    const error = caught(() => estimateLesion(feProblem, options as never));
    expect(error.code).toBe('invalid-input');
    expect(error.path).toBe(path);
    expect(error.message).toContain(words);
  });

  test.each([
    [{ snapshots: [1] }, 'snapshots'],
    [{ snapshotTimes: 30 }, 'snapshotTimes'],
    [{ snapshotTimes: [30, 1e6] }, 'snapshotTimes[1]'],
  ])('simulate: %j', (options, path) => {
    expect(caught(() => simulate(feProblem, options as never))).toMatchObject({
      code: 'invalid-input',
      path,
    });
  });
});

describe('a state to go on from', () => {
  const { state } = simulate(feProblem, { resolution: 'draft' });

  test.each([
    ['nothing of the kind', {}],
    ['a number', 5],
    ['of another target', state],
  ])('%s is refused', (_name, resumeFrom) => {
    const other = { ...feProblem, heating: { ...feProblem.heating, target: 70 } };
    const error = caught(() => simulate(other, { resolution: 'draft', resumeFrom: resumeFrom as never }));
    expect(error).toMatchObject({ code: 'invalid-input', path: 'resumeFrom' });
  });

  test('of another resolution is refused', () => {
    expect(caught(() => simulate(feProblem, { resumeFrom: state })).path).toBe('resumeFrom');
  });
});

test('a run that would hardly ever end is refused before it begins', () => {
  const resolution = { spacing: 1e-6, growthRatio: 1.01, timeStep: 1e-4 };
  const short = { ...feProblem, domain: { radius: 2e-3, below: 2e-3, above: 7e-3 } };
  expect(caught(() => simulate(short, { resolution }))).toMatchObject({
    code: 'invalid-input',
    path: 'resolution',
  });
});

test.each([2e-3, 4e-3])(
  'a stated domain of %f m that shapes the lesion is an error, not a number',
  (radius) => {
    const tight = { ...feProblem, domain: { radius, below: radius, above: 5e-3 + radius } };
    const error = caught(() => estimateLesion(tight, { resolution: 'draft' }));
    expect(error).toMatchObject({ code: 'domain-too-small', path: 'domain' });
    expect(error.message).toContain('larger');
  },
);
