import { afterAll, describe, expect, test, vi } from 'vitest';
import type { Settings } from '../../../examples/browser/settings.js';
import type { Question, Reply } from '../../../examples/browser/worker.js';

const SHORT: Settings = { temperature: 70, time: 20, tip: 4, gauge: 22, tissue: 'muscle' };

/** Stands for the worker's own scope. */
const replies: Reply[] = [];
const scope = Object.assign(new EventTarget(), {
  postMessage: (reply: Reply) => void replies.push(reply),
});
vi.stubGlobal('self', scope);
await import('../../../examples/browser/worker.js');
afterAll(() => void vi.unstubAllGlobals());

const ask = (data: Question): void => void scope.dispatchEvent(new MessageEvent('message', { data }));

/** Waits until a question is answered in full. */
async function untilAnswered(id: number): Promise<void> {
  const isLast = (reply: Reply): boolean =>
    reply.id === id && (reply.kind === 'failed' || reply.answer.resolution === 'standard');
  await vi.waitUntil(() => replies.some(isLast), { timeout: 20_000 });
}

describe('the worker', () => {
  test('answers a question with a draft first', async () => {
    ask({ id: 1, settings: SHORT });
    await untilAnswered(1);
    const resolutions = replies.map((reply) =>
      reply.kind === 'answer' ? reply.answer.resolution : 'failed',
    );
    expect(resolutions).toEqual(['draft', 'draft', 'standard']);
  });

  test('leaves a question for a newer one', async () => {
    replies.length = 0;
    for (const id of [2, 3, 4]) ask({ id, settings: { ...SHORT, temperature: 70 + id } });
    await untilAnswered(4);
    expect(replies.map(({ id }) => id)).toEqual([4, 4, 4]);
  });

  test('says why there is no answer', async () => {
    replies.length = 0;
    ask({ id: 5, settings: { ...SHORT, temperature: 30 } });
    await untilAnswered(5);
    expect(replies).toEqual([
      { id: 5, kind: 'failed', message: expect.stringContaining('heating.target') as string },
    ]);
  });
});
