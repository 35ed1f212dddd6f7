import {
  estimateLesion,
  loadState,
  type Problem,
  replayReceipt,
  type Resolution,
  type RunState,
  saveState,
  simulate,
  simulateSteps,
} from 'rf-lesion';
import { describe, expect, test } from 'vitest';
import { crc32 } from '../../src/receipt.js';
import { coupledFeProblem } from '../support/coupled-problem.js';
import { feProblem } from '../support/problems.js';

const QUICK: Resolution = { spacing: 0.3e-3, growthRatio: 1.4, timeStep: 2 };
const OPTIONS = { resolution: QUICK, criteria: [{ kind: 'cem43', minutes: 240 }] } as const;
const estimate = estimateLesion(coupledFeProblem, OPTIONS);
const { receipt } = estimate;

test('the checksum has the check value of CRC-32', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe('cbf43926');
  expect(crc32(new Uint8Array(0))).toBe('00000000');
});

describe('a receipt', () => {
  test('says what was asked and what came out', () => {
    expect(receipt.problem).toEqual(coupledFeProblem);
    expect(receipt.resolution).toEqual(QUICK);
    expect(receipt.energyResidual).toBe(estimate.energyAudit.residual);
    expect(receipt.warnings).toEqual(estimate.warnings.map(({ code }) => code));
    expect(Object.values(receipt.checksums).every((sum) => /^[0-9a-f]{8}$/.test(sum))).toBe(true);
  });

  test('is repeated from JSON and found the same', () => {
    const again = replayReceipt(JSON.parse(JSON.stringify(receipt)) as typeof receipt);
    expect(again).toMatchObject({ isSame: true, differing: [] });
    expect(again.estimate.width).toEqual(estimate.width);
  });

  test('of a run that differs in its last bits is found out', () => {
    const { target } = coupledFeProblem.heating;
    const heating = { ...coupledFeProblem.heating, target: target * (1 + 2 * Number.EPSILON) };
    const { isSame, differing } = replayReceipt({ ...receipt, problem: { ...coupledFeProblem, heating } });
    expect(isSame).toBe(false);
    expect(differing).toContain('temperature');
  });

  test.each(['sizes', 'history', 'temperature', 'peakTemperature'] as const)(
    '%s that differ are named',
    (name) => {
      const checksums = { ...receipt.checksums, [name]: '00000000' };
      expect(replayReceipt({ ...receipt, checksums }).differing).toEqual([name]);
    },
  );

  test.each([null, {}, { package: 'other', checksums: {} }, { package: 'rf-lesion' }])(
    '%j is none',
    (what) => {
      expect(() => replayReceipt(what as unknown as typeof receipt)).toThrow(/receipt must be/);
    },
  );
});

/** Pseudo-random parts of 1, from a seed. */
function* parts(seed: number): Generator<number, never> {
  for (let x = seed; ;) {
    x = (x * 48271) % 2147483647;
    yield x / 2147483647;
  }
}

describe('a saved state', () => {
  const bits = (problem: Problem, resumeFrom?: RunState): Record<string, unknown> => {
    const { temperature, history, exposure } = simulate(problem, {
      ...OPTIONS,
      ...(resumeFrom ? { resumeFrom } : {}),
    });
    return { temperature, history, exposure };
  };

  test.each([
    ['a held tip', feProblem],
    ['RF current', coupledFeProblem],
  ])('of %s, saved as text at 25 random moments, goes on with the same bits', (_, problem) => {
    const whole = bits(problem);
    const total = simulate(problem, OPTIONS).steps;
    const random = parts(2026);
    for (let n = 0; n < 25; n++) {
      const steps = simulateSteps(problem, OPTIONS);
      let saved = '';
      for (let k = 0; k <= Math.floor(random.next().value * (total - 1)); k++) {
        const next = steps.next();
        if (next.done !== true) saved = saveState(next.value.state);
      }
      expect(bits(problem, loadState(saved))).toEqual(whole);
    }
  });

  test.each([
    ['no JSON', '{', 'is not JSON'],
    ['other JSON', '{"format":"other"}', 'its format was "other"'],
    ['null', 'null', 'its format was undefined'],
    ['another version', '{"format":"rf-lesion/state","version":"9","state":{}}', 'its version was "9"'],
  ])('%s is refused in one sentence', (_, text, was) => {
    expect(() => loadState(text)).toThrow(was);
  });

  test('of another problem is refused', () => {
    const { value } = simulateSteps(feProblem, OPTIONS).next();
    const state = loadState(saveState((value as { state: RunState }).state));
    expect(() => simulate(coupledFeProblem, { ...OPTIONS, resumeFrom: state })).toThrow('resumeFrom');
  });
});
