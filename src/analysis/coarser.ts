/** The growth ratio of a companion: twice the excess over 1. */
export const coarserGrowth = (q: number): number => 1 + 2 * (q - 1);
