import { type EstimateOptions, estimateLesionAsync, type LesionEstimate, type Problem } from 'rf-lesion';
import { makeProgressBar } from './progress-bar.js';
import { EXIT, type Session } from './session.js';

/** Estimates a lesion with a bar of progress. Ctrl-C stops it: what is complete by then comes back, and stderr says so. */
export async function compute(
  problem: Problem,
  options: EstimateOptions,
  session: Session,
): Promise<LesionEstimate> {
  const { io } = session;
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  const bar = makeProgressBar(io);
  io.once?.('SIGINT', interrupt);
  try {
    return await estimateLesionAsync(problem, {
      ...options,
      signal: stop.signal,
      onProgress: ({ fraction }) => bar.show(fraction),
    });
  } finally {
    bar.clear();
    io.off?.('SIGINT', interrupt);
    if (stop.signal.aborted) {
      session.exitCode = EXIT.stopped;
      io.stderr.write('Stopped: what was complete by then is kept.\n');
    }
  }
}
