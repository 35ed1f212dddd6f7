// Writes docs/presets.md from the presets themselves: `npm run presets`. A test fails when the page is not what this makes.
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { describeHeating } from '../src/output/heating-in-words.js';
import { doseThresholds } from '../src/presets/dose-thresholds.js';
import { electrodes } from '../src/presets/electrodes.js';
import { generators } from '../src/presets/generators.js';
import { kinetics, threeStateKinetics } from '../src/presets/kinetics.js';
import { materials } from '../src/presets/materials.js';
import { gauges } from '../src/presets/needles.js';
import { procedures } from '../src/presets/procedures.js';
import { tissues } from '../src/presets/tissues.js';
import type { Grade } from '../src/problem/evidence.js';
import type { Problem } from '../src/problem/types.js';
import { between, cite, digits, evidenceOf, graded, inMm, type Library, rangeOf } from './preset-cells.js';
import { table } from './markdown.js';
import { conductivityTable, rangeTable, slopeTable, tissueTable } from './preset-tissues.js';

export const PAGE = 'docs/presets.md';

const GRADES: Readonly<Record<Grade, string>> = {
  A: "read in the primary or official source itself; of a paper at least the text or abstract on the publisher's or official page",
  B: 'read in a secondary source or in public code',
  C: "read in an index record, a third party's copy of an abstract, or a summary",
  D: 'computed from cited values',
  M: 'from memory, not verified: every estimate that uses it warns',
};

function gradeTable(): string {
  const all = { tissues, materials, electrodes, generators, doses: doseThresholds };
  const families = Object.entries(all).map(([, family]) => evidenceOf(family));
  const row = (grade: Grade): string[] => [
    `**${grade}**`,
    GRADES[grade],
    ...families.map((found) => String(found.filter(([, , one]) => one.grade === grade).length)),
  ];
  return table(['grade', 'a number is', ...Object.keys(all)], (Object.keys(GRADES) as Grade[]).map(row));
}

function materialTable(library: Library): string {
  const rows = Object.entries(materials).map(([name, material]) => {
    const { thermalConductivity, density, specificHeat, evidence = {}, sources = [] } = material;
    return [
      `\`${name}\``,
      graded(thermalConductivity, evidence.thermalConductivity),
      graded(density, evidence.density),
      graded(specificHeat, evidence.specificHeat),
      rangeOf(evidence.specificHeat),
      cite(library, sources),
    ];
  });
  return table(['material', 'k [W/(m·K)]', 'ρ [kg/m³]', 'c [J/(kg·K)]', 'range of c', 'sources'], rows);
}

function gaugeTable(library: Library): string {
  const rows = Object.entries(gauges).map(([gauge, { outerDiameter, innerDiameter, sources }]) => [
    gauge,
    inMm(outerDiameter),
    inMm(innerDiameter),
    cite(library, sources),
  ]);
  return table(['gauge', 'outer diameter [mm]', 'inner diameter [mm]', 'sources'], rows);
}

function electrodeTable(library: Library): string {
  const rows = Object.entries(electrodes).map(([name, electrode]) => {
    const { radius, tipLength, body, sensor, cooling, sources = [], evidence = {} } = electrode;
    const assumed = ['radius', 'tipLength', 'sensor.z'].filter((path) => !(path in evidence));
    return [
      `\`${name}\``,
      inMm(2 * radius),
      inMm(tipLength),
      inMm(sensor.z),
      body.kind === 'tube' ? `tube, wall ${inMm(body.wallThickness)} mm` : 'solid',
      cooling === undefined ? '' : `${cooling.temperature} °C`,
      assumed.map((path) => `\`${path}\``).join(', '),
      cite(library, sources),
    ];
  });
  return table(
    ['electrode', 'diameter [mm]', 'tip [mm]', 'sensor [mm]', 'body', 'coolant', 'assumed', 'sources'],
    rows,
  );
}

function generatorTable(library: Library): string {
  const rows = Object.entries(generators).map(([name, generator]) => {
    const { maxPower, setTemperature, voltage, frequency, pulses, sources, evidence } = generator;
    const kilohertz = frequency && { from: (frequency.from ?? 0) / 1e3, to: (frequency.to ?? 0) / 1e3 };
    const stated = [
      maxPower === undefined ? undefined : `up to ${maxPower} W`,
      setTemperature && `set to ${between(setTemperature, '°C')}`,
      voltage && between(voltage, 'V'),
      kilohertz && between(kilohertz, 'kHz'),
      pulses &&
        `pulses of ${pulses.width * 1e3} ms at ${pulses.rate} Hz, up to ${pulses.maxSensorTemperature} °C, ${pulses.duration} s`,
    ].filter((part) => part !== undefined);
    const grades = [...new Set(Object.values(evidence).map(({ grade }) => grade))];
    return [`\`${name}\``, generator.name, stated.join('; '), grades.join(', '), cite(library, sources)];
  });
  return table(['generator', 'name', 'stated', 'grade', 'sources'], rows);
}

