import { type Evidence, LIMITS, type Source } from 'rf-lesion';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** What is shown on its own, below the numbers. */
const APART = ['sources', 'evidence'];

/** Digits of a number. */
const DIGITS = 6;

/** Every number and word of a preset, by its path. */
function leaves(value: unknown, path: string): (readonly [path: string, value: string | number])[] {
  if (typeof value === 'number') return [[path, Number(value.toPrecision(DIGITS))]];
  if (!isRecord(value)) return [[path, String(value)]];
  return Object.entries(value)
    .filter(([key]) => !APART.includes(key))
    .flatMap(([key, entry]) => leaves(entry, path === '' ? key : `${path}.${key}`));
}

/** The unit of a number, as its limit states it; that of a law is the unit of its value. */
function unitOf(root: string, path: string): string {
  const limits: Readonly<Record<string, { readonly unit: string } | undefined>> = LIMITS;
  const whole = `${root}.${path.replace(/\.value$/, '')}`.replace(/^.*\.material\./, 'material.');
  return limits[whole]?.unit ?? '';
}

const cite = ({ author, year, title, doi }: Source): string =>
  [author, year, title, doi === undefined ? undefined : `doi:${doi}`]
    .filter((part) => part !== undefined)
    .join(', ');

/** What numbers rest on: grade, range, and the numbers of sources in the list. */
function evidenceLines(evidence: unknown, cited: readonly string[]): string[] {
  if (!isRecord(evidence)) return [];
  return Object.entries(evidence as Readonly<Record<string, Evidence>>).map(([path, one]) => {
    const range = one.low === undefined ? '' : `, ${one.low} to ${one.high}`;
    const numbers = [...new Set(one.sources.map((source) => cited.indexOf(cite(source)) + 1))].map(
      (n) => ` [${n}]`,
    );
    return `  ${path}: grade ${one.grade}${range}${numbers.join('')}`;
  });
}

/** All sources of a preset, each once. */
function sourcesOf({ sources, evidence }: Readonly<Record<string, unknown>>): string[] {
  const own = Array.isArray(sources) ? (sources as readonly Source[]) : [];
  const ofNumbers = isRecord(evidence)
    ? (Object.values(evidence) as Evidence[]).flatMap((one) => one.sources)
    : [];
  return [...new Set([...own, ...ofNumbers].map(cite))];
}

/**
 * A preset to read: its numbers with their units, and what they rest on.
 *
 * @param root - The record of a problem in which its numbers stand, as in 'tissue'.
 */
export function presetPage(preset: object, root: string): string {
  const rows = leaves(preset, '');
  const paths = Math.max(...rows.map(([path]) => path.length));
  const values = Math.max(...rows.map(([, value]) => (typeof value === 'number' ? String(value).length : 0)));
  const numbers = rows.map(([path, value]) => {
    const shown = typeof value === 'number' ? String(value).padStart(values) : value;
    return `${path.padEnd(paths)}  ${shown}  ${unitOf(root, path)}`.trimEnd();
  });
  const { evidence, sources }: { readonly evidence?: unknown; readonly sources?: unknown } = preset;
  const cited = sourcesOf({ evidence, sources });
  const rests = evidenceLines(evidence, cited);
  return [
    ...numbers,
    ...(rests.length > 0 ? ['', 'what the numbers rest on:', ...rests] : []),
    ...(cited.length > 0 ? ['', 'sources:', ...cited.map((one, k) => `  [${k + 1}] ${one}`)] : []),
  ].join('\n');
}
