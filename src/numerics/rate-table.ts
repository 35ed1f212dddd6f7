/**
 * The antiderivative K of a rate k(x), tabulated: what a straight change from x₀ to x₁ within Δt adds is exact whatever the
 * step, kinks and jumps included.
 *
 * ```text
 * ∫ k(x(t)) dt = Δt · (K(x₁) − K(x₀))/(x₁ − x₀)
 * ```
 */
export interface RateTable {
  readonly from: number;
  /** Intervals for each unit of x. */
  readonly perUnit: number;
  readonly count: number;
  /**
   * K = c₀ + f (c₁ + f (c₂ + f c₃)) at the part f of an interval, shape [4·count]: the cubic through K and k at its ends.
   */
  readonly coefficients: Float64Array;
  /** The rate itself, for x beyond the table. */
  readonly rate: (x: number) => number;
}

/** The ends of an interval are looked at from inside, so that a jump on a node stays sharp. */
const INSIDE = 1e-9;

/** ∫ k dx by Simpson's rule, its ends seen from inside. */
function integral(rate: (x: number) => number, a: number, b: number): number {
  const inside = INSIDE * (b - a);
  return ((b - a) / 6) * (rate(a + inside) + 4 * rate((a + b) / 2) + rate(b - inside));
}

/**
 * Tabulates a rate.
 *
 * @param breaks - Where the rate has a kink or a jump; exact on the table's nodes, elsewhere to a part of an interval.
 */
export function makeRateTable(
  rate: (x: number) => number,
  from: number,
  to: number,
  perUnit: number,
  breaks: readonly number[],
): RateTable {
  const count = Math.round((to - from) * perUnit);
  const h = 1 / perUnit;
  const coefficients = new Float64Array(4 * count);
  let K = 0;
  for (let n = 0; n < count; n++) {
    const [a, b] = [from + n * h, from + (n + 1) * h];
    const inner = breaks.filter((x) => x > a && x < b);
    const stops = [a, ...inner, b];
    let added = 0;
    for (let m = 1; m < stops.length; m++) added += integral(rate, stops[m - 1]!, stops[m]!);
    const isBroken = inner.length > 0;
    const k0 = isBroken ? added : h * rate(a + INSIDE * h);
    const k1 = isBroken ? added : h * rate(b - INSIDE * h);
    coefficients[4 * n] = K;
    coefficients[4 * n + 1] = k0;
    coefficients[4 * n + 2] = 3 * added - 2 * k0 - k1;
    coefficients[4 * n + 3] = k0 + k1 - 2 * added;
    K += added;
  }
  return { from, perUnit, count, coefficients, rate };
}

/** Changes of x below this part of an interval are integrated by the rate at their middle. */
const SMALL = 1 / 64;

/** Mean rate of a change beyond the table, by the exponential through both ends. */
function meanBeyond(rate: (x: number) => number, x0: number, x1: number): number {
  const [k0, k1] = [rate(x0), rate(x1)];
  const s = Math.log(k1 / k0);
  return Number.isFinite(s) && Math.abs(s) > 1e-6 ? (k1 - k0) / s : (k0 + k1) / 2;
}

/**
 * Adds what a rate comes to over a step in which x goes on a straight line from `before` to `after`; arrays of one shape.
 *
 * ```text
 * sum ← sum + Δt (K(x₁) − K(x₀)) / (x₁ − x₀),   K′ = k
 * ```
 */
export function accumulateRate(
  { from, perUnit, count, coefficients: c, rate }: RateTable,
  before: Float64Array,
  after: Float64Array,
  dt: number,
  sum: Float64Array,
): void {
  const weight = dt * perUnit;
  for (let m = 0; m < sum.length; m++) {
    const y0 = (before[m]! - from) * perUnit;
    const y1 = (after[m]! - from) * perUnit;
    if (!(y0 >= 0 && y0 < count && y1 >= 0 && y1 < count)) {
      sum[m] = sum[m]! + dt * meanBeyond(rate, before[m]!, after[m]!);
      continue;
    }
    const n1 = y1 | 0;
    const k1 = 4 * n1;
    const f1 = y1 - n1;
    const change = y1 - y0;
    if (change < SMALL && change > -SMALL) {
      const f = f1 - change / 2;
      sum[m] = sum[m]! + weight * (c[k1 + 1]! + f * (2 * c[k1 + 2]! + 3 * f * c[k1 + 3]!));
      continue;
    }
    const n0 = y0 | 0;
    const k0 = 4 * n0;
    const f0 = y0 - n0;
    const K0 = c[k0]! + f0 * (c[k0 + 1]! + f0 * (c[k0 + 2]! + f0 * c[k0 + 3]!));
    const K1 = c[k1]! + f1 * (c[k1 + 1]! + f1 * (c[k1 + 2]! + f1 * c[k1 + 3]!));
    sum[m] = sum[m]! + (weight * (K1 - K0)) / change;
  }
}
