// Writes docs/references.md from the sources of the presets, of the method and of the experiments: `npm run references`. A test fails
// when the page is not what this makes.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { publishedCriteria, sourcesOf } from '../src/presets/criteria.js';
import { doseThresholds } from '../src/presets/dose-thresholds.js';
import { electrodes } from '../src/presets/electrodes.js';
import { generators } from '../src/presets/generators.js';
import { kinetics, threeStateKinetics } from '../src/presets/kinetics.js';
import { materials } from '../src/presets/materials.js';
import { gauges } from '../src/presets/needles.js';
import { procedures } from '../src/presets/procedures.js';
import { tissues } from '../src/presets/tissues.js';
import { vesselCoefficient } from '../src/presets/vessel.js';
import type { Source } from '../src/problem/types.js';
import type { Experiment } from '../tests/validation/experiments.js';
import { methodReferences } from './method-references.js';
import { keyOf } from './preset-cells.js';
import { EXPERIMENTS } from './validation-page.js';

export const PAGE = 'docs/references.md';

const experiments = JSON.parse(readFileSync(EXPERIMENTS, 'utf8')) as readonly Experiment[];

/** Every record with an author and a title inside a preset, at any depth. */
function sourcesIn(value: unknown): readonly Source[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('author' in value && 'title' in value) return [value as Source];
  return Object.values(value).flatMap(sourcesIn);
}

const FAMILIES: Readonly<Record<string, readonly Source[]>> = {
  tissues: sourcesIn(tissues),
  vessels: sourcesIn(vesselCoefficient({ diameter: 3e-3, velocity: 0.2, heatedLength: 10e-3 })),
  materials: sourcesIn(materials),
  needles: [...sourcesIn(gauges), ...sourcesIn(electrodes)],
  generators: sourcesIn(generators),
  'damage rules': [
    ...sourcesIn(kinetics),
    ...sourcesIn(threeStateKinetics),
    ...sourcesIn(doseThresholds),
    ...publishedCriteria.flatMap(sourcesOf),
  ],
  procedures: sourcesIn(procedures),
};

/** An address that Markdown takes: a DOI, or the page where it was read with what is remarked on it. */
function addressOf({
  doi,
  url,
  note = '',
}: {
  readonly doi?: string | undefined;
  readonly url?: string | undefined;
  readonly note?: string | undefined;
}): string {
  if (doi !== undefined) return `[doi:${doi}](https://doi.org/${encodeURI(doi)})`;
  if (url === undefined) return '';
  const [address = '', ...remark] = url.split(' ');
  const isSite = /address is (that of )?the site/.test(note);
  const said = [
    ...(remark.length > 0 ? [remark.join(' ').replaceAll(/^'|'$/g, '')] : []),
    ...(isSite ? ['(the site only)'] : []),
  ];
  return [`<${encodeURI(decodeURI(address))}>`, ...said].join(' ');
}

const sentence = (...parts: readonly (string | number | undefined)[]): string =>
  parts
    .filter((part) => part !== undefined && part !== '')
    .map((part) => String(part).replace(/\.$/, ''))
    .join('. ');

function presetList(): string {
  const found = new Map<string, { readonly source: Source; readonly uses: Set<string> }>();
  for (const [family, sources] of Object.entries(FAMILIES)) {
    for (const source of sources) {
      const key = keyOf(source);
      const entry = found.get(key) ?? { source, uses: new Set() };
      entry.uses.add(family);
      found.set(key, entry);
    }
  }
  return [...found.values()]
    .filter(({ source }) => source.doi !== undefined || source.url !== undefined)
    .sort(
      (a, b) =>
        a.source.author.localeCompare(b.source.author, 'en') || (a.source.year ?? 0) - (b.source.year ?? 0),
    )
    .map(({ source, uses }) => {
      const { author, year, title } = source;
      return `- ${sentence(author, year, title, addressOf(source))} (${[...uses].join(', ')})`;
    })
    .join('\n');
}

const methodList = (): string =>
  methodReferences
    .toSorted((a, b) => a.author.localeCompare(b.author, 'en'))
    .map(
      ({ use, ...source }) =>
        `- ${sentence(source.author, source.year, source.title, addressOf(source))}: ${use}`,
    )
    .join('\n');

const experimentList = (): string =>
  [...new Set(experiments.map(({ source, ...where }) => `- ${sentence(source, addressOf(where))}`))]
    .sort((a, b) => a.localeCompare(b, 'en'))
    .join('\n');

/** The page. */
export async function referencesPage(): Promise<string> {
  const text = `---
title: References
group: Reference
---

# References

This page is made from the code: \`npm run references\`. How each source of a number was read, and what it gives, stands in
[the preset tables](presets.md#sources); addresses are those where it was read; "the site only" says that
the page is not on record. A DOI is given where one is on record; some titles are shortened or in our words, which the note in the preset tables says.

To cite the library itself, see [CITATION.cff](../CITATION.cff).

## Of the method

${methodList()}

## Of the numbers

In brackets, the presets that rest on it.

${presetList()}

## Of the experiments

What [the validation](validation.md) holds the model against, and what it could not.

${experimentList()}
`;
  return format(text, { ...(await resolveConfig(PAGE)), parser: 'markdown' });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(PAGE, await referencesPage());
}
