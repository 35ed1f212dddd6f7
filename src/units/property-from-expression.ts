import { LIMITS } from '../problem/limits.js';
import { invalidInput, mustBe, mustBeWithin } from '../problem/sentence.js';
import type { TemperatureLaw } from '../problem/types.js';
import { compileExpression } from './expression.js';

/** How an expression is turned into a table. */
export interface ExpressionOptions {
  /** Lowest temperature of the table, default 0; below, the law keeps its value there [°C]. */
  readonly from?: number;
  /** Highest temperature of the table, default 120; above, the law keeps its value there [°C]. */
  readonly to?: number;
  /** Largest relative difference between table and expression, default 1e-5; from 1e-9 to 0.1. */
  readonly tolerance?: number;
}

const DEFAULTS = { from: 0, to: 120, tolerance: 1e-5 } as const;
const TOLERANCES = { min: 1e-9, max: 0.1 } as const;

/** Spacing of the temperatures at which an expression is looked at in any case [K]. */
const LOOK = 1 / 16;
/** Points at which it is looked at between two nodes in any case. */
const BETWEEN = 8;
/** No two nodes are closer together: an expression that still differs there jumps [K]. */
const CLOSEST = 1e-6;
/** A table with more nodes is of no use. */
const MOST_NODES = 5000;
/** Part of the tolerance that is allowed at the points looked at, so that it is kept between them too. */
const MARGIN = 0.8;

/** Straight lines between points of a curve. */
interface Lines {
  readonly temperature: number[];
  readonly value: number[];
}

/** Whether the straight line from `a` to `b` is as close to the curve as it must be. */
type Fits = (a: number, b: number) => boolean;

function makeFits(at: (T: number) => number, from: number, allowed: (value: number) => number): Fits {
  return (a, b) => {
    const [fa, fb] = [at(a), at(b)];
    const isClose = (T: number): boolean => {
      const value = at(T);
      return Math.abs(fa + ((T - a) / (b - a)) * (fb - fa) - value) <= allowed(value);
    };
    for (let k = 1; k <= BETWEEN; k++) if (!isClose(a + (k / (BETWEEN + 1)) * (b - a))) return false;
    for (let k = Math.floor((a - from) / LOOK) + 1; from + k * LOOK < b; k++) {
      if (!isClose(from + k * LOOK)) return false;
    }
    return true;
  };
}

/** The end of the longest line from `a`, by bisection; null when even the shortest does not fit. */
function endOfLine(fits: Fits, a: number, to: number): number | null {
  if (fits(a, to)) return to;
  let fitting = a + CLOSEST;
  if (!fits(a, fitting)) return null;
  // From the short side: the shorter the lines, the fewer points are looked at.
  for (let width = 2 * CLOSEST; a + width < to && fits(a, a + width); width *= 2) fitting = a + width;
  let failing = Math.min(to, a + 2 * (fitting - a));
  while (failing - fitting > CLOSEST) {
    const middle = (fitting + failing) / 2;
    if (fits(a, middle)) fitting = middle;
    else failing = middle;
  }
  return fitting;
}

/** Straight lines along a curve, each as long as it may be; at the temperature where they fail, if they do. */
function linesAlong(
  at: (T: number) => number,
  fits: Fits,
  from: number,
  to: number,
): Lines | { fails: number } {
  const lines: Lines = { temperature: [from], value: [at(from)] };
  for (let a = from; a < to;) {
    const b = endOfLine(fits, a, to);
    if (b === null || lines.value.length >= MOST_NODES) return { fails: a };
    lines.temperature.push(b);
    lines.value.push(at(b));
    a = b;
  }
  return lines;
}

/**
 * A law from an expression.
 *
 * @param mayBeZero - Whether zero is among its values, as in the flow of blood.
 * @throws {@link LesionModelError} 'invalid-input' with that path.
 */
export function lawFromExpression(
  text: string,
  path: string,
  options: ExpressionOptions,
  mayBeZero: boolean,
): Extract<TemperatureLaw, { readonly kind: 'table' }> {
  const { from, to, tolerance } = { ...DEFAULTS, ...options };
  const limit = LIMITS['law.temperature'];
  for (const [name, T] of Object.entries({ from, to })) {
    if (!(T >= limit.min && T <= limit.max)) throw invalidInput(`options.${name}`, mustBeWithin(limit, T));
  }
  if (!(to - from >= 1))
    throw invalidInput('options.to', mustBe(`at least 1 K above options.from (${from} °C)`, to));
  if (!(tolerance >= TOLERANCES.min && tolerance <= TOLERANCES.max)) {
    throw invalidInput(
      'options.tolerance',
      mustBe(`a number from ${TOLERANCES.min} to ${TOLERANCES.max}`, tolerance),
    );
  }
  const evaluate = compileExpression(text, path);
  const at = (T: number): number => {
    const value = evaluate(T);
    if (Number.isFinite(value) && (value > 0 || (mayBeZero && value === 0))) return value;
    const range = mayBeZero ? 'zero or more' : 'positive';
    throw invalidInput(
      path,
      `must be ${range} and finite from ${from} to ${to} °C, but '${text}' is ${value} at ${Number(T.toPrecision(6))} °C`,
    );
  };
  let largest = 0;
  for (let T = from; T <= to; T += LOOK) largest = Math.max(largest, at(T));
  // Where a law falls to zero nothing is small beside it.
  const allowed = (value: number): number => MARGIN * tolerance * (mayBeZero ? largest : value);
  const lines = linesAlong(at, makeFits(at, from, allowed), from, to);
  if ('fails' in lines) {
    throw invalidInput(
      path,
      `must be a continuous expression that straight lines can follow within ${tolerance} of its value, but '${text}' cannot be followed at ${Number(lines.fails.toPrecision(6))} °C`,
    );
  }
  return { kind: 'table', ...lines };
}

/**
 * A property of tissue from an expression of T, the temperature in °C: a table of straight lines that follows it.
 *
 * @param text - Numbers, `T`, `+ - * / ^`, brackets, `a < b ? c : d`, and abs, cbrt, cos, exp, log (natural), log10, log2, max, min,
 * pow, sin, sqrt, tan, tanh. The result is in the property's SI unit: `'0.45*(1+0.02*(T-37))'`. Every product is written with `*`.
 * @param path - The name of the field, for the error.
 * @throws {@link index.LesionModelError | LesionModelError} 'invalid-input' with that path: no such expression, a value that is not
 * positive and finite, a jump, or more than 5000 lines; with a path below 'options' for those.
 * @remarks The lines are as long as the tolerance allows, found by bisection to 1e-6 K; kinks are followed, jumps are refused. The
 * expression is looked at every 1/16 K and at eight points within each line; what is narrower than that is not seen. A straight
 * expression has two nodes.
 */
export function propertyFromExpression(
  text: string,
  path = 'expression',
  options: ExpressionOptions = {},
): Extract<TemperatureLaw, { readonly kind: 'table' }> {
  return lawFromExpression(text, path, options, false);
}
