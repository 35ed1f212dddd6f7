import type { Progress } from './run-options.js';

type OnProgress = ((progress: Progress) => void) | undefined;

/** Drives steps to their end. */
export function toEnd<T>(steps: Generator<Progress, T>, onProgress: OnProgress): T {
  for (;;) {
    const next = steps.next();
    if (next.done === true) return next.value;
    onProgress?.(next.value);
  }
}

/** Other work gets its turn at least this often [ms]. */
const SLICE = 12;

/** The same without blocking: it gives way to other work every few milliseconds. */
export async function toEndInSlices<T>(steps: Generator<Progress, T>, onProgress: OnProgress): Promise<T> {
  let sliceEnd = performance.now() + SLICE;
  for (;;) {
    const next = steps.next();
    if (next.done === true) return next.value;
    onProgress?.(next.value);
    if (performance.now() < sliceEnd) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    sliceEnd = performance.now() + SLICE;
  }
}
