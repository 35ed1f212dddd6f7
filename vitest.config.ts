import { defineConfig, type ViteUserConfig } from 'vitest/config';

const config: ViteUserConfig = defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'fast',
          include: ['tests/**/*.test.ts'],
          testTimeout: 30_000,
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
