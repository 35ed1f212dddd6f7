import type { Material } from '../problem/types.js';
import { AISI_304, ITIS, KAPTON } from './sources.js';

/** Names of the materials at hand. */
export type MaterialName = 'stainless304' | 'polyimide' | 'water';

/** Solids that needles are made of, with the sources of their numbers. */
export const materials: Readonly<Record<MaterialName, Material>> = {
  /** Austenitic stainless steel, at room temperature. */
  stainless304: { thermalConductivity: 16.2, density: 8000, specificHeat: 500, sources: [AISI_304] },
  /** At body temperature; what runs in a cooled needle. */
  water: { thermalConductivity: 0.6045, density: 994.035, specificHeat: 4178, sources: [ITIS] },
  /** The sleeve of a needle, at room temperature. */
  polyimide: { thermalConductivity: 0.12, density: 1420, specificHeat: 1090, sources: [KAPTON] },
};
