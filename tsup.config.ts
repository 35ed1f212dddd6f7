import { transform } from 'esbuild';
import { defineConfig, type Options } from 'tsup';
import { droppablePresets } from './packaging/droppable-presets.js';
import { writeProblemSchema } from './packaging/problem-json-schema.js';
import { thirdPartyLicenses } from './packaging/third-party-licenses.js';

type Plugin = NonNullable<Options['plugins']>[number];

/** The units entry carries mathjs inside, since loading its thousand files is slow. Only it is minified. */
const minifyUnits: Plugin = {
  name: 'minify-units',
  async renderChunk(code, { path }) {
    if (!/[\\/]units\.c?js$/.test(path)) return null;
    return { code: (await transform(code, { minify: true, target: 'es2022' })).code };
  },
};

const library: Options = {
  entry: {
    index: 'src/index.ts',
    units: 'src/units.ts',
    ndarray: 'src/output/ndarray.ts',
    output: 'src/files.ts',
    plot: 'src/plot.ts',
  },
  format: ['esm', 'cjs'],
  target: 'es2022',
  platform: 'neutral',
  splitting: true,
  clean: ['!cli.js'], // all but the output of the build below, which runs at the same time
  noExternal: ['mathjs'],
  esbuildOptions: (options) => {
    // Prefers the modules of mathjs's dependencies to their browser bundles.
    options.mainFields = ['module', 'main'];
  },
  plugins: [minifyUnits],
  esbuildPlugins: [
    droppablePresets,
    thirdPartyLicenses('dist/THIRD-PARTY-LICENSES.txt'),
    writeProblemSchema('dist/schema.json'),
  ],
  // tsup 8 sets an option that TypeScript 6 calls deprecated.
  dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
};

/** The command imports the package by its own name, so that no code is shipped twice. */
const command: Options = {
  entry: { cli: 'src/cli/main.ts' },
  format: ['esm'],
  target: 'es2022',
  platform: 'node',
  splitting: false,
  removeNodeProtocol: false,
  external: ['rf-lesion', /^rf-lesion\//],
  dts: false,
};

const config: ReturnType<typeof defineConfig> = defineConfig([library, command]);
export default config;
