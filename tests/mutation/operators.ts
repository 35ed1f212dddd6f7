/** What is written instead of an operator; where there are two, the seed decides. */
export const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '**': ['*'],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '&&': ['||'],
  '||': ['&&'],
  '+=': ['-='],
  '-=': ['+='],
  '*=': ['/='],
  '/=': ['*='],
  '%=': ['*='],
  '**=': ['*='],
  '??=': ['='],
};

/** The kind a table of results puts an operator under. */
export function kindOfOperator(operator: string): string {
  if (/^[<>]=?$|^[!=]==$/.test(operator)) return 'comparison';
  if (operator === '&&' || operator === '||') return 'logical operator';
  return operator.endsWith('=') ? 'assignment' : 'arithmetic';
}

/** What is written instead of `Math.name`; `Number` gives back its argument. */
export const MATH: Readonly<Record<string, readonly string[]>> = {
  PI: ['Math.E'],
  abs: ['Number'],
  acos: ['Math.asin'],
  asin: ['Math.acos'],
  asinh: ['Number'],
  atan: ['Number'],
  atan2: ['Math.hypot'],
  cbrt: ['Math.sqrt'],
  ceil: ['Math.floor'],
  cos: ['Math.sin'],
  cosh: ['Math.sinh'],
  exp: ['Math.expm1'],
  expm1: ['Math.exp'],
  floor: ['Math.ceil'],
  hypot: ['Math.max'],
  log: ['Math.log1p'],
  log1p: ['Math.log'],
  max: ['Math.min'],
  min: ['Math.max'],
  round: ['Math.floor', 'Math.ceil'],
  sign: ['Number'],
  sin: ['Math.cos'],
  sinh: ['Math.cosh'],
  sqrt: ['Math.cbrt'],
  tan: ['Number'],
  tanh: ['Number'],
  trunc: ['Math.ceil'],
};

/** The largest whole number that is changed by one, and the smallest that is changed by a tenth. */
const LARGEST_COUNT = 1000;
const SMALLEST_QUANTITY = 1e-5;

/**
 * What is written instead of a number: one more or less, a tenth more or less, or, of something as small as a tolerance,
 * a hundred times more or less.
 */
export function otherNumbers(value: number): readonly string[] {
  if (Number.isInteger(value) && value <= LARGEST_COUNT) {
    return value === 0 ? ['1'] : [String(value + 1), String(value - 1)];
  }
  const factor = value < SMALLEST_QUANTITY ? 100 : 1.1;
  return [String(value * factor), String(value / factor)];
}
