/**
 * How large is a lesion in a tissue and by a needle that the library does not have? The tissue is the liver of a public code, each
 * number with its source and with the range of three programs; the needle is invented. The problem is stated once in SI units and
 * once with units in words, and both give one lesion. Prints it, and what the ranges do to its width at draft resolution.
 */
import {
  type Electrode,
  estimateLesion,
  type Evidence,
  formatParameterRange,
  type LesionEstimate,
  materials,
  type ParameterRange,
  parameterRange,
  type Problem,
  type Source,
  type Tissue,
  tissues,
} from 'rf-lesion';
import { drawLesion } from 'rf-lesion/plot';
import { problemFromUnits } from 'rf-lesion/units';
import { inMillimetres } from './millimetres.js';
import { writePicture } from './write-picture.js';

const STEIN: Source = {
  author: 'CrixxMadine (advisors Kroeger T, Steinbach J, Lauterbach T)',
  year: 2020,
  title: 'RFASimulation, MainPDESolver.m: coefficients after Stein (thesis, 1999)',
  url: 'https://github.com/CrixxMadine/RFASimulation',
  grade: 'B',
  note: 'From which temperature its laws are counted is unclear in the code: here from 37 °C.',
};
const OTHERS = [...(tissues.liverGoSmart.sources ?? []), ...(tissues.liverComsol.sources ?? [])];

/** A number of that code with the lowest and the highest of three programs. */
const stated = (value: number, low: number, high: number): Evidence => ({
  grade: 'B',
  sources: [STEIN, ...OTHERS],
  ...{ value, low, high },
  note: 'The range is that of this code, Go-Smart and a tutorial of COMSOL.',
});

const evidence = {
  thermalConductivity: stated(0.437, 0.302, 0.52),
  electricalConductivity: stated(0.21, 0.122, 0.333),
  perfusionRate: stated(0.01765, 0.0036, 0.01765),
};

export const liver: Tissue = {
  thermalConductivity: { kind: 'linear', value: 0.437, coefficient: 0.0025, reference: 37 },
  density: 1080,
  specificHeat: 3455,
  electricalConductivity: { kind: 'linear', value: 0.21, coefficient: 0.013, reference: 37 },
  perfusionRate: 0.01765,
  sources: [STEIN],
  evidence,
};

/** A water-filled steel tube with a round end in a sleeve: no real product. */
export const needle: Electrode = {
  radius: 0.75e-3,
  tipLength: 10e-3,
  tipShape: 'hemisphere',
  body: { kind: 'tube', material: materials.stainless316, wallThickness: 0.2e-3, core: materials.water },
  insulation: { thickness: 0.05e-3, material: materials.polyimide },
  sensor: { z: 1e-3 },
};

export const inSi: Problem = {
  electrode: needle,
  tissue: liver,
  heating: { kind: 'temperature', target: 80, ramp: 10, duration: 120 },
};

export const withUnits: Problem = problemFromUnits({
  electrode: {
    radius: '0.75 mm',
    tipLength: '1 cm',
    tipShape: 'hemisphere',
    body: {
      ...{ kind: 'tube', material: materials.stainless316 },
      ...{ wallThickness: '0.2 mm', core: materials.water },
    },
    insulation: { thickness: '50 um', material: materials.polyimide },
    sensor: { z: '1 mm' },
  },
  tissue: {
    thermalConductivity: {
      kind: 'linear',
      value: '4.37 mW/(cm K)',
      coefficient: '0.0025/K',
      reference: '37 degC',
    },
    density: '1.08 g/cm^3',
    specificHeat: '3.455 kJ/(kg K)',
    electricalConductivity: {
      kind: 'linear',
      value: '0.21 S/m',
      coefficient: '0.013/K',
      reference: '37 degC',
    },
    perfusionRate: '1.059/min',
    sources: [STEIN],
    evidence,
  },
  heating: { kind: 'temperature', target: '80 degC', ramp: '10 s', duration: '2 min' },
});

export const lesion: LesionEstimate = estimateLesion(inSi);
export const sameLesion: LesionEstimate = estimateLesion(withUnits, { criteria: [] });
export const range: ParameterRange = parameterRange(inSi, { resolution: 'draft', errorBar: false });

export const picture: string = drawLesion(lesion, { title: 'A tissue and a needle of one’s own' });

/** Sizes in mm. */
export const rows: readonly Readonly<Record<string, string>>[] = Object.entries({
  'in SI': lesion,
  'with units in words': sameLesion,
}).map(([problem, { width, length }]) => ({
  problem,
  width: inMillimetres(width),
  length: inMillimetres(length),
}));

console.table(rows);
console.log(formatParameterRange(range));
writePicture('custom-tissue-and-needle', picture);
