// How far a run is from the oracle.
import { type LesionRun, type LesionSize, measureLesion } from '../../src/index.js';
import type { OracleRun, Recorded } from './oracle.js';

/** The largest difference between two temperature fields, and where it is. */
export interface Difference {
  /** [K] */
  readonly off: number;
  /** In words, for a message. */
  readonly where: string;
}

/** Temperatures within this time of an event count as near it [s]. */
const NEAR = 1;

const NONE: Difference = { off: 0, where: 'nowhere' };

const worse = (a: Difference, b: Difference): Difference => (b.off > a.off ? b : a);

function differenceOf(
  { grid: { nr, r, z, isTissue } }: LesionRun,
  a: Float64Array,
  b: Float64Array,
  when: string,
): Difference {
  let [off, at] = [0, 0];
  for (let c = 0; c < a.length; c++) {
    const here = Math.abs(a[c]! - b[c]!);
    if (here <= off) continue;
    [off, at] = [here, c];
  }
  const place = `r ${(1e3 * r[at % nr]!).toFixed(2)} mm, z ${(1e3 * z[Math.floor(at / nr)]!).toFixed(2)} mm`;
  return {
    off,
    where: `${off.toFixed(4)} K ${when}, ${isTissue[at] === 1 ? 'tissue' : 'needle'}, ${place}`,
  };
}

/** The worst cell of all times, soon after an event and later. */
export function worstTemperatures(
  { run, times, temperatures, events }: Recorded,
  oracle: Pick<OracleRun, 'temperatures'>,
): { readonly near: Difference; readonly later: Difference } {
  let [near, later] = [NONE, NONE];
  times.forEach((time, n) => {
    const event = Math.max(...events.filter((start) => start < time || start === 0));
    const when = `at ${time.toFixed(3)} s, ${(time - event).toFixed(3)} s after an event`;
    const here = differenceOf(run, temperatures[n]!, oracle.temperatures[n]!, when);
    if (time - event <= NEAR) near = worse(near, here);
    else later = worse(later, here);
  });
  return { near, later };
}

/** The worst of the highest temperatures, in any stretch of time. */
export function worstPeak({ run }: Pick<Recorded, 'run'>, { peaks }: Pick<OracleRun, 'peaks'>): Difference {
  return run.exposure.final.peaks
    .map(({ data }, k) => differenceOf(run, data, peaks[k]!, `of the peak in stretch ${k}`))
    .reduce(worse, NONE);
}

/** Sizes of a peak isotherm [°C], by a run and by the oracle on its cells. */
export function sizesOf(
  { run }: Pick<Recorded, 'run'>,
  { peaks }: Pick<OracleRun, 'peaks'>,
  threshold: number,
): { readonly ours: LesionSize<number>; readonly oracle: LesionSize<number> } {
  const { final } = run.exposure;
  const { shape } = final.peakTemperature;
  const exposure = {
    ...run.exposure,
    final: { ...final, peaks: peaks.map((data) => ({ data, shape })) },
  };
  const criterion = { kind: 'peak-temperature', threshold } as const;
  return { ours: measureLesion(run, criterion), oracle: measureLesion({ ...run, exposure }, criterion) };
}

/** Electrical energy until the end by the run and by the oracle [J]. */
export function energiesOf(
  { run: { history }, times }: Pick<Recorded, 'run' | 'times'>,
  { squaredVoltages, impedances }: Pick<OracleRun, 'squaredVoltages' | 'impedances'>,
): { readonly ours: number; readonly oracle: number } {
  const oracle = squaredVoltages.reduce(
    (sum, V2, n) => (V2 > 0 ? sum + (V2 / impedances[n]!) * (times[n]! - times[n - 1]!) : sum),
    0,
  );
  return { ours: history.energy.at(-1)!, oracle };
}
