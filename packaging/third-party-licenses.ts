import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'esbuild';

/** An esbuild plugin that writes the licence texts of every package that ended up inside the bundle. */
export function thirdPartyLicenses(file: string): Plugin {
  return {
    name: 'third-party-licenses',
    setup(build) {
      if (build.initialOptions.format !== 'esm') return; // the CommonJS build holds the same packages
      build.initialOptions.metafile = true;
      build.onEnd(({ metafile }) => {
        const outputs = Object.values(metafile?.outputs ?? {});
        const inputs = outputs.flatMap((output) => Object.keys(output.inputs));
        const folders = [...new Set(inputs.flatMap(packageFolder))].sort();
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, folders.map(licenseOf).join(`\n${'-'.repeat(80)}\n\n`));
      });
    },
  };
}

/** `node_modules/a/node_modules/@b/c/lib/d.js` → `node_modules/a/node_modules/@b/c` */
function packageFolder(path: string): string[] {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.slice(0, 1) ?? [];
}

function licenseOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<
    'name' | 'version' | 'license',
    string
  >;
  const texts = readdirSync(folder).filter((entry) => /^(licen[cs]e|notice|copying)/i.test(entry));
  if (texts.length === 0) throw new Error(`${name} is bundled but ships no licence text.`);
  const body = texts.map((entry) => readFileSync(join(folder, entry), 'utf8').trim());
  return `${name} ${version} (${license})\n\n${body.join('\n\n')}\n`;
}
