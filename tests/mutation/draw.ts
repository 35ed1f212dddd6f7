import type { Mutant } from './sites.js';

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const all = [...items];
  for (let k = all.length - 1; k > 0; k--) {
    const other = Math.floor(random() * (k + 1));
    [all[k], all[other]] = [all[other]!, all[k]!];
  }
  return all;
}

/** 'src/grid/grading.ts' gives 'grid'. */
export const folderOf = (file: string): string => file.split('/')[1]!;

/**
 * Draws `count` of all mutants, of each folder as many as its part of all is, in an order in which any first few of them
 * are spread over the folders in the same way.
 */
export function draw(mutants: readonly Mutant[], count: number, random: () => number): Mutant[] {
  const folders = [...new Set(mutants.map(({ file }) => folderOf(file)))].map((folder) =>
    mutants.filter(({ file }) => folderOf(file) === folder),
  );
  const placed = folders.flatMap((own) =>
    shuffled(own, random).map((mutant, k) => ({ mutant, place: (k + 0.5) / own.length })),
  );
  return placed
    .sort((a, b) => a.place - b.place)
    .slice(0, count)
    .map(({ mutant }) => mutant);
}
