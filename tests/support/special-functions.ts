/** Points of the trapezoidal rule; on these integrands it converges faster than any power of them. */
const POINTS = 400;

/** Bessel function J₀(x) = (1/π) ∫₀^π cos(x sin t) dt. */
export function besselJ0(x: number): number {
  let sum = 0;
  for (let k = 0; k < POINTS; k++) sum += Math.cos(x * Math.sin((Math.PI * (k + 0.5)) / POINTS));
  return sum / POINTS;
}

/** First zero of J₀. */
export const J0_ZERO = 2.404825557695773;

/** Modified Bessel function K₀(x) = ∫₀^∞ exp(−x cosh t) dt, x > 0. */
export function besselK0(x: number): number {
  const end = Math.acosh(1 + 40 / x);
  let sum = Math.exp(-x) / 2;
  for (let k = 1; k < POINTS; k++) sum += Math.exp(-x * Math.cosh((end * k) / POINTS));
  return (sum * end) / POINTS;
}

/** A complex number: real and imaginary part. */
type Complex = readonly [number, number];

const multiply = ([a, b]: Complex, [c, d]: Complex): Complex => [a * c - b * d, a * d + b * c];
const divide = ([a, b]: Complex, [c, d]: Complex): Complex => {
  const norm = c * c + d * d;
  return [(a * c + b * d) / norm, (b * c - a * d) / norm];
};
const exponential = ([a, b]: Complex): Complex => [Math.exp(a) * Math.cos(b), Math.exp(a) * Math.sin(b)];
const squareRoot = ([a, b]: Complex): Complex => {
  const size = Math.hypot(a, b);
  const re = Math.sqrt((size + a) / 2);
  return [re, re === 0 ? Math.sqrt(size) : b / (2 * re)];
};

/**
 * Modified Bessel function K₀ of a complex argument in the right half plane, less its factor exp(−z):
 * ½ ∫ exp(z − z cosh t) dt along t = x − i arg(z) tanh x, where the integrand does not oscillate.
 */
function scaledBesselK0(z: Complex): Complex {
  const angle = Math.atan2(z[1], z[0]);
  const end = Math.acosh(1 + 40 / Math.hypot(z[0], z[1])) + 1;
  const dx = (2 * end) / POINTS;
  let sum: Complex = [0, 0];
  for (let k = 0; k <= POINTS; k++) {
    const x = -end + k * dx;
    const t: Complex = [x, -angle * Math.tanh(x)];
    const cosh: Complex = [Math.cosh(t[0]) * Math.cos(t[1]), Math.sinh(t[0]) * Math.sin(t[1])];
    const value = multiply(exponential(multiply(z, [1 - cosh[0], -cosh[1]])), [
      1,
      -angle / Math.cosh(x) ** 2,
    ]);
    sum = [sum[0] + (dx / 2) * value[0], sum[1] + (dx / 2) * value[1]];
  }
  return sum;
}

/**
 * Rise at distance r from the axis of an infinite cylinder of radius a, whose surface jumps by 1 at time zero, in a
 * medium of diffusivity α that loses heat at the rate β [1/s]: fixed Talbot inversion of
 * K₀(qr)/(s K₀(qa)), q = √((s + β)/α).
 */
export function cylinderRise(r: number, a: number, time: number, alpha: number, beta: number): number {
  const M = 28;
  const scale = (2 * M) / (5 * time);
  let sum = 0;
  for (let k = 0; k < M; k++) {
    const theta = (k * Math.PI) / M;
    const cot = k === 0 ? 0 : 1 / Math.tan(theta);
    const s: Complex = k === 0 ? [scale, 0] : [scale * theta * cot, scale * theta];
    const q = squareRoot([(s[0] + beta) / alpha, s[1] / alpha]);
    const near = multiply(q, [a, 0]);
    const far = multiply(q, [r, 0]);
    const ratio = multiply(
      divide(scaledBesselK0(far), scaledBesselK0(near)),
      exponential([near[0] - far[0], near[1] - far[1]]),
    );
    const weight: Complex = k === 0 ? [0.5, 0] : [1, theta + (theta * cot - 1) * cot];
    sum += multiply(multiply(exponential([s[0] * time, s[1] * time]), weight), divide(ratio, s))[0];
  }
  return (scale / M) * sum;
}

/** e^x E₁(x), the exponential integral, for x > 1 by its continued fraction. */
function scaledExponentialIntegral(x: number): number {
  let fraction = 0;
  for (let n = 200; n > 0; n--) fraction = n / (1 + n / (x + fraction));
  return 1 / (x + fraction);
}

/** ∫ exp(−c/T) dT from T₀ to T₁, both positive and well below c: T e^(−c/T) − c E₁(c/T) at both ends. */
export function arrheniusIntegral(c: number, T0: number, T1: number): number {
  const at = (T: number): number => Math.exp(-c / T) * (T - c * scaledExponentialIntegral(c / T));
  return at(T1) - at(T0);
}

/** erfc(x) for x ≥ 0: by the power series of erf, and from 2 on by a continued fraction. */
export function complementaryErrorFunction(x: number): number {
  if (x >= 2) {
    let fraction = x;
    for (let n = 200; n > 0; n--) fraction = x + n / 2 / fraction;
    return Math.exp(-(x ** 2)) / (fraction * Math.sqrt(Math.PI));
  }
  let term = x;
  let sum = x;
  for (let n = 1; n < 60; n++) {
    term *= -(x ** 2) / n;
    sum += term / (2 * n + 1);
  }
  return 1 - (2 / Math.sqrt(Math.PI)) * sum;
}
