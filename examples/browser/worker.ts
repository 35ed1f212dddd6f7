/** Answers the page's questions one at a time; a newer question ends the work on an older one. */
import { type Answer, answersTo } from './answer.js';
import type { Settings } from './settings.js';

/** From the page. */
export interface Question {
  /** Counts the questions, so that the page can tell an answer to an older one. */
  readonly id: number;
  readonly settings: Settings;
}

/** To the page. */
export type Reply = { readonly id: number } & (
  { readonly kind: 'answer'; readonly answer: Answer } | { readonly kind: 'failed'; readonly message: string }
);

let work = new AbortController();

self.addEventListener('message', ({ data }: MessageEvent<Question>) => {
  work.abort();
  work = new AbortController();
  void reply(data, work.signal);
});

async function reply({ id, settings }: Question, signal: AbortSignal): Promise<void> {
  try {
    for await (const answer of answersTo(settings, signal)) {
      send({ id, kind: 'answer', answer });
    }
  } catch (error) {
    send({ id, kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
}

const send = (message: Reply): void => self.postMessage(message);
