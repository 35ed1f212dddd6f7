import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { afterAll, afterEach, expect, type RunnerTask } from 'vitest';
import {
  type ClaimRecord,
  differenceOf,
  mergeRecords,
  type Statement,
  statementOf,
  STORED,
  type StoredClaims,
} from './claim-record.js';
import { observedOrders } from './observed-order.js';

export { DERIVED } from './claim-record.js';

/** What a claim rests on; asserted when the claim is made. */
export type Evidence =
  | {
      /** Errors that shrink as a grid or a step is refined, from coarse to fine. */
      readonly kind: 'order';
      readonly errors: readonly number[];
      /** By which each is refined, 2 unless stated. */
      readonly ratio?: number;
      readonly expected: number;
      /** Least and most of the orders observed. */
      readonly accepted: readonly [least: number, most?: number];
      /** The first of the errors whose order counts; with `isWhole` the order is judged from there to the last at once. */
      readonly from?: number;
      readonly isWhole?: boolean;
      /** Of the finest. */
      readonly below: number;
    }
  /** One number, its error relative where the unit is '%'. */
  | { readonly kind: 'value'; readonly exact: number; readonly ours: number; readonly below: number }
  /** The worst of some errors. */
  | { readonly kind: 'worst'; readonly errors: readonly number[]; readonly below: number }
  /** The same where nothing but round-off may be left. */
  | { readonly kind: 'round-off'; readonly errors: readonly number[]; readonly below: number };

/** The rounding that makes a figure the same on all machines. */
const rounded = (value: number, digits: number): number => Number(value.toPrecision(digits));

const made = new Map<string, ClaimRecord>();

/** Errors that a claim is judged by, and its values. */
function figuresOf({ unit }: Statement, evidence: Evidence): { errors: readonly number[]; values?: object } {
  if (evidence.kind === 'value') {
    const { exact, ours } = evidence;
    const error = Math.abs(ours - exact) / (unit === '%' ? Math.abs(exact) : 1);
    return { errors: [error], values: { exact: rounded(exact, 6), ours: rounded(ours, 6) } };
  }
  if (evidence.kind === 'order') return { errors: evidence.errors.slice(-1) };
  return evidence;
}

function ordersOf({ errors, ratio = 2, from = 0, isWhole = false }: Evidence & { kind: 'order' }): number[] {
  const counted = errors.slice(from);
  if (!isWhole) return observedOrders(counted, ratio);
  return observedOrders([counted[0]!, counted.at(-1)!], ratio ** (counted.length - 1));
}

/**
 * Makes a claim: asserts it, and puts it on the page of claims. Tests of several cases make the same claim for each; the page
 * shows the worst.
 */
export function claim(statement: Statement, evidence: Evidence): void {
  const { id } = statement;
  const { errors, values } = figuresOf(statement, evidence);
  const worst = Math.max(...errors.map((error) => (Number.isNaN(error) ? Infinity : Math.abs(error))));
  expect(errors.length, id).toBeGreaterThan(0);
  expect(worst, id).toBeLessThan(evidence.below);
  let order: ClaimRecord['order'];
  if (evidence.kind === 'order') {
    const [least, most = null] = evidence.accepted;
    const orders = ordersOf(evidence);
    const shown = `${id}: errors ${evidence.errors.join(' ')}, order`;
    for (const one of orders) {
      expect(one, shown).toBeGreaterThan(least);
      if (most !== null) expect(one, shown).toBeLessThan(most);
    }
    const [low, high] = [Math.min(...orders), Math.max(...orders)].map((one) => rounded(one, 3));
    order = { expected: evidence.expected, accepted: [least, most], observed: [low!, high!] };
  }
  const record: ClaimRecord = {
    ...statement,
    file: relative(process.cwd(), expect.getState().testPath!).replaceAll('\\', '/'),
    compared: evidence.kind === 'order' ? evidence.errors.length : errors.length,
    error: evidence.kind === 'round-off' ? null : rounded(worst, 2),
    accepted: evidence.below,
    ...(values && { values: values as NonNullable<ClaimRecord['values']> }),
    ...(order && { order }),
  };
  const before = made.get(id);
  if (before) expect(statementOf(statement), id).toEqual(statementOf(before));
  made.set(id, before ? mergeRecords(before, record) : record);
}

/** Whether every test of a file was run and passed: otherwise some cases of its claims are missing. */
const isWhole = (task: Readonly<RunnerTask>): boolean =>
  'tasks' in task ? task.tasks.every(isWhole) : task.result?.state === 'pass';

/** What of a file's claims is not as it is stored. */
function staleClaims(records: readonly ClaimRecord[]): string[] {
  const { claims } = JSON.parse(readFileSync(STORED, 'utf8')) as StoredClaims;
  const [{ file }] = records as [ClaimRecord];
  const gone = claims.filter((stored) => stored.file === file && !made.has(stored.id));
  return [
    ...gone.map(({ id }) => `${id} is no longer made`),
    ...records.flatMap((record) => {
      const stored = claims.find(({ id }) => id === record.id);
      const difference = stored ? differenceOf(stored, record) : 'is not there';
      return difference === null ? [] : [`${record.id} ${difference}`];
    }),
  ];
}

let file: Readonly<RunnerTask> | null = null;
afterEach(({ task }) => {
  ({ file } = task);
});

/** Writes the claims of a file, or holds them to those stored. */
afterAll(() => {
  const records = [...made.values()];
  if (records.length === 0 || !file || !isWhole(file)) return;
  const folder = process.env['CLAIMS'];
  if (folder === undefined) {
    expect(
      staleClaims(records),
      `${STORED} is stale; npm run verification makes it and the page anew.`,
    ).toEqual([]);
    return;
  }
  mkdirSync(folder, { recursive: true });
  const name = records[0]!.file.replaceAll('/', '-');
  writeFileSync(`${folder}/${name}.json`, JSON.stringify(records));
});
