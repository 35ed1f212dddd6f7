import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { PAGE, verificationPage } from '../../docs/verification-page.js';
import {
  type ClaimRecord,
  differenceOf,
  mergeRecords,
  STORED,
  type StoredClaims,
} from '../support/claim-record.js';
import { sourceFiles } from './source-files.js';

const stored = JSON.parse(readFileSync(STORED, 'utf8')) as StoredClaims;
const files = ['tests/verification', 'tests/validation']
  .flatMap((folder) => sourceFiles(folder))
  .filter(({ path }) => path.endsWith('.test.ts'));

test('the page is what the stored claims make: npm run verification', async () => {
  expect(readFileSync(PAGE, 'utf8')).toBe(await verificationPage(stored));
});

test.each(files.map(({ path }) => path))('%s makes a claim', (path) => {
  expect(stored.claims.filter(({ file }) => file === path).length).toBeGreaterThan(0);
});

test('every claim is of a test that there is, and all ids differ', () => {
  const paths = files.map(({ path }) => path);
  for (const { file, id } of stored.claims) expect(paths, id).toContain(file);
  expect(new Set(stored.claims.map(({ id }) => id)).size).toBe(stored.claims.length);
});

describe('a claim', () => {
  const claim: ClaimRecord = {
    id: 'slab/transient',
    kind: 'exact solutions',
    claim: 'A slab',
    definition: 'A series',
    source: 'derived in the file',
    unit: '°C',
    file: 'tests/verification/slab.test.ts',
    compared: 3,
    error: 0.01,
    accepted: 0.02,
    order: { expected: 2, accepted: [1.9, 2.1], observed: [1.98, 2] },
  };
  const order = claim.order!;

  test('is that stored where figures differ by what machines do', () => {
    expect(differenceOf(claim, claim)).toBeNull();
    const near = { ...claim, error: 0.0105, order: { ...order, observed: [1.97, 2.01] as const } };
    expect(differenceOf(claim, near)).toBeNull();
  });

  test.each<[string, Partial<ClaimRecord>]>([
    ['its words', { claim: 'Another slab' }],
    ['what it accepts', { accepted: 0.03 }],
    ['how much it compares', { compared: 4 }],
    ['its error', { error: 0.012 }],
    ['the order it expects', { order: { ...order, expected: 1 } }],
    ['the order it asserts', { order: { ...order, accepted: [1.5, null] } }],
    ['the order it observes', { order: { ...order, observed: [1.9, 2] } }],
  ])('is stale when %s changes', (_, change) => {
    expect(differenceOf(claim, { ...claim, ...change })).not.toBeNull();
  });

  test('of several cases has the worst error and the orders of all', () => {
    const other = { ...claim, error: 0.015, order: { ...order, observed: [1.95, 1.99] as const } };
    for (const merged of [mergeRecords(claim, other), mergeRecords(other, claim)]) {
      expect(merged).toMatchObject({ compared: 6, error: 0.015 });
      expect(merged.order!.observed).toEqual([1.95, 2]);
    }
  });
});
