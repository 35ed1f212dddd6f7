import { defineConfig, type UserConfig } from 'vite';

const config: UserConfig = defineConfig({
  root: import.meta.dirname,
  base: './', // the built page works in any folder of a site
  resolve: { tsconfigPaths: true }, // rf-lesion is ../../src, which needs no build
  worker: { format: 'es' },
  build: { target: 'es2022', outDir: '../../out/browser', emptyOutDir: true },
});
export default config;
