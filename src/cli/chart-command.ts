import type { Command } from 'commander';
import { LesionModelError, type LesionEstimate, type ResolutionName, tissues, toJson } from 'rf-lesion';
import { inColumns, printMeasured } from '../output/measured-in-words.js';
import { compute } from './compute.js';
import { writePicture } from './picture-file.js';
import { GAUGE_RANGE, problemFrom } from './problem-words.js';
import { EXIT, type Session } from './session.js';

interface ChartOptions {
  readonly gauge?: string;
  readonly tip?: string;
  readonly tissue?: string;
  readonly temperature?: readonly string[];
  readonly time?: readonly string[];
  readonly resolution?: string;
  readonly json?: boolean;
  readonly out?: string;
}

/** One field of the chart; null for one that was not computed as the chart was stopped. */
interface Entry {
  readonly temperature: string;
  readonly time: string;
  readonly estimate: LesionEstimate | null;
}

function required(values: readonly string[] | undefined, option: string, example: string): readonly string[] {
  if (values !== undefined && values.length > 0) return values;
  throw new LesionModelError(
    'invalid-input',
    `${option} must be one or more of the kind of ${example}, but is missing.`,
    option,
  );
}

/** Widths: a row for each temperature, a column for each time. */
function widths(
  entries: readonly Entry[],
  temperatures: readonly string[],
  times: readonly string[],
): string {
  const cell = (temperature: string, time: string): string => {
    const found = entries.find((one) => one.temperature === temperature && one.time === time)?.estimate;
    return found ? printMeasured(found.width, 1e3) : '–';
  };
  const rows = temperatures.map((temperature) => [
    temperature,
    ...times.map((time) => cell(temperature, time)),
  ]);
  return inColumns([['width mm', ...times], ...rows]);
}

/** Adds `rf-lesion chart`. */
export function addChartCommand(program: Command, session: Session): void {
  const command = program.command('chart');
  command
    .description(
      'the width of the lesion against temperature and time, for one needle: the page that manuals print',
    )
    .option('--gauge <number>', `of the needle, ${GAUGE_RANGE}`)
    .option('--tip <length>', 'bare length of the tip, as in "5 mm"')
    .option('--tissue <name>', `one of ${Object.keys(tissues).join(', ')}`)
    .option('--temperature <temperatures...>', 'set temperatures, as in "70 degC" "80 degC"')
    .option('--time <times...>', 'times from the start to switch-off, as in "60 s" "90 s"')
    .option('--resolution <name>', 'draft, standard or fine')
    .option('--json', 'print all answers as JSON')
    .option('--out <file>', 'draw the chart: an SVG, or a PNG where @resvg/resvg-js is installed')
    .addHelpText(
      'after',
      '\nExample:\n  rf-lesion chart --gauge 22 --tip "5 mm" --tissue muscle --temperature "70 degC" "80 degC" --time "60 s" "90 s"',
    )
    .action(async ({ temperature, time, resolution, json, out, ...needle }: ChartOptions) => {
      if (Object.keys(needle).length === 0) command.help({ error: true });
      const temperatures = required(temperature, '--temperature', "'80 degC'");
      const times = required(time, '--time', "'90 s'");
      const pairs = temperatures.flatMap((one) => times.map((other) => ({ temperature: one, time: other })));
      const asked = await Promise.all(
        pairs.map(async (pair) => ({ ...pair, problem: await problemFrom({ ...needle, ...pair }) })),
      );
      const options = resolution === undefined ? {} : { resolution: resolution as ResolutionName };
      const entries: Entry[] = [];
      for (const { problem, ...pair } of asked) {
        if (session.exitCode === EXIT.stopped) break;
        const estimate = await compute(problem, options, session);
        entries.push({ ...pair, estimate: estimate.outcome.kind === 'stopped' ? null : estimate });
      }
      session.io.stdout.write(`${json === true ? toJson(entries) : widths(entries, temperatures, times)}\n`);
      if (out === undefined) return;
      const { drawLesionChart } = await import('rf-lesion/plot');
      const complete = entries.flatMap(({ estimate }) => (estimate ? [estimate] : []));
      await writePicture(drawLesionChart(complete), out, session);
    });
}
