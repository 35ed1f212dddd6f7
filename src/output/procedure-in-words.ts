import type { LesionEstimate } from '../lesion-estimate.js';
import { isSameCriterion } from '../problem/criterion.js';
import { DEFAULTS } from '../problem/defaults.js';
import { stagesOf } from '../problem/heating.js';
import { propertyAt } from '../problem/property.js';
import type { Electrode, Problem, Property, Tissue, TissueRegion } from '../problem/types.js';
import { describeCriterion } from './criterion-in-words.js';
import { describeStage } from './heating-in-words.js';
import { printMeasured } from './measured-in-words.js';
import { describeOrigins, saidOf, sourcesOf } from './origins-in-words.js';
import { tidy } from './problem-field.js';
import { describeRegion } from './region-in-words.js';
import { numberSources } from './sources-in-words.js';
import { formatEstimate } from './table.js';
import { withText, wrap } from './text-columns.js';

/** What the letters behind a source mean. */
const GRADES =
  "Letters say how a source was read: A in itself, of a paper at least the text or abstract on its publisher's or an official page; B at second hand or in public code; C in an index record, a third party's copy of an abstract, or a summary; D is what was computed from it, M from memory.";

/** What bars do not say. */
const BARS =
  '± is the error of the computation alone. It says nothing of what is not known of tissue and needle, nor of patients.';

/** Where the laws of a region's tissue are read [°C]. */
const BODY = 37;

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

/** A region in one sentence, its numbers at 37 °C. */
function describeRegionWithTissue(region: TissueRegion): string {
  const { thermalConductivity, specificHeat, electricalConductivity } = region.tissue;
  const tissue = {
    ...region.tissue,
    thermalConductivity: propertyAt(thermalConductivity, BODY),
    specificHeat: propertyAt(specificHeat, BODY),
    electricalConductivity: propertyAt(electricalConductivity, BODY),
  };
  return `${describeRegion(region)}: ${describeTissue(tissue)} at ${BODY} °C`;
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

/**
 * A problem as a page to read: what it is about, the needle, the heating and the tissue, the lesion if there is an estimate of
 * it, and what all of it rests on. What `about` says of a value that has been changed is left out, and the change is named.
 */
export function formatProcedure(problem: Problem, estimate?: LesionEstimate): string {
  const { electrode, tissue, regions = [], about } = problem;
  const { target, structuresAtRisk = [], remarks = [] } = about ?? {};
  const said = saidOf(problem);
  const everywhere = said.assumed.flatMap(([path, reason]) => (path === 'tissue' ? [reason] : []));
  const sources = numberSources(sourcesOf(problem, said));
  return [
    about?.name ?? 'A problem without a name',
    '',
    ...withText([
      ...labelled('target', target === undefined ? [] : [target]),
      ...labelled('at risk', structuresAtRisk),
      ...labelled('lesion', estimate ? headlines(estimate) : []),
      ...labelled('needle', [describeNeedle(electrode)]),
      ...labelled('heating', describeCourse(problem)),
      ...labelled('tissue', [...everywhere, describeTissue(tissue)]),
      ...regions.map((region, k) => [`region ${k + 1}`, describeRegionWithTissue(region)]),
      ...labelled('remarks', remarks),
    ]),
    ...(estimate ? ['', formatEstimate(estimate)] : []),
    ...describeOrigins(problem, said, sources),
    ...(sources.lines.length > 0 ? ['', 'sources', ...sources.lines, '', ...wrap(GRADES)] : []),
    ...(estimate ? ['', ...wrap(BARS)] : []),
  ].join('\n');
}
