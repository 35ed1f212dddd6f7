import { type Profiler, Session as Inspector } from 'node:inspector/promises';
import { estimateLesion } from 'rf-lesion';
import { COUPLED_TASK, OTHER_COUPLED_TASK } from './tasks.js';

type Part = 'field' | 'heat' | 'measurement' | 'grid and assembly' | 'control and bookkeeping';

/** Parts of the library by the files that do their work: the first match counts. */
const PARTS: readonly (readonly [Part, RegExp])[] = [
  ['field', /\/(electric-field|pcg)\.ts$/],
  ['heat', /\/(step-adi|heat-step)\.ts$/],
  ['measurement', /\/src\/(metrics|measure|analysis)/],
  [
    'grid and assembly',
    /\/(src\/grid\/.*|edge-fit|face-conductance|needle-heat|needle-surface|run-model)\.ts$/,
  ],
  ['control and bookkeeping', /\/src\//],
];
const ELSEWHERE = 'compiler and collector';

/** Where the time of one RF answer with error bars goes. */
export interface Breakdown {
  readonly parts: Readonly<Record<Part | typeof ELSEWHERE, number>>;
  /** Of the reported run alone. */
  readonly solves: number;
  readonly iterations: number;
}

/** Answers in the profile, after as many to warm up. */
const ANSWERS = 25;

/** Parts of the samples that fell into each part of the library. */
function shares({ nodes, samples = [] }: Profiler.Profile): Breakdown['parts'] {
  const partOf = (url: string): Part | typeof ELSEWHERE =>
    PARTS.find(([, files]) => files.test(url))?.[0] ?? ELSEWHERE;
  const partOfNode = new Map(nodes.map(({ id, callFrame }) => [id, partOf(callFrame.url)]));
  const counts: Record<Part | typeof ELSEWHERE, number> = {
    field: 0,
    heat: 0,
    measurement: 0,
    'grid and assembly': 0,
    'control and bookkeeping': 0,
    [ELSEWHERE]: 0,
  };
  for (const id of samples) counts[partOfNode.get(id)!] += 1 / samples.length;
  return counts;
}

/** Takes a CPU profile of RF answers with error bars at standard resolution. */
export async function measureBreakdown(): Promise<Breakdown> {
  const answer = (k: number): ReturnType<typeof estimateLesion> =>
    estimateLesion(k % 4 === 3 ? OTHER_COUPLED_TASK : COUPLED_TASK);
  for (let k = 0; k < ANSWERS; k++) answer(k);
  const inspector = new Inspector();
  inspector.connect();
  await inspector.post('Profiler.enable');
  await inspector.post('Profiler.setSamplingInterval', { interval: 200 });
  await inspector.post('Profiler.start');
  for (let k = 0; k < ANSWERS; k++) answer(k);
  const { profile } = await inspector.post('Profiler.stop');
  inspector.disconnect();
  const { driven } = answer(0).run.state;
  return { parts: shares(profile), solves: driven!.solves, iterations: driven!.iterations };
}
