import { extname } from 'node:path';
import type { Command } from 'commander';
import {
  type EstimateOptions,
  type LesionEstimate,
  LesionModelError,
  needlePose,
  type NeedlePose,
  type ResolutionName,
} from 'rf-lesion';
import { compute } from './compute.js';
import { writeWhole } from './files.js';
import { requireOneOf } from './known.js';
import { readProblem } from './problem-file.js';
import type { Session } from './session.js';

interface ExportOptions {
  readonly table?: string;
  readonly image?: string;
  readonly spacing?: string;
  readonly entry?: string;
  readonly target?: string;
  readonly resolution?: string;
  readonly json?: boolean;
}

const TABLES = ['lesions', 'history', 'field'] as const;
const IMAGES = ['label', 'temperature'] as const;
const DEFAULT_SPACING = '0.5 mm';

/** A point of an image's frame, in mm. */
function pointFrom(text: string, option: string): [number, number, number] {
  const numbers = text.split(/[\s,]+/).map(Number);
  const [x, y, z] = numbers;
  if (numbers.length === 3 && numbers.every(Number.isFinite)) return [x ?? 0, y ?? 0, z ?? 0];
  const message = `${option} must be three numbers in mm such as '12 -3.5 40', but was '${text}'.`;
  throw new LesionModelError('invalid-input', message, option);
}

/** Where the needle lies in the image: upright with its end at the origin, unless it is told. */
function poseFrom({ entry, target }: ExportOptions): NeedlePose {
  return needlePose({
    entry: pointFrom(entry ?? '0 0 100', '--entry'),
    target: pointFrom(target ?? '0 0 0', '--target'),
  });
}

/** What makes a file of each kind, by the end of its name. */
type Maker = (estimate: LesionEstimate, options: ExportOptions) => Promise<string | Uint8Array>;

const output = (): Promise<typeof import('rf-lesion/output')> => import('rf-lesion/output');

const MAKERS: ReadonlyMap<string, Maker> = new Map<string, Maker>([
  ['.json', async (estimate) => (await output()).estimateJson(estimate)],
  [
    '.csv',
    async (estimate, { table = 'lesions' }) => {
      const { fieldCsv, historyCsv, lesionsCsv } = await output();
      const asked = requireOneOf('--table', table, TABLES);
      if (asked === 'lesions') return lesionsCsv(estimate);
      return asked === 'history' ? historyCsv(estimate) : fieldCsv(estimate.run, { damage: true });
    },
  ],
  ['.npz', async ({ run }) => (await output()).fieldsNpz(run)],
  ['.vtr', async ({ run }) => (await output()).rectilinearVtr(run)],
  ['.vtp', async ({ border }) => (await output()).surfaceVtp(border)],
  [
    '.nii',
    async (estimate, options) => {
      const { labelNifti, temperatureNifti } = await output();
      const { parseQuantity } = await import('rf-lesion/units');
      const image = requireOneOf('--image', options.image ?? 'label', IMAGES);
      const spacing = parseQuantity(options.spacing ?? DEFAULT_SPACING, 'length', '--spacing');
      const how = { pose: poseFrom(options), voxels: { kind: 'box', spacing } } as const;
      return image === 'label' ? labelNifti(estimate, how) : temperatureNifti(estimate, how);
    },
  ],
]);

/** Adds `rf-lesion export`. */
export function addExportCommand(program: Command, session: Session): void {
  program
    .command('export')
    .description('write the answer to a problem as files that other programs read')
    .argument('<problem.json>', 'a Problem as JSON')
    .argument('<files...>', `their ends say what they are: ${[...MAKERS.keys()].join(', ')}`)
    .option('--table <name>', `of a .csv: one of ${TABLES.join(', ')} (default: "${TABLES[0]}")`)
    .option('--image <name>', `of a .nii: one of ${IMAGES.join(', ')} (default: "${IMAGES[0]}")`)
    .option('--spacing <length>', `of the voxels of a .nii (default: "${DEFAULT_SPACING}")`)
    .option(
      '--target <point>',
      'the needle\'s end in the frame of a .nii, in mm to the right, front and top (default: "0 0 0")',
    )
    .option('--entry <point>', 'a point up the needle in that frame (default: "0 0 100")')
    .option('--resolution <name>', 'draft, standard or fine')
    .option('--json', 'print the names of the files as JSON')
    .addHelpText('after', '\nExample:\n  rf-lesion export problem.json lesion.vtp fields.npz sizes.csv')
    .action(async (file: string, files: readonly string[], options: ExportOptions) => {
      const makers = files.map((name) => {
        const end = requireOneOf('The end of a file', extname(name), [...MAKERS.keys()]);
        return [name, MAKERS.get(end)] as const;
      });
      const settings: EstimateOptions =
        options.resolution === undefined ? {} : { resolution: options.resolution as ResolutionName };
      const estimate = await compute(await readProblem(file), settings, session);
      for (const [name, make] of makers) if (make) await writeWhole(name, await make(estimate, options));
      session.io.stdout.write(`${options.json === true ? JSON.stringify(files) : files.join('\n')}\n`);
    });
}
