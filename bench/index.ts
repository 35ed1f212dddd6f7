/** What the library costs on this machine: prints tables and writes out/bench.json. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { VERSION } from 'rf-lesion';
import { formatGates, gatesOf } from './gates.js';
import { measureAll } from './measurements.js';
import type { TaskCosts } from './whole-task.js';

const machine = { cpu: cpus()[0]?.model ?? 'unknown', node: process.version, date: new Date().toISOString() };
const measurements = await measureAll();
const { kernels, tasks, coupledTasks, growth, extras, modes, breakdown, coldStart } = measurements;

const percent = (part: number): string => `${(100 * part).toFixed(3)} %`;
const taskRow = (task: TaskCosts): Record<string, string | number> => ({
  cells: task.cells,
  steps: task.steps,
  'ms without bar': task.plain.toFixed(1),
  'ms with bar': task.withBar.toFixed(1),
  ratio: task.withBarOverPlain.toFixed(2),
  'error without': percent(task.plainError),
  'error with': percent(task.error),
  bar: percent(task.bar),
  holds: task.barHolds ? 'yes' : 'NO',
});

console.log(`rf-lesion ${VERSION}, Node ${machine.node}, ${machine.cpu}; CPU times, medians`);
console.log('\n22 G, 5 mm, 80 °C, 90 s and 30 s of cool-down: the 50 °C width against finite elements');
const table = (costs: readonly TaskCosts[]): void => {
  console.table(Object.fromEntries(costs.map((task) => [task.resolution, taskRow(task)])));
};
console.log('Tip surface held');
table(tasks);
console.log('RF current');
table(coupledTasks);
console.log(
  `Where the time of an RF answer with error bars goes (CPU profile); the reported run solves the field ` +
    `${breakdown.solves} times in ${breakdown.iterations} iterations`,
);
console.table(
  Object.fromEntries(
    Object.entries(breakdown.parts).map(([part, share]) => [part, { part: `${(100 * share).toFixed(0)} %` }]),
  ),
);
console.log(`Inner loops over ${kernels.cells} cells`);
console.table({
  'time step': { 'ns per cell': kernels.step.toFixed(2), 'of the triad': kernels.stepOverTriad.toFixed(2) },
  'with peak temperature': {
    'ns per cell': kernels.stepWithPeak.toFixed(2),
    'of the triad': kernels.stepWithPeakOverTriad.toFixed(2),
  },
  'one damage rule': {
    'ns per cell': kernels.damage.toFixed(2),
    'of the triad': (kernels.damage / kernels.triad).toFixed(2),
  },
  'triad a = b + s·c': { 'ns per cell': kernels.triad.toFixed(2), 'of the triad': '1' },
});
console.log(
  `A run, per cell and step: ${growth.small.perCellAndStep.toFixed(1)} ns with ${growth.small.cells} cells, ` +
    `${growth.large.perCellAndStep.toFixed(1)} ns with ${growth.large.cells}`,
);
console.log(
  `RF run with the default damage rules over one without: ${extras.damageOverNone.toFixed(2)}; growth of the lesion: ${percent(extras.growthOverRun)} of the run`,
);
console.log('Modes of RF current at standard resolution, over one stage at 80 °C of the same duration');
console.table(
  Object.fromEntries(
    modes.map(({ mode, ...costs }) => [
      mode,
      {
        'ms without bar': costs.plain.toFixed(1),
        ratio: costs.plainOverOneStage.toFixed(2),
        'ms with bar': costs.withBar.toFixed(1),
        'ratio with bar': costs.withBarOverOneStage.toFixed(2),
      },
    ]),
  ),
);
console.log(
  coldStart === null
    ? 'First answer of a process: skipped, npm run build first'
    : `First answer of a process: ${coldStart.cold.toFixed(1)} ms (${coldStart.coldWall.toFixed(1)} ms wall; ` +
        `loading ${coldStart.load.toFixed(1)} ms), later ${coldStart.warm.toFixed(1)} ms`,
);
const gates = gatesOf(measurements);
console.log(`\nLimits\n${formatGates(gates)}`);

const folder = new URL('../out/', import.meta.url);
mkdirSync(folder, { recursive: true });
const record = { version: VERSION, ...machine, ...measurements, gates };
writeFileSync(new URL('bench.json', folder), `${JSON.stringify(record, null, 2)}\n`);