function kineticsTable(library: Library): string {
  const rows = Object.entries(kinetics).flatMap(([name, { tissue, branches, sources = [] }]) =>
    branches.map(({ from, to, frequencyFactor, activationEnergy }) => [
      `\`${name}\``,
      tissue ?? '',
      [from === undefined ? '' : `from ${from} °C`, to === undefined ? '' : `to ${to} °C`].join(' ').trim(),
      String(frequencyFactor).replace('e+', 'e'),
      String(Math.round(activationEnergy)),
      [...new Set(sources.map(({ grade }) => grade))].join(', '),
      cite(library, sources),
    ]),
  );
  return table(['kinetics', 'tissue', 'range', 'A [1/s]', 'E_a [J/mol]', 'grade', 'sources'], rows);
}

function threeStateTable(library: Library): string {
  const rows = Object.entries(threeStateKinetics).map(([name, one]) => [
    `\`${name}\``,
    digits(one.forwardRate),
    digits(one.backwardRate),
    digits(one.temperatureScale),
    digits(one.offset ?? 0),
    digits(one.initialAlive),
    digits(one.initialDead),
    cite(library, one.sources ?? []),
  ]);
  return table(
    [
      'kinetics',
      'k_f [1/s]',
      'k_b [1/s]',
      'T_k [°C]',
      'offset',
      'alive at first',
      'dead at first',
      'sources',
    ],
    rows,
  );
}

function doseTable(library: Library): string {
  const rows = Object.entries(doseThresholds).map(([name, { tissue, effect, minutes, evidence }]) => [
    `\`${name}\``,
    tissue,
    effect,
    graded(minutes, evidence.minutes),
    rangeOf(evidence.minutes),
    cite(library, evidence.minutes.sources),
  ]);
  return table(['dose', 'tissue', 'what it does', 'CEM43 [min]', 'range', 'sources'], rows);
}

/** Procedures by name, those with numbers from memory last. */
function namedProcedures(): [string, Problem][] {
  const { unverified, ...verified } = procedures;
  return [
    ...Object.entries<Problem>(verified),
    ...Object.entries<Problem>(unverified).map(([name, one]): [string, Problem] => [
      `unverified.${name}`,
      one,
    ]),
  ];
}

function procedureTable(library: Library): string {
  const rows = namedProcedures().map(([name, { electrode, heating, about }]) => [
    `\`${name}\``,
    about?.name ?? '',
    `${inMm(2 * electrode.radius)} × ${inMm(electrode.tipLength)}`,
    describeHeating(heating),
    String(Object.keys(about?.assumed ?? {}).length),
    Object.keys(about?.unverified ?? {})
      .map((path) => `\`${path}\``)
      .join(', '),
    cite(library, Object.values(about?.stated ?? {}).flat()),
  ]);
  return table(
    ['procedure', 'name', 'needle × tip [mm]', 'heating', 'assumed', 'from memory', 'sources'],
    rows,
  );
}

function sourceList(library: Library): string {
  return [...library.values()]
    .map((records, k) => {
      const { author, year, title, doi, url } = records[0] ?? { author: '', title: '' };
      const where =
        doi !== undefined
          ? `[doi:${doi}](https://doi.org/${doi})`
          : url !== undefined
            ? `<${encodeURI(decodeURI(url))}>`
            : 'no address';
      const read = records.map(({ grade, note }) => `**${grade}** ${note ?? ''}`.trim());
      return `${k + 1}. ${author.replace(/\.$/, '')}${year === undefined ? '' : ` ${year}`}. ${title}. ${where}. ${read.join(' ')}`;
    })
    .join('\n');
}

/** The page. */
export async function presetPage(): Promise<string> {
  const library: Library = new Map();
  const text = `---
title: Every number and its source
group: The model
---

# Every number and its source

This page is made from the code: \`npm run presets\`. Each number has a letter that says how it is known, and a test holds the page to
the presets. Counts are of numbers that have evidence of their own; gauges, kinetics and procedures have sources for the
whole record.

${gradeTable()}

A range has both ends from the sources named beside it, and the value in it. Where no range is known there is none.

## Tissues

\`tissues.muscle\` and so on: SI, at 37 °C, perfused as at rest. The letter after a number is its grade.

${tissueTable(library)}

The last column is the source of the thermal numbers. Of IT'IS, [${cite(library, tissues.muscle.evidence?.density?.sources ?? [])}], perfusion and metabolic heat
follow from the values per mass. **Its column "LF conductivity" is a zero-frequency term and is not used.**

### Electrical conductivity

At 500 kHz and 37 °C, rising by 2 %/K up to 100 °C but where the table of slopes says otherwise.

${conductivityTable(library)}

### Slopes

${slopeTable(library)}

### Other ranges

${rangeTable(library)}

## Materials

${materialTable(library)}

## Needles

Diameters of the gauges that \`cannula\` takes. The inner one is that of a regular wall.

${gaugeTable(library)}

${electrodeTable(library)}

"Assumed" names the lengths that no source states.

## Generators

${generatorTable(library)}

## Damage

Arrhenius kinetics, for a criterion \`{ kind: 'arrhenius', … }\`. None was measured in nerve or cord.

${kineticsTable(library)}

Three-state kinetics:

${threeStateTable(library)}

Thresholds of thermal dose, by the rule of Sapareto and Dewey:

${doseTable(library)}

## Procedures

${procedureTable(library)}

"Assumed" counts what no source states; \`about.assumed\` of a procedure says what, and why.

## Sources

The letter says how a source was read, and the note what it gives.

${sourceList(library)}
`;
  const config = await resolveConfig(PAGE);
  return format(text, { ...config, parser: 'markdown' });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(PAGE, await presetPage());
}
