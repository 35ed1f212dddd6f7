// What the tables of docs/performance.md are made of.
import { type Comparison } from '../bench/compare/comparisons.js';
import { cheapestTo, type Curves, type Method, METHODS } from '../bench/compare/time-to-error.js';
import { KERNEL_WORDS } from '../bench/kernels.js';
import type { Measurements } from '../bench/measurements.js';
import { table } from './markdown.js';

const percent = (part: number, digits: number): string => `${(100 * part).toFixed(digits)} %`;
const ms = (time: number): string => `${time < 10 ? time.toFixed(1) : time.toFixed(0)} ms`;

/** Ours beside each tool: how many times as long the other takes, or we. */
export function comparisonTable(comparisons: readonly Comparison[]): string {
  const rows = comparisons.map(({ name, ours, theirs, ratio, note }) =>
    ours === null || theirs === null || ratio === null
      ? [name, '', '', '', note]
      : [name, ours.toPrecision(3), theirs.toPrecision(3), ratio.toPrecision(2), note],
  );
  return table(['ours / theirs', 'ours [ms]', 'theirs [ms]', 'ratio', ''], rows);
}

const ERRORS = [0.01, 0.003, 0.001, 0.0003] as const;

/** The cheapest choices to each error, for one task. */
export function timeToErrorTable({ held, rf }: Curves): string {
  const methods = Object.keys(METHODS) as Method[];
  const rows = [held, rf].flatMap((curve) =>
    [false, true].flatMap((isSure) =>
      ERRORS.map((error) => {
        const found = methods.map((by) => cheapestTo(error, by, curve, isSure));
        const [, barred, fe] = found;
        return [
          `${curve.task}${isSure ? ', surely' : ''}`,
          `${100 * error} %`,
          ...found.map((point) => (point ? ms(point.time) : '–')),
          barred && fe ? (fe.time / barred.time).toFixed(1) : '–',
        ];
      }),
    ),
  );
  return table(['', 'true error', ...methods.map((by) => METHODS[by]), 'FreeFem++ / ours with bar'], rows);
}

/** Whole answers at every resolution. */
export function taskTable({ tasks }: Measurements): string {
  const rows = Object.values(tasks).flatMap(({ words, costs }) =>
    costs.map((one) => [
      words,
      one.resolution,
      String(one.cells),
      String(one.steps),
      one.solves > 0 ? String(one.solves) : '',
      ms(one.plain),
      percent(Math.abs(one.plainError), 3),
      ms(one.withBar),
      `${percent(Math.abs(one.error), 3)} ± ${percent(one.bar, 3)}`,
      one.withBarOverPlain.toFixed(2),
    ]),
  );
  const head = [
    '',
    'resolution',
    'cells',
    'steps',
    'field solves',
    'without bar',
    'error',
    'with bar',
    'error ± bar',
    'ratio',
  ];
  return table(head, rows);
}

/** Inner loops on every grid. */
export function kernelTable({ kernels }: Measurements): string {
  const names = Object.keys(KERNEL_WORDS) as (keyof typeof KERNEL_WORDS)[];
  const rows = names.map((name) => [
    KERNEL_WORDS[name],
    ...kernels.map(({ perCell }) => perCell[name].toFixed(1)),
  ]);
  return table(['ns per cell', ...kernels.map(({ cells }) => `${cells} cells`)], rows);
}

/** Modes of RF current over one stage. */
export function modeTable({ modes }: Measurements): string {
  const rows = modes.map(({ mode, plain, plainOverOneStage, withBar, withBarOverOneStage }) => [
    mode,
    ms(plain),
    plainOverOneStage.toFixed(1),
    ms(withBar),
    withBarOverOneStage.toFixed(1),
  ]);
  return table(['', 'without bar', 'over one stage', 'with bar', 'over one stage'], rows);
}

/** Where the time of an answer goes. */
export function breakdownTable({ breakdown }: Measurements): string {
  return table(
    ['part', 'of the time'],
    Object.entries(breakdown.parts).map(([part, share]) => [part, percent(share, 0)]),
  );
}

/** How the cost grows. */
export function growthTable({ growth, longerRuns }: Measurements): string {
  const { small, large } = growth;
  const first = longerRuns[0];
  const longer = longerRuns.map(({ duration, ticks, time }) => [
    `RF current for ${duration} s: ${ticks} ticks and steps`,
    `${ms(time)}${first ? `, ${(time / first.time).toFixed(1)} times that of ${first.duration} s` : ''}`,
  ]);
  const perCell = [small, large].map(({ cells, perCellAndStep }) => [
    `held tip, ${cells} cells`,
    `${perCellAndStep.toFixed(1)} ns per cell and step`,
  ]);
  return table(['run', 'cost'], [...perCell, ...longer]);
}

/** The first answer of a process, loading, and memory. */
export function processTable({ coldStart, memory, measuring }: Measurements): string {
  const cold = coldStart
    ? [
        ['first answer of a process, held tip, wall', ms(coldStart.held.coldWall)],
        ['the same, RF current, wall', ms(coldStart.rf.coldWall)],
        ...Object.entries(coldStart.load).map(([name, time]) => [
          `loading ${name === 'index' ? 'rf-lesion' : `rf-lesion/${name}`}, CPU`,
          ms(time),
        ]),
      ]
    : [];
  const kept = memory
    ? [
        ['alive in a run, held tip', `${memory.perCell.held.toFixed(0)} bytes per cell`],
        ['alive in a run, RF current', `${memory.perCell.rf.toFixed(0)} bytes per cell`],
        ['alive in an answer with error bar', `${memory.perCell.rfWithBar.toFixed(0)} bytes per cell`],
        ['left behind by each of 10 000 answers', `${memory.leftPerRun.toFixed(0)} bytes`],
        [
          'arrays allocated in a step',
          `${Math.max(...memory.perStep.held.arrays, ...memory.perStep.rf.arrays)} bytes`,
        ],
        [
          'anything else allocated in a step, small and large grid',
          [memory.perStep.held, memory.perStep.rf]
            .map(({ others }) => others.join(', '))
            .join(' (held tip); ') + ' bytes (RF current)',
        ],
      ]
    : [];
  const sizes = measuring.map(({ cells, size, contour }) => [
    `sizes of one lesion, ${cells} cells; its border`,
    `${ms(size)}; ${ms(contour)}`,
  ]);
  return table(['', ''], [...cold, ...kept, ...sizes]);
}
