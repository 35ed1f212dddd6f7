// Prints, as JSON, digests of what the built library computes and of the engine's own functions, bit for bit.
import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { cannula, electrodes, estimateLesion, procedures, tissues } from '../dist/index.js';

const sha = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 16);
const base = { electrode: cannula({ gauge: 22, tipLength: 5e-3 }), tissue: tissues.muscle };
const rf = { kind: 'temperature', target: 80, duration: 20, ramp: 5 };

const PROBLEMS = {
  'held tip': { ...base, heating: { ...rf, kind: 'tip-temperature' } },
  'RF current': { ...base, heating: rf },
  pulsed: { ...base, heating: { kind: 'pulsed', duration: 10 } },
  cooled: { ...base, electrode: electrodes.cooled18G4mm, heating: { ...rf, target: 60 } },
  boiling: {
    ...base,
    tissue: { ...tissues.muscle, waterContent: 750 },
    heating: { kind: 'power', power: 8, duration: 8 },
  },
  layers: {
    ...base,
    heating: rf,
    regions: [
      { where: { kind: 'slab', zMax: -1e-3 }, tissue: tissues.csf },
      { where: { kind: 'sphere', z: 2e-3, radius: 3e-3 }, tissue: tissues.fat },
    ],
  },
  staged: procedures.trigeminalStaged,
};

function digestOf(problem) {
  const { width, length, volume, run } = estimateLesion(problem, { resolution: 'draft' });
  const fields = [
    run.temperature.data,
    run.exposure.final.peakTemperature.data,
    ...run.exposure.final.damage.flatMap(({ state }) => (state.sum ? [state.sum] : [])),
  ];
  const bytes = Buffer.concat(
    fields.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)),
  );
  return {
    sizes: [width, length, volume].flatMap(({ value, numericalError }) => [value, numericalError]),
    fields: sha(bytes),
  };
}

/** The functions whose last bit the language leaves to the engine, at a few thousand places. */
const FUNCTIONS = {
  exp: [-60, 60],
  log: [1e-9, 1e3],
  cbrt: [1e-9, 1e3],
  atan: [-9, 9],
  sinh: [-4, 4],
  cosh: [-4, 4],
  asinh: [0, 200],
  sin: [-9, 9],
  cos: [-9, 9],
  expm1: [-1, 1],
  log1p: [0, 9],
};
const functions = Object.fromEntries(
  Object.entries(FUNCTIONS).map(([name, [from, to]]) => {
    const values = Float64Array.from({ length: 4000 }, (_, k) => Math[name](from + ((to - from) * k) / 4000));
    return [name, sha(Buffer.from(values.buffer))];
  }),
);
functions.pow = sha(
  Buffer.from(Float64Array.from({ length: 4000 }, (_, k) => (1 + k / 1e4) ** (k / 7)).buffer),
);
functions.hypot = sha(
  Buffer.from(Float64Array.from({ length: 4000 }, (_, k) => Math.hypot(k / 7, 1 + k / 3)).buffer),
);

const problems = Object.fromEntries(
  Object.entries(PROBLEMS).map(([name, problem]) => [name, digestOf(problem)]),
);
console.log(JSON.stringify({ node: process.version, v8: process.versions.v8, functions, problems }));
