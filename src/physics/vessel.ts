import type { AxisymmetricGrid } from '../grid/axisymmetric.js';
import type { Layout } from '../grid/layout.js';
import type { FaceGeometry } from '../numerics/face-conductance.js';
import type { HeatBalance } from './bioheat.js';
import type { Coolant } from './heat-step.js';

/** Which media are flowing blood: the coefficient of heat transfer at their wall [W/(m²·K)], null for tissue. */
export type Flows = readonly (number | null)[];

/** Whether each cell is flowing blood, shape [nz·nr]; null where none is. */
export function flowCells(
  { size, isTissue }: AxisymmetricGrid,
  { mediumOf }: Layout,
  flows: Flows,
): Uint8Array | null {
  if (flows.every((flow) => flow === null)) return null;
  return Uint8Array.from({ length: size }, (_, c) =>
    isTissue[c] === 1 && flows[mediumOf[c]!] !== null ? 1 : 0,
  );
}

/** How fast blood that flows takes on the arterial temperature again [1/s]: heat that the current makes in it is carried away. */
const EXCHANGE = 20;

/** Makes blood that flows keep the arterial temperature. */
export function keepCool({ perfusion, capacity, metabolism }: HeatBalance, flowing: Uint8Array): void {
  for (let c = 0; c < flowing.length; c++) {
    if (flowing[c] === 0) continue;
    perfusion[c] = EXCHANGE * capacity[c]!;
    metabolism[c] = 0;
  }
}

/** The same faces without those of blood that flows: what passes its wall goes by {@link vesselLinks}. */
export function withoutFlow(geometry: FaceGeometry, flowing: Uint8Array, nr: number): FaceGeometry {
  const cutOff = (array: Float64Array, stride: number): Float64Array =>
    array.map((R, c) => (flowing[c] === 1 || flowing[c + stride] === 1 ? Infinity : R));
  const [rHere, rNext] = geometry.alongR;
  const [zHere, zNext] = geometry.alongZ;
  return {
    alongR: [cutOff(rHere, 1), cutOff(rNext, 1)],
    alongZ: [cutOff(zHere, nr), cutOff(zNext, nr)],
    wallR: cutOff(geometry.wallR, 0),
    wallZ: cutOff(geometry.wallZ, 0),
    outerR: cutOff(geometry.outerR, 0),
    outerZ: cutOff(geometry.outerZ, 0),
  };
}

/** Where tissue touches flowing blood: the resistance of the tissue's half-cell for k = 1 and of the film [1/m] and [K/W]. */
export interface VesselFace {
  readonly tissue: number;
  readonly half: number;
  readonly film: number;
  readonly along: 'r' | 'z';
  /** The cell on the face's lower or inner side. */
  readonly face: number;
}

/** All such faces. `geometry` is that of all cells of tissue, blood included. */
export function vesselFaces(
  { nr, nz, rEdges, zEdges }: AxisymmetricGrid,
  { mediumOf }: Layout,
  flows: Flows,
  flowing: Uint8Array,
  geometry: FaceGeometry,
): VesselFace[] {
  const found: VesselFace[] = [];
  const add = (along: 'r' | 'z', here: number, next: number, area: number): void => {
    if (flowing[here] === flowing[next]) return;
    const isNext = flowing[here] === 1; // whether tissue is on the upper or outer side
    const [tissue, blood] = isNext ? [next, here] : [here, next];
    const half = geometry[along === 'r' ? 'alongR' : 'alongZ'][isNext ? 1 : 0][here]!;
    if (half === Infinity) return; // the needle
    found.push({ tissue, half, film: 1 / (flows[mediumOf[blood]!]! * area), along, face: here });
  };
  for (let j = 0; j < nz; j++) {
    for (let i = 0; i < nr; i++) {
      const c = j * nr + i;
      if (i + 1 < nr) add('r', c, c + 1, 2 * Math.PI * rEdges[i + 1]! * (zEdges[j + 1]! - zEdges[j]!));
      if (j + 1 < nz) add('z', c, c + nr, Math.PI * (rEdges[i + 1]! ** 2 - rEdges[i]! ** 2));
    }
  }
  return found;
}

/**
 * Conductances from tissue to blood that flows: the half-cell at its wall, and the film on it.
 *
 * ```text
 * G = 1 / ( R/k + 1/(h A) )
 * ```
 *
 * @param conductivity - At the start temperature, shape [nz·nr] [W/(m·K)].
 */
export function vesselLinks(
  faces: readonly VesselFace[],
  conductivity: Float64Array,
  arterialTemperature: number,
): Coolant {
  const { length } = conductivity;
  const links = { r: new Float64Array(length), z: new Float64Array(length) };
  for (const { tissue, half, film, along } of faces) {
    const G = links[along];
    G[tissue] = G[tissue]! + 1 / (half / conductivity[tissue]! + film);
  }
  return { temperature: arterialTemperature, ...links };
}
