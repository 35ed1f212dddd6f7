import type { LesionEstimate } from '../lesion-estimate.js';
import { isSameCriterion } from '../problem/criterion.js';
import { DEFAULTS } from '../problem/defaults.js';
import type { Evidence } from '../problem/evidence.js';
import { stagesOf } from '../problem/heating.js';
import type { Electrode, Problem, Property, Source, Tissue } from '../problem/types.js';
import { describeCriterion } from './criterion-in-words.js';
import { describeStage } from './heating-in-words.js';
import { printMeasured } from './measured-in-words.js';
import { describeField, printField, printRange, tidy } from './problem-field.js';
import { type NumberedSources, numberSources } from './sources-in-words.js';
import { formatEstimate } from './table.js';
import { withText, wrap } from './text-columns.js';

/** What the letters behind a source mean. */
const GRADES =
  'Letters say how a source was read: A in itself, B at second hand or in code, C in an abstract, D what was computed from it; M is from memory.';

/** What bars do not say. */
const BARS =
  '± is the error of the computation alone. It says nothing of what is not known of tissue and needle, nor of patients.';

const ENDS = { flat: 'flat end', hemisphere: 'round end', cone: 'conical end' } as const;

function describeBody({ body, cooling }: Electrode): string {
  if (body.kind === 'solid') return 'solid';
  const wall = `tube with a wall of ${tidy(1e3 * body.wallThickness)} mm`;
  return cooling ? `${wall}, coolant of ${cooling.temperature} °C in it` : wall;
}

/** The needle in one sentence: '0.72 mm across, bare tip 5 mm, flat end, solid, no sleeve, sensor 0.5 mm from the end'. */
function describeNeedle(electrode: Electrode): string {
  const { radius, tipLength, tipShape, insulation, sensor } = electrode;
  return [
    `${(2e3 * radius).toFixed(2)} mm across`,
    `bare tip ${tidy(1e3 * tipLength)} mm`,
    ENDS[typeof tipShape === 'string' ? tipShape : tipShape.kind],
    describeBody(electrode),
    insulation ? `sleeve of ${tidy(1e3 * insulation.thickness)} mm` : 'an ideal film for a sleeve',
    `sensor ${tidy(1e3 * sensor.z)} mm from the end`,
  ].join(', ');
}

/** Every stage of the heating in a line, with its ramp, and what comes before and after. */
function describeCourse(problem: Problem): string[] {
  const { startTemperature = DEFAULTS.startTemperature, coolDown = DEFAULTS.coolDown, heating } = problem;
  const stages = stagesOf(heating).map((stage) => {
    const isSet = stage.kind === 'temperature' || stage.kind === 'tip-temperature';
    return `${describeStage(stage)}${isSet ? `, of which the ramp takes ${stage.ramp ?? DEFAULTS.ramp} s` : ''}`;
  });
  const after = coolDown === 0 ? '' : `, followed for ${coolDown} s after switch-off`;
  return [...stages, `start at ${startTemperature} °C${after}`];
}

/** A property with its unit: '0.495 W/(m·K)', '0.446 S/m at 37 °C and +2 %/K up to 100 °C'. */
function describeProperty(property: Property, unit: string): string {
  if (typeof property === 'number') return `${tidy(property, 4)} ${unit}`;
  if (property.kind === 'table') {
    const { temperature, value } = property;
    return temperature.map((T, k) => `${tidy(value[k]!, 4)} ${unit} at ${T} °C`).join(' and ');
  }
  const { value, reference, coefficient, cap } = property;
  const slope = `${coefficient < 0 ? '−' : '+'}${tidy(100 * Math.abs(coefficient), 3)} %/K`;
  const end = cap === undefined ? '' : ` up to ${cap} °C`;
  return `${tidy(value, 4)} ${unit} at ${reference} °C and ${slope}${end}`;
}

/** The numbers of the tissue in one sentence. */
function describeTissue(tissue: Tissue): string {
  return [
    describeProperty(tissue.thermalConductivity, 'W/(m·K)'),
    `${tidy(tissue.density, 4)} kg/m³`,
    describeProperty(tissue.specificHeat, 'J/(kg·K)'),
    describeProperty(tissue.electricalConductivity, 'S/m'),
    `perfusion ${tidy(tissue.perfusionRate, 4)} 1/s`,
  ].join(', ');
}

