import type { Measured } from 'rf-lesion';

/** A length in mm to the hundredth, with its bar rounded up so far that nothing of it is lost. */
export function inMillimetres({ value, numericalError }: Measured): string {
  const rounded = (1e3 * value).toFixed(2);
  if (numericalError === null) return rounded;
  const bar = Math.ceil(100 * (Math.abs(1e3 * value - Number(rounded)) + 1e3 * numericalError)) / 100;
  return `${rounded} ± ${bar.toFixed(2)}`;
}
