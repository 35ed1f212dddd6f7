import { defineConfig, type ViteUserConfig } from 'vitest/config';

const TOGETHER = ['tests/{unit,house,property}/**/*.test.ts'];

const config: ViteUserConfig = defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    maxWorkers: '100%',
    testTimeout: 30_000,
    projects: [
      {
        // These leave nothing behind, so the library is loaded once for all of them.
        extends: true,
        test: { name: 'fast-together', include: TOGETHER, isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'fast',
          include: ['tests/**/*.test.ts'],
          exclude: TOGETHER,
          typecheck: { enabled: true, include: ['tests/types/*.test-d.ts'] },
        },
      },
      { extends: true, test: { name: 'slow', include: ['tests/**/*.slow.ts'], testTimeout: 900_000 } },
    ],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/cli/**'],
      reporter: ['text', 'json-summary'],
    },
  },
});
export default config;
