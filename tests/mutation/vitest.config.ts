import { readFileSync } from 'node:fs';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { BaseSequencer, type Reporter, type TestSpecification } from 'vitest/node';

/** The test files to run, in this order. */
const order = JSON.parse(readFileSync(process.env['TEST_ORDER']!, 'utf8')) as string[];

class GivenOrder extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification): number =>
      order.findIndex((file) => moduleId.endsWith(`/${file}`));
    return Promise.resolve([...files].sort((a, b) => placeOf(a) - placeOf(b)));
  }
}

/** Says in one line each which file has ended and which test has failed. */
const progress: Reporter = {
  onTestCaseResult(test) {
    if (test.result().state === 'failed') {
      console.log(`failed ${test.module.relativeModuleId} › ${test.fullName}`);
    }
  },
  onTestModuleEnd(file) {
    const name = file.relativeModuleId;
    if (file.errors().length > 0) console.log(`failed ${name} › could not be loaded`);
    else if (file.state() !== 'failed') console.log(`ended ${name}`);
  },
};

const config: ViteUserConfig = defineConfig({
  cacheDir: '.vite',
  resolve: { tsconfigPaths: true },
  test: {
    root: process.cwd(),
    include: order,
    reporters: [progress],
    sequence: { sequencer: GivenOrder },
    testTimeout: 30_000,
    bail: 1,
    pool: 'threads',
    isolate: false,
    maxWorkers: 1,
  },
});
export default config;
