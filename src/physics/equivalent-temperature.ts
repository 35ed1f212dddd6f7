import { makeRecent } from '../numerics/recent.js';
import { type DamageRule, keyOfRule } from '../problem/criterion.js';
import { arrheniusRate, cem43Rate, kinksOf, SECONDS_PER_MINUTE } from './damage-rate.js';

/** Temperatures at which the rate of kinetics is looked up [°C]. */
const NODES = { from: -20, step: 0.25, count: 1400 } as const;

/** Kinks are softened over so many degrees to either side [K]: time does so in space. */
const SOFTENED = 2;

/** Least rise of the logarithm of a rate from one node to the next: a jump down, or a gap, is bridged. */
const LEAST_RISE = 0.025;

/** How far inside a branch its end is looked at [K]. */
const INSIDE = 1e-9;

/** Damage as the temperature that does the same when it is held for a time, and back. */
export interface EquivalentTemperature {
  /** Of a sum, CEM43 [min] or Ω: [°C], −Infinity for none. */
  of(sum: number): number;
  /** The sum that a temperature [°C] stands for. */
  back(T: number): number;
}

/** Part of the way from x₀ to x₁, beyond them as well. */
const line = (x: number, x0: number, x1: number, y0: number, y1: number): number =>
  y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);

/** Logarithms without their kinks: means with weights that fall off on a straight line to both sides. */
function softened(logs: readonly number[]): number[] {
  const reach = Math.round(SOFTENED / NODES.step);
  return logs.map((_, n) => {
    let [sum, weights] = [0, 0];
    for (let m = -reach; m <= reach; m++) {
      const weight = reach + 1 - Math.abs(m);
      sum += weight * logs[Math.max(0, Math.min(n + m, logs.length - 1))]!;
      weights += weight;
    }
    return sum / weights;
  });
}

/** A rate at each node, or at the point of its neighbourhood where it has one: a branch may hold no node. */
function logRates(rate: (T: number) => number, kinks: readonly number[]): number[] {
  const { from, step, count } = NODES;
  return Array.from({ length: count }, (_, n) => {
    const T = from + n * step;
    const near = kinks.filter((kink) => Math.abs(kink - T) <= step / 2);
    const rates = [T, ...near.flatMap((kink) => [kink - INSIDE, kink + INSIDE])].map(rate);
    return Math.log(rates.find((value) => value > 0) ?? 0);
  });
}

/** Fills what has no rate: below and above on the slope that is there, gaps on a straight line. */
function bridged(logs: readonly number[]): number[] {
  const known = Array.from(logs.keys()).filter((n) => logs[n]! > -Infinity);
  const [first, last] = [known[0] ?? 0, known.at(-1) ?? 0];
  const slopeAt = (n: number): number => {
    const slope = (logs[n + 1] ?? NaN) - (logs[n] ?? NaN);
    return slope > LEAST_RISE && slope < Infinity ? slope : LEAST_RISE;
  };
  const value = (n: number): number => logs[n] ?? 0;
  return logs.map((log, n) => {
    if (log > -Infinity) return log;
    if (n < first) return value(first) - (first - n) * slopeAt(first);
    if (n > last) return value(last) + (n - last) * slopeAt(last - 1);
    const above = known.find((m) => m > n) ?? last;
    const below = known.findLast((m) => m < n) ?? first;
    return line(n, below, above, value(below), value(above));
  });
}

/** By a table of ln k(T) that rises everywhere. */
function byRate(rate: (T: number) => number, kinks: readonly number[], time: number): EquivalentTemperature {
  const { from, step, count } = NODES;
  const logs = softened(bridged(logRates(rate, kinks)));
  for (let n = 1; n < count; n++) logs[n] = Math.max(logs[n]!, logs[n - 1]! + LEAST_RISE);
  return {
    of(sum): number {
      if (sum === 0) return -Infinity;
      const logRate = Math.log(sum / time);
      if (logRate >= logs[count - 1]!) return from + (count - 1) * step; // as hot as makes no difference
      let [low, high] = [0, count - 1];
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (logs[middle]! <= logRate) low = middle;
        else high = middle;
      }
      return line(logRate, logs[low]!, logs[high]!, from + low * step, from + high * step);
    },
    back(T): number {
      const n = Math.max(0, Math.min(Math.floor((T - from) / step), count - 2));
      return time * Math.exp(line(T, from + n * step, from + (n + 1) * step, logs[n]!, logs[n + 1]!));
    },
  };
}

/**
 * Makes the temperature that does the same damage when it is held for half the time of heating: about as smooth in space as the
 * temperature itself, even where the rate has a kink.
 *
 * ```text
 * T_eq = k⁻¹(Ω/t),   t = duration/2
 * ```
 *
 * @param duration - Of heating [s].
 * @remarks Half, because tissue at the border comes near its highest temperature late. What is read at a node and back is the
 * same to round-off, whatever the scale.
 */
export function equivalentTemperature(rule: SumRule, duration: number): EquivalentTemperature {
  return recent(`${duration} ${keyOfRule(rule)}`, () => make(rule, duration / 2));
}

/** A rule that sums up a rate. */
type SumRule = Exclude<DamageRule, { readonly kind: 'three-state' }>;

function make(rule: SumRule, time: number): EquivalentTemperature {
  // The Sapareto–Dewey form has a rate at every temperature; for the other one it is close enough.
  if (rule.kind === 'cem43') return byRate(cem43Rate, [], time / SECONDS_PER_MINUTE);
  return byRate((T) => arrheniusRate(rule.kinetics, T), kinksOf(rule), time);
}

/** Of the last few rules: all runs and instants of one estimate share them. */
const recent = makeRecent<EquivalentTemperature>();
