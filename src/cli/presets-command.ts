import type { Command } from 'commander';
import {
  electrodes,
  formatProcedure,
  generators,
  kinetics,
  materials,
  type Procedure,
  procedures,
  threeStateKinetics,
  tissues,
  toJson,
} from 'rf-lesion';
import { requireOneOf } from './known.js';
import { presetPage } from './preset-page.js';
import type { Session } from './session.js';

/** Something that can be shown. */
interface Shown {
  readonly preset: object;
  readonly page: () => string;
}

const kind = <T extends object>(
  presets: Readonly<Record<string, T>>,
  page: (preset: T) => string,
): ReadonlyMap<string, Shown> =>
  new Map(Object.entries(presets).map(([name, preset]) => [name, { preset, page: () => page(preset) }]));

const below =
  (root: string) =>
  (preset: object): string =>
    presetPage(preset, root);

/** Those that are not verified are named so. */
const { unverified, ...verified } = procedures;
const NAMED_PROCEDURES: Readonly<Record<string, Procedure>> = {
  ...verified,
  ...Object.fromEntries(Object.entries(unverified).map(([name, one]) => [`unverified.${name}`, one])),
};

const KINDS: ReadonlyMap<string, ReadonlyMap<string, Shown>> = new Map([
  ['tissues', kind(tissues, below('tissue'))],
  ['electrodes', kind(electrodes, below('electrode'))],
  ['materials', kind(materials, below('material'))],
  ['generators', kind(generators, below('heating'))],
  ['procedures', kind(NAMED_PROCEDURES, formatProcedure)],
  ['kinetics', kind(kinetics, below('kinetics'))],
  ['threeStateKinetics', kind(threeStateKinetics, below('kinetics'))],
]);

/** All of them by their whole names. */
const ALL: ReadonlyMap<string, Shown> = new Map(
  [...KINDS].flatMap(([name, presets]) => [...presets].map(([key, one]) => [`${name}.${key}`, one] as const)),
);
const NAMES = [...ALL.keys()];

/** Adds `rf-lesion presets`. */
export function addPresetsCommand(program: Command, { io }: Session): void {
  const presets = program
    .command('presets')
    .description('list and show the presets: tissues, needles, generators, procedures, damage kinetics');
  presets
    .command('list', { isDefault: true })
    .description('names of all presets, or of one kind')
    .argument('[kind]', `one of ${[...KINDS.keys()].join(', ')}`)
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  rf-lesion presets list tissues')
    .action((asked: string | undefined, { json }: { readonly json?: boolean }) => {
      const of = asked === undefined ? null : requireOneOf('The kind of preset', asked, [...KINDS.keys()]);
      const names = of === null ? NAMES : NAMES.filter((name) => name.startsWith(`${of}.`));
      io.stdout.write(`${json === true ? JSON.stringify(names) : names.join('\n')}\n`);
    });
  presets
    .command('show')
    .description('the numbers of a preset, their units and what they rest on')
    .argument('<name>', "as in 'tissues.muscle'")
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  rf-lesion presets show tissues.muscle')
    .action((asked: string, { json }: { readonly json?: boolean }) => {
      const name = requireOneOf('A preset', asked, NAMES, ['those of rf-lesion presets list']);
      const found = ALL.get(name);
      if (found) io.stdout.write(`${json === true ? toJson(found.preset) : found.page()}\n`);
    });
}
