/**
 * How much does each choice of the model move the lesion? One thing changed at a time about a 22 G needle with a 5 mm
 * tip in muscle, 80 °C for 90 s. Prints the table of docs/modelling-choices.md.
 */
import { cannula, estimateLesion, materials, type Problem, tissues } from 'rf-lesion';

const { muscle } = tissues;
const heating = { kind: 'temperature', target: 80, ramp: 10, duration: 90 } as const;
const needle = cannula({ gauge: 22, tipLength: 5e-3 });
const reference: Problem = { electrode: needle, tissue: muscle, heating };
const nearNothing = { thermalConductivity: 0.01, density: 1, specificHeat: 100 };

/** What is changed, and the problem that results. */
const CHOICES: readonly (readonly [string, Problem])[] = [
  ['reference: RF current, sensor 0.5 mm from the end', reference],
  ['tip surface held at 80 °C', { ...reference, heating: { ...heating, kind: 'tip-temperature' } }],
  [
    'start at 22 °C, no blood',
    { ...reference, startTemperature: 22, tissue: { ...muscle, perfusionRate: 0, metabolicHeat: 0 } },
  ],
  [
    'needle of a perfect insulator',
    { ...reference, electrode: { ...needle, body: { kind: 'solid', material: nearNothing } } },
  ],
  [
    'polyimide sleeve of 0.05 mm',
    {
      ...reference,
      electrode: { ...needle, insulation: { thickness: 0.05e-3, material: materials.polyimide } },
    },
  ],
  ['conductivity constant', { ...reference, tissue: { ...muscle, electricalConductivity: 0.4459 } }],
  [
    'heat conduction rising by 0.25 %/K',
    {
      ...reference,
      tissue: {
        ...muscle,
        thermalConductivity: { kind: 'linear', value: 0.49497, coefficient: 0.0025, reference: 37, cap: 100 },
      },
    },
  ],
  ['sensor 1 mm from the end', { ...reference, electrode: { ...needle, sensor: { z: 1e-3 } } }],
  ['sensor at mid-tip', { ...reference, electrode: { ...needle, sensor: { z: 2.5e-3 } } }],
  ['hemispherical end', { ...reference, electrode: { ...needle, tipShape: 'hemisphere' } }],
  [
    'perfusion 10 times as high',
    { ...reference, tissue: { ...muscle, perfusionRate: 10 * muscle.perfusionRate } },
  ],
  ['perfusion constant', { ...reference, tissue: { ...muscle, perfusionResponse: { kind: 'constant' } } }],
  [
    'perfusion 10 times as high, constant',
    {
      ...reference,
      tissue: {
        ...muscle,
        perfusionRate: 10 * muscle.perfusionRate,
        perfusionResponse: { kind: 'constant' },
      },
    },
  ],
  ['no perfusion', { ...reference, tissue: { ...muscle, perfusionRate: 0 } }],
];

/** One row of the table, in mm, V, Ω and J. */
export interface ChoiceRow {
  readonly choice: string;
  readonly width: string;
  readonly change: string;
  readonly voltage: string;
  readonly impedance: string;
  readonly energy: string;
}

function rowOf(choice: string, problem: Problem, referenceWidth: number | null): ChoiceRow {
  const { width, history, run } = estimateLesion(problem);
  const last = history.time.indexOf(run.exposure.atSwitchOff.time);
  const digits = (values: Float64Array | undefined, count: number): string =>
    values?.[last]?.toFixed(count) ?? '–';
  const change = referenceWidth === null ? '' : `${(100 * (width.value / referenceWidth - 1)).toFixed(1)} %`;
  return {
    choice,
    width: `${(1e3 * width.value).toFixed(2)} ± ${(1e3 * (width.numericalError ?? 0)).toFixed(2)}`,
    change,
    voltage: digits(history.voltage, 2),
    impedance: digits(history.impedance, 0),
    energy: digits(history.energy, 1),
  };
}

const first = estimateLesion(reference).width.value;
export const rows: readonly ChoiceRow[] = CHOICES.map(([choice, problem], k) =>
  rowOf(choice, problem, k === 0 ? null : first),
);

console.table(rows);
