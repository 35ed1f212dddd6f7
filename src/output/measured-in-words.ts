import type { Measured } from '../analysis/error-bar.js';

/** A number with its bar, both to the bar's second digit. */
export function printMeasured({ value, numericalError }: Measured, scale: number): string {
  if (numericalError === null) return (scale * value).toFixed(3);
  const error = scale * numericalError;
  const digits = error > 0 ? Math.min(6, Math.max(0, 1 - Math.floor(Math.log10(error)))) : 3;
  return `${(scale * value).toFixed(digits)} ± ${error.toFixed(digits)}`;
}

/** Rows of text in columns: the first ones to the left, the others to the right. */
export function inColumns(rows: readonly (readonly string[])[], leftOnes = 1): string {
  const widths = rows[0]!.map((_, k) => Math.max(...rows.map((row) => row[k]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, k) => (k < leftOnes ? cell.padEnd(widths[k]!) : cell.padStart(widths[k]!)))
        .join('   ')
        .trimEnd(),
    )
    .join('\n');
}
