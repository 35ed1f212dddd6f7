// Writes docs/verification.md from what the tests claimed: `npm run verification` runs them and then this. A test fails when the
// page is not what this makes of the stored claims, and every claim fails that is no longer as it is stored.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { CLAIM_KINDS, type ClaimRecord, STORED, type StoredClaims } from '../tests/support/claim-record.js';
import { table } from './markdown.js';
import { stamp } from '../tests/support/stamp.js';

export const PAGE = 'docs/verification.md';
/** Where `npm run verification` makes the tests leave their claims. */
const FOLDER = 'out/claims';

const INTRODUCTION: Readonly<Record<ClaimRecord['kind'], string>> = {
  'exact solutions': 'Temperatures and damage against solutions in closed form or of an ordinary equation.',
  conservation: 'What must balance, does so to round-off.',
  fields: 'Potential, current, impedance and Joule heat.',
  measuring: 'From a field to sizes: borders, volumes, coverage, and the error bars of what is reported.',
  time: 'Order in time, pulses, schedules, and runs that are saved and resumed.',
  layers: 'Several tissues, spheres that cut cells, and blood that flows.',
  'finite elements':
    'Every number of two finite-element solutions, made and checked by two codes that share nothing with this one. Files and definitions: `tests/validation/data`.',
};

/** In the unit of the claim; relative errors in per cent. */
function inUnit(value: number, unit: string): string {
  const shown = Number((unit === '%' ? 100 * value : value).toPrecision(2));
  const digits = shown !== 0 && (shown < 1e-3 || shown >= 1e4) ? shown.toExponential() : String(shown);
  return unit === '' ? digits : `${digits} ${unit}`;
}

function errorOf({ error, accepted, unit }: ClaimRecord): string {
  if (error === null) return `round-off, < ${inUnit(accepted, unit)}`;
  return `${inUnit(error, unit)} (< ${inUnit(accepted, unit)})`;
}

function orderOf({ order }: ClaimRecord): string {
  if (!order) return '–';
  const [least, most] = order.observed;
  const [low, high] = [least.toFixed(2), most.toFixed(2)];
  return `${low === high ? low : `${low}–${high}`} (${order.expected})`;
}

function acceptedOrder({ order }: ClaimRecord): string {
  if (!order) return '';
  const [least, most] = order.accepted;
  return most === null ? ` Order asserted: above ${least}.` : ` Order asserted: ${least} to ${most}.`;
}

/** A sentence that ends. */
const ended = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

function note(record: ClaimRecord): string {
  const { id, file, definition, grids, source, compared } = record;
  const parts = [
    ended(definition),
    ...(grids === undefined ? [] : [`Grids: ${ended(grids)}`]),
    `Source: ${ended(source)}`,
    ...(compared > 1 && !record.order ? [`Compared: ${compared} numbers.`] : []),
  ];
  return `**${id}**: ${parts.join(' ')}${acceptedOrder(record)} \`${file}\``;
}

function section(kind: ClaimRecord['kind'], claims: readonly ClaimRecord[], first: number): string {
  const rows = claims.map((record, k) => [
    String(first + k),
    record.claim,
    record.values ? String(record.values.exact) : '–',
    record.values ? String(record.values.ours) : '–',
    errorOf(record),
    orderOf(record),
  ]);
  return `## ${kind.charAt(0).toUpperCase()}${kind.slice(1)}

${INTRODUCTION[kind]}

${table(['', 'claim', 'exact', 'ours', 'error (accepted)', 'order (expected)'], rows)}

${claims.map((record, k) => `${first + k}. ${note(record)}`).join('\n')}
`;
}

/** The page of these claims, as prettier has it. */
export async function verificationPage({ claims }: StoredClaims): Promise<string> {
  let next = 1;
  const sections = CLAIM_KINDS.flatMap((kind) => {
    const own = claims.filter((record) => record.kind === kind);
    if (own.length === 0) return [];
    next += own.length;
    return [section(kind, own, next - own.length)];
  });
  const text = `---
title: Verification
group: Evidence
---

# What has been verified

${claims.length} claims, ${claims.reduce((sum, { compared }) => sum + compared, 0)} numbers compared. Each claim is one call in
a test, which asserts it and writes it down: no figure of this page was typed, and a test holds each to its limit.
\`npm run verification\` runs the tests and makes the page; \`${STORED}\` has the figures with their date, commit and machine.
\`npm test\` fails where a claim is no longer what is stored.

The error is the worst one of the finest grid, or of all numbers compared; in brackets is what the test accepts. The order is
the one observed when spacing or step is halved, over all cases of the claim; in brackets is the one expected. "Round-off"
means that the answer is exact on any grid, and the limit is shown.

${sections.join('\n')}`;
  const config = await resolveConfig(PAGE);
  return format(text, { ...config, parser: 'markdown' });
}

/** The claims that a run of the tests has left, in order. */
function claimsIn(folder: string): ClaimRecord[] {
  const records = readdirSync(folder)
    .flatMap((name) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as ClaimRecord[])
    .filter(({ file }) => existsSync(file))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const twice = records.find(({ id }, k) => records[k + 1]?.id === id);
  if (twice) throw new Error(`Two test files make the claim ${twice.id}.`);
  return records;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const claims = claimsIn(FOLDER);
  const before = existsSync(STORED) ? (JSON.parse(readFileSync(STORED, 'utf8')) as StoredClaims) : null;
  const now: StoredClaims = {
    ...stamp(),
    claims,
  };
  const isSame = before !== null && JSON.stringify(before.claims) === JSON.stringify(claims);
  const stored = isSame ? before : now;
  const config = await resolveConfig(STORED);
  writeFileSync(STORED, await format(JSON.stringify(stored), { ...config, parser: 'json' }));
  writeFileSync(PAGE, await verificationPage(stored));
}