/** The lesion in a line by the headline, by 45 and 50 °C and by thermal dose, each once. */
function headlines({ criterion, width, length, lesions }: LesionEstimate): string[] {
  const others = lesions.filter(
    ({ criterion: one }) =>
      !isSameCriterion(one, criterion) &&
      (one.kind === 'cem43' || (one.kind === 'peak-temperature' && [45, 50].includes(one.threshold))),
  );
  return [
    { criterion, width, length },
    ...others.map((lesion) => ({ ...lesion.final, criterion: lesion.criterion })),
  ].map(({ criterion: one, width: w, length: l }) => {
    const by = `by ${describeCriterion(one)}`;
    if (w.value === 0) return `none ${by}`;
    return `${printMeasured(w, 1e3)} mm wide, ${printMeasured(l, 1e3)} mm long ${by}`;
  });
}

/** Texts one below the other, a label before the first of them only. */
function labelled(label: string, texts: readonly string[]): string[][] {
  return texts.map((text, k) => [k === 0 ? label : '', text]);
}

/** What the numbers of needle and tissue rest on, by their path. */
function evidenceOf({ electrode, tissue }: Problem): [path: string, evidence: Evidence][] {
  return [
    ...Object.entries(electrode.evidence ?? {}).map(([name, one]): [string, Evidence] => [
      `electrode.${name}`,
      one,
    ]),
    ...Object.entries(tissue.evidence ?? {}).map(([name, one]): [string, Evidence] => [
      `tissue.${name}`,
      one,
    ]),
  ];
}

/** What sources state, what is assumed and what is from memory, and what is known of every number, each under its heading. */
function describeOrigins(problem: Problem, { cite }: NumberedSources): string[] {
  const { stated = {}, assumed = {}, unverified = {} } = problem.about ?? {};
  const citeAll = (sources: readonly Source[]): string => sources.map(cite).join('; ');
  const rowOf = (path: string, ...texts: string[]): string[] => [
    `  ${describeField(path)}`,
    printField(problem, path),
    ...texts,
  ];
  const tables: readonly [heading: string, rows: string[][]][] = [
    [
      'stated of the procedure',
      Object.entries(stated).map(([path, sources]) => rowOf(path, citeAll(sources))),
    ],
    ['assumed, as no source states it', Object.entries(assumed).map(([path, reason]) => rowOf(path, reason))],
    [
      'unverified, from memory: check before use',
      Object.entries(unverified).map(([path, reason]) => rowOf(path, reason)),
    ],
    [
      'numbers of needle and tissue, with the range in literature',
      evidenceOf(problem).map(([path, { grade, sources, low, high }]) => {
        const memory = grade === 'M' ? 'from memory (M); range: ' : '';
        return rowOf(path, printRange(path, low, high), `${memory}${citeAll(sources)}`);
      }),
    ],
  ];
  return tables.flatMap(([heading, rows]) => (rows.length === 0 ? [] : ['', heading, ...withText(rows)]));
}

/** All sources of a problem, as far as the page names them. */
function sourcesOf(problem: Problem): Source[] {
  return [
    ...Object.values(problem.about?.stated ?? {}).flat(),
    ...evidenceOf(problem).flatMap(([, { sources }]) => sources),
  ];
}

/**
 * A problem as a page to read: what it is about, the needle, the heating and the tissue, the lesion if there is an estimate of
 * it, and what all of it rests on.
 */
export function formatProcedure(problem: Problem, estimate?: LesionEstimate): string {
  const { electrode, tissue, about } = problem;
  const { target, structuresAtRisk = [], remarks = [], assumed = {} } = about ?? {};
  const sources = numberSources(sourcesOf(problem));
  return [
    about?.name ?? 'A problem without a name',
    '',
    ...withText([
      ...labelled('target', target === undefined ? [] : [target]),
      ...labelled('at risk', structuresAtRisk),
      ...labelled('lesion', estimate ? headlines(estimate) : []),
      ...labelled('needle', [describeNeedle(electrode)]),
      ...labelled('heating', describeCourse(problem)),
      ...labelled('tissue', [...(assumed['tissue'] ? [assumed['tissue']] : []), describeTissue(tissue)]),
      ...labelled('remarks', remarks),
    ]),
    ...(estimate ? ['', formatEstimate(estimate)] : []),
    ...describeOrigins(problem, sources),
    ...(sources.lines.length > 0 ? ['', 'sources', ...sources.lines, '', ...wrap(GRADES)] : []),
    ...(estimate ? ['', ...wrap(BARS)] : []),
  ].join('\n');
}
