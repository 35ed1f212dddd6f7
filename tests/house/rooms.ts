import { posix } from 'node:path';
import type { Import } from './source-files.js';

/** Rooms of the house from the ground up. Imports point down; rooms of one floor do not know each other. */
const FLOORS: readonly (readonly string[])[] = [
  ['errors', 'version'],
  ['grid'],
  ['numerics'],
  ['problem'],
  ['physics'],
  ['simulate'],
  ['metrics', 'presets', 'output'],
  ['analysis', 'measure'],
  ['estimate', 'plot'],
  ['questions'],
  ['units', 'files'],
  ['index', 'cli'],
];

/** Files beside the folders that belong to a room of another name. */
const ROOM_OF_FILE: Readonly<Record<string, string>> = {
  'run-plan': 'simulate',
  'run-clock': 'simulate',
  'run-model': 'simulate',
  'run-doors': 'simulate',
  'run-regions': 'simulate',
  'run-state': 'simulate',
  'run-options': 'simulate',
  'run-held': 'simulate',
  'run-ahead': 'simulate',
  'run-driven': 'simulate',
  'run-drive': 'simulate',
  'run-driven-stage': 'simulate',
  'run-stage': 'simulate',
  'run-move': 'simulate',
  'run-pulse': 'simulate',
  'run-boiling': 'simulate',
  'run-tick': 'simulate',
  'lesion-run': 'simulate',
  'run-damage': 'simulate',
  'damage-field': 'measure',
  'point-values': 'measure',
  ruler: 'measure',
  'family-ruler': 'estimate',
  'reversible-zone': 'estimate',
  growth: 'estimate',
  hottest: 'estimate',
  'stage-results': 'estimate',
  'lesion-estimate': 'estimate',
  receipt: 'estimate',
};

/** Rooms that may use these and nothing else below them. */
const ONLY: Readonly<Record<string, readonly string[]>> = {
  numerics: ['errors', 'grid'],
  metrics: ['errors', 'grid', 'problem'],
  presets: ['errors', 'grid', 'problem'],
  output: ['errors', 'version', 'grid', 'problem'],
  plot: ['errors', 'grid', 'problem', 'metrics', 'output', 'measure'],
};

/** Rooms that these alone may enter. */
const DOORS: Readonly<Record<string, readonly string[]>> = { plot: ['cli'] };

/** Which files may import a package, even its types; everything else from outside is forbidden. */
const PACKAGES: Readonly<Record<string, RegExp>> = {
  mathjs: /^src\/units\//,
  ndarray: /^src\/output\/ndarray\.ts$/,
  fflate: /^src\/output\/npz\.ts$/,
  'd3-contour': /^src\/plot\//,
  'd3-scale': /^src\/plot\//,
  'd3-scale-chromatic': /^src\/plot\//,
  valibot: /^src\/problem\//,
  commander: /^src\/cli\//,
  '@resvg/resvg-js': /^src\/cli\/picture-file\.ts$/,
  'rf-lesion': /^src\/cli\//,
  'node:': /^src\/cli\//,
};

/** The room of a file, as in 'src/grid/grading.ts'; undefined for one that has no room. */
export function roomOf(path: string): string | undefined {
  const [, first = '', ...rest] = path.split('/');
  const name = first.replace(/\.ts$/, '');
  const room = rest.length === 0 ? (ROOM_OF_FILE[name] ?? name) : first;
  return FLOORS.flat().includes(room) ? room : undefined;
}

const floorOf = (room: string): number => FLOORS.findIndex((rooms) => rooms.includes(room));

/** The name of a package without what follows it: 'node:' for Node's own. */
function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return 'node:';
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** What is wrong with an import; undefined when nothing is. */
export function breachOf({ path, line, specifier, typeOnly }: Import): string | undefined {
  const at = `${path}:${line}`;
  if (!specifier.startsWith('.')) {
    const allowed = PACKAGES[packageOf(specifier)];
    return allowed?.test(path) === true ? undefined : `${at} must not import '${specifier}'`;
  }
  const target = posix.join(posix.dirname(path), specifier).replace(/\.js$/, '.ts');
  if (target === 'package.json')
    return path === 'src/version.ts' ? undefined : `${at} must not import package.json`;
  const [from, to] = [roomOf(path), roomOf(target)];
  if (from === undefined) return `${at}: ${path} has no room in the house`;
  if (to === undefined) return `${at}: ${target} has no room in the house`;
  if (typeOnly || from === to) return undefined;
  const mayEnter = DOORS[to]?.includes(from) ?? true;
  const allowed = mayEnter && (ONLY[from]?.includes(to) ?? floorOf(to) < floorOf(from));
  return allowed ? undefined : `${at} imports '${specifier}': ${from} must not know ${to}`;
}
