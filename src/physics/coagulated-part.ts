import type { AxisymmetricGrid } from '../grid/axisymmetric.js';

/** Ω from which on tissue counts as coagulated, its vessels closed. */
const COAGULATED = 1;

/** A cell with more or less than this factor from there lies on one side of the border as a whole. */
const FAR = 30;

/** Part of a half-cell that is open, where ln Ω goes on a straight line from its node to its face. */
function openPart(node: number, face: number): number {
  if (node < 0 && face < 0) return 1;
  if (node >= 0 && face >= 0) return 0;
  return Math.abs(Math.min(node, face)) / (Math.abs(node) + Math.abs(face));
}

/**
 * Fills the part of each cell whose vessels are open: the border Ω = 1 lies within cells, on straight lines of ln Ω.
 *
 * @param omega - Shape [nz·nr].
 * @param out - Shape [nz·nr].
 * @remarks With cells that close as a whole, the flow changes from grid to grid by what no refinement predicts.
 */
export function fillOpenPart(
  { nr, nz, isTissue }: Pick<AxisymmetricGrid, 'nr' | 'nz' | 'isTissue'>,
  omega: Float64Array,
  out: Float64Array,
): void {
  const size = nr * nz;
  /** ln Ω on the face towards a neighbour. */
  const faceTowards = (neighbour: number, here: number): number => {
    const isKnown = neighbour >= 0 && neighbour < size && isTissue[neighbour] === 1;
    if (!isKnown) return here;
    return (here + Math.log(Math.max(omega[neighbour]!, Number.MIN_VALUE) / COAGULATED)) / 2;
  };
  for (let c = 0; c < size; c++) {
    const ratio = omega[c]! / COAGULATED;
    if (ratio < 1 / FAR || ratio > FAR) {
      out[c] = ratio > 1 ? 0 : 1;
      continue;
    }
    const here = Math.log(ratio);
    const [inner, outer] = [faceTowards(c - 1, here), faceTowards(c + 1, here)];
    const [below, above] = [faceTowards(c - nr, here), faceTowards(c + nr, here)];
    // Of both directions, the one in which ln Ω changes more counts more.
    const across = Math.abs(inner - here) + Math.abs(outer - here);
    const along = Math.abs(below - here) + Math.abs(above - here);
    const byRow = across * (openPart(here, inner) + openPart(here, outer));
    const byColumn = along * (openPart(here, below) + openPart(here, above));
    const changes = across + along;
    out[c] = changes > 0 ? (byRow + byColumn) / (2 * changes) : ratio < 1 ? 1 : 0;
  }
}
