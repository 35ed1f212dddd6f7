import type { MaterialParameter } from '../problem/evidence.js';
import type { Material, Source } from '../problem/types.js';
import { type OtherValues, statedBy } from './evidence-range.js';
import { AISI_304, AISI_316, COMSOL_NEEDLE, KAPTON, METALS_CODE, NITINOL } from './sources-device.js';
import { ITIS } from './sources-tissue.js';
import { thermalRow } from './tissues-thermal.js';

/** Names of the materials at hand. */
export type MaterialName =
  | 'stainless304'
  | 'stainless316'
  | 'nitinolAustenite'
  | 'nitinolMartensite'
  | 'nitinolComsol'
  | 'platinumLikeComsol'
  | 'silver'
  | 'polyimide'
  | 'insulationComsol'
  | 'water';

type Numbers = Readonly<Record<MaterialParameter, number>>;

/** A material all of whose numbers are from one source, with what else is known of them. */
function from(
  source: Source,
  { thermalConductivity, density, specificHeat }: Numbers,
  others: Partial<Record<MaterialParameter, OtherValues>> = {},
): Material {
  const numbers = { thermalConductivity, density, specificHeat };
  return { ...numbers, sources: [source], evidence: statedBy(source, numbers, others) };
}

/**
 * Solids that needles are made of, and water, with what each of their numbers rests on.
 *
 * @remarks Of some materials too little is known to compute with them: of PTFE (0.25 W/(m·K), 1000 J/(kg·K)) no density, of
 * titanium and its alloy Ti-6Al-4V no specific heat, of polyurethane nothing but 0.29 W/(m·K), of platinum no thermal number but
 * those of `platinumLikeComsol`.
 */
export const materials: Readonly<Record<MaterialName, Material>> = {
  /** Austenitic stainless steel, at room temperature. */
  stainless304: from(AISI_304, { thermalConductivity: 16.2, density: 8000, specificHeat: 500 }),
  /** Austenitic stainless steel, at room temperature. */
  stainless316: from(
    AISI_316,
    { thermalConductivity: 14.6, density: 8027, specificHeat: 450 },
    { specificHeat: { values: [485], sources: [], note: 'At 20 °C; the upper end is at 93 °C.' } },
  ),
  /** Nickel titanium as it is when warm. */
  nitinolAustenite: from(NITINOL, { thermalConductivity: 18, density: 6450, specificHeat: 836.8 }),
  /** Nickel titanium as it is when cold. */
  nitinolMartensite: from(NITINOL, { thermalConductivity: 8.6, density: 6450, specificHeat: 836.8 }),
  /** Nickel titanium as a tutorial has it, to do what it does. */
  nitinolComsol: from(COMSOL_NEEDLE, { thermalConductivity: 18, density: 6450, specificHeat: 840 }),
  /** The "trocar tip" of the same tutorial: numbers like those of platinum. */
  platinumLikeComsol: from(COMSOL_NEEDLE, { thermalConductivity: 71, density: 21_500, specificHeat: 132 }),
  /** Silver. */
  silver: from(METALS_CODE, { thermalConductivity: 429, density: 10_490, specificHeat: 235 }),
  /** The sleeve of a needle, at room temperature. */
  polyimide: from(KAPTON, { thermalConductivity: 0.12, density: 1420, specificHeat: 1090 }),
  /** The sleeve of many published models, light as foam: to do what they do. No solid plastic is like this. */
  insulationComsol: from(COMSOL_NEEDLE, { thermalConductivity: 0.026, density: 70, specificHeat: 1045 }),
  /** At body temperature; what runs in a cooled needle. */
  water: from(ITIS, thermalRow('water')),
};
