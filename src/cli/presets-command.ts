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

type Preset = Readonly<Record<string, unknown>>;

/** Presets of one kind. */
interface Kind {
  readonly presets: ReadonlyMap<string, Preset>;
  /** How one is shown. */
  readonly page: (preset: Preset) => string;
}

const kind = (presets: object, page: Kind['page']): Kind => ({
  presets: new Map(Object.entries(presets) as [string, Preset][]),
  page,
});
const below =
  (root: string): Kind['page'] =>
  (preset) =>
    presetPage(preset, root);

/** Those that are not verified are named so. */
const { unverified, ...verified } = procedures;
const NAMED_PROCEDURES = {
  ...verified,
  ...Object.fromEntries(Object.entries(unverified).map(([name, one]) => [`unverified.${name}`, one])),
};

const KINDS: ReadonlyMap<string, Kind> = new Map([
  ['tissues', kind(tissues, below('tissue'))],
  ['electrodes', kind(electrodes, below('electrode'))],
  ['materials', kind(materials, below('material'))],
  ['generators', kind(generators, below('heating'))],
  ['procedures', kind(NAMED_PROCEDURES, (preset) => formatProcedure(preset as unknown as Procedure))],
  ['kinetics', kind(kinetics, below('kinetics'))],
  ['threeStateKinetics', kind(threeStateKinetics, below('kinetics'))],
]);

/** What each preset is and how it is shown, by its whole name. */
const ALL: ReadonlyMap<string, { readonly preset: Preset; readonly page: Kind['page'] }> = new Map(
  [...KINDS].flatMap(([name, { presets, page }]) =>
    [...presets].map(([key, preset]) => [`${name}.${key}`, { preset, page }] as const),
  ),
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
      if (found) io.stdout.write(`${json === true ? toJson(found.preset) : found.page(found.preset)}\n`);
    });
}
