/** Largest number of slips for which a word counts as a misspelling of another. */
const SLIPS = 2;

/** Number of letters to insert, drop, change or swap with a neighbour to turn `a` into `b`. */
function slips(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const best = Math.min(change, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(isSwap ? Math.min(best, (beforeLast[j - 2] ?? 0) + 1) : best);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** The known word that a misspelt one stands for, or null. Upper and lower case count as the same. */
export function closestWord(word: string, known: readonly string[]): string | null {
  const inLowerCase = word.toLowerCase();
  const likely = known
    .filter((candidate) => Math.abs(candidate.length - word.length) <= SLIPS)
    .map((candidate) => ({ candidate, distance: slips(inLowerCase, candidate.toLowerCase()) }))
    .filter(({ candidate, distance }) => distance <= SLIPS && distance < candidate.length / 2)
    .sort((a, b) => a.distance - b.distance);
  return likely[0]?.candidate ?? null;
}
