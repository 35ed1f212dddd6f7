import { katex } from '@mdit/plugin-katex';
import { readFileSync } from 'node:fs';

/**
 * The pages in reading order, by the groups that the navigation shows.
 *
 * @type {Record<string, string[]>}
 */
const contents = JSON.parse(readFileSync(new URL('docs/site/contents.json', import.meta.url), 'utf8'));

/** @type {Partial<import('typedoc').TypeDocOptions>} */
const config = {
  name: 'rf-lesion',
  entryPoints: ['src/index.ts', 'src/units.ts', 'src/output/ndarray.ts', 'src/files.ts', 'src/plot.ts'],
  projectDocuments: Object.values(contents)
    .flat()
    .map((page) => `docs/${page}.md`),
  groupOrder: [...Object.keys(contents), '*'],
  navigation: { includeGroups: true },
  out: 'site',
  plugin: ['typedoc-plugin-mdn-links', 'typedoc-plugin-coverage'],
  customCss: 'node_modules/katex/dist/katex.min.css',
  markdownItLoader: (parser) => {
    parser.use(katex, { output: 'htmlAndMathml', throwOnError: true });
  },
  excludeInternal: true,
  intentionallyNotExported: ['TabledTissueName', 'CitedTissueName'], // the two halves of TissueName
  includeVersion: true,
  // The site has pages of its own for source files: docs/site/complete.ts.
  displayBasePath: import.meta.dirname,
  disableGit: true,
  gitRevision: 'main',
  sourceLinkTemplate: 'source:{path}#L{line}',
  validation: { notExported: true, invalidLink: true, invalidPath: true, notDocumented: true },
  requiredToBeDocumented: ['Function', 'Class', 'Interface', 'TypeAlias', 'Variable', 'Enum'],
  treatWarningsAsErrors: true,
};
export default config;
