/** Computes what the page shows, without the page. */
import { estimateLesionAsync, type LesionEstimate } from 'rf-lesion';
import { drawLesion } from 'rf-lesion/plot';
import { problemOf, type Settings, TISSUE_WORDS } from './settings.js';
import { describeLength, describeOutcome, describeWarnings } from './words.js';

/** The sizes that the page shows. */
export type SizeName = 'width' | 'length' | 'distalReach';

/** What the page shows, as text. */
export interface Answer {
  readonly resolution: 'draft' | 'standard';
  readonly sizes: Readonly<Record<SizeName, string>>;
  readonly outcome: string;
  readonly warnings: readonly string[];
  /** SVG; null as long as it is not drawn. */
  readonly picture: string | null;
}

/** A draft, the draft with its picture, and the answer; nothing more once the signal is aborted. */
export async function* answersTo(settings: Settings, signal: AbortSignal): AsyncGenerator<Answer> {
  const problem = problemOf(settings);
  for (const resolution of ['draft', 'standard'] as const) {
    const lesion = await estimateLesionAsync(problem, { resolution, signal });
    if (await isOver(signal)) return; // what came back may be incomplete
    const answer = describe(lesion, resolution);
    if (resolution === 'draft') yield answer;
    if (await isOver(signal)) return;
    yield { ...answer, picture: draw(lesion, settings) };
  }
}

/** Lets messages in that wait, since drawing cannot be interrupted, and tells whether one of them ended the work. */
async function isOver(signal: AbortSignal): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  return signal.aborted;
}

function describe(lesion: LesionEstimate, resolution: Answer['resolution']): Answer {
  const { width, length, distalReach } = lesion;
  return {
    resolution,
    sizes: {
      width: describeLength(width),
      length: describeLength(length),
      distalReach: describeLength(distalReach),
    },
    outcome: describeOutcome(lesion),
    warnings: describeWarnings(lesion),
    picture: null,
  };
}

function draw(lesion: LesionEstimate, { gauge, tissue }: Settings): string {
  return drawLesion(lesion, {
    size: 'slide',
    title: `${gauge} G needle in ${TISSUE_WORDS[tissue] ?? tissue}`,
  });
}
