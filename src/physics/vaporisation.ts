import type { Layout } from '../grid/layout.js';
import { type CheckedProblem, type CheckedTissue, tissuesOf } from '../problem/checked.js';
import { byMass, type CellLaw, cellLaw } from './cell-law.js';
import { type TissueLaw, tissueLaw } from './tissue-law.js';

/** Latent heat of vaporisation of water at 100 °C and 1 atm, a physical constant [J/kg]. */
export const LATENT_HEAT = 2.257e6;

/**
 * Temperatures between which water boils away [°C]: 372 to 374 K.
 *
 * @remarks The window and the heat capacity of what is left, 4.4·10⁵ J/(m³·K), were read in a derivative of the RFA-tutorial of
 * Irastorza with phase change (public code, https://github.com/rirastorza). No source gives either for neural tissue.
 */
export const BOILING_BAND = { from: 98.85, to: 100.85 } as const;
const DRY_HEAT_CAPACITY = 4.4e5; // [J/(m³·K)]

/** Part of the conductivity that vapour keeps, so that the field can be solved everywhere: a numerical choice. */
const VAPOUR_CONDUCTIVITY = 1e-3;

/** Part of the water that has boiled away at a temperature. */
export function vapourFraction(T: number, { from, to }: { from: number; to: number } = BOILING_BAND): number {
  return Math.min(Math.max((T - from) / (to - from), 0), 1);
}

/**
 * Specific heat of tissue whose water boils: an enthalpy that grows by the latent heat across a narrow band.
 *
 * ```text
 * ρ h(T) = ∫ ρ c dT + w L F(T),   F the boiled part of the water;   beyond the band ρ c is that of what is left
 * ```
 *
 * @param liquid - Specific heat of wet tissue.
 * @param latent - w L/ρ, latent heat for each kilogram of tissue [J/kg].
 * @param dry - Specific heat of what is left, for each kilogram of wet tissue [J/(kg·K)].
 */
export function boilingHeat(
  liquid: TissueLaw,
  latent: number,
  dry: number,
  { from, to }: { from: number; to: number } = BOILING_BAND,
): TissueLaw {
  const perKelvin = latent / (to - from);
  const at = (T: number): number => {
    if (T >= to) return dry;
    return liquid.at(T) + (T >= from ? perKelvin : 0);
  };
  /** Enthalpy over that of the band's lower end [J/kg]. */
  const enthalpy = (T: number): number => {
    const wet = Math.min(T, to);
    return liquid.integral(from, wet) + perKelvin * Math.max(wet - from, 0) + dry * Math.max(T - to, 0);
  };
  return {
    isConstant: false,
    jumpsFrom: from,
    isFlatBelowJump: liquid.isConstant,
    at,
    fill(T, out): void {
      liquid.fill(T, out);
      for (let c = 0; c < out.length; c++) if (T[c]! > from) out[c] = at(T[c]!);
    },
    integral: (a, b) => enthalpy(b) - enthalpy(a),
  };
}

type BoilingTissue = Pick<
  CheckedTissue,
  'specificHeat' | 'density' | 'waterContent' | 'electricalConductivity'
>;

/** A tissue's specific heat; where its water content is stated, boiling is part of it. */
function specificHeatOf({ specificHeat, density, waterContent }: BoilingTissue): TissueLaw {
  const liquid = tissueLaw(specificHeat);
  if (waterContent === 0) return liquid;
  return boilingHeat(liquid, (waterContent * LATENT_HEAT) / density, DRY_HEAT_CAPACITY / density);
}

/**
 * A tissue's electrical conductivity, which falls with the boiled part of the water.
 *
 * ```text
 * σ = σ(T) · (1 − F(T))
 * ```
 *
 * @remarks A modelling choice: the factor of the code RFASimulation (CrixxMadine, 2020,
 * https://github.com/CrixxMadine/RFASimulation, after Kröger et al.), where vapour does not conduct.
 */
function electricalConductivityOf({ electricalConductivity, waterContent }: BoilingTissue): TissueLaw {
  const liquid = tissueLaw(electricalConductivity);
  if (waterContent === 0) return liquid;
  const at = (T: number): number => liquid.at(T) * (1 - (1 - VAPOUR_CONDUCTIVITY) * vapourFraction(T));
  return {
    ...liquid,
    isConstant: false,
    at,
    fill(T, out): void {
      liquid.fill(T, out);
      for (let c = 0; c < out.length; c++) {
        if (T[c]! > BOILING_BAND.from)
          out[c] = out[c]! * (1 - (1 - VAPOUR_CONDUCTIVITY) * vapourFraction(T[c]!));
      }
    },
  };
}

/** The specific heat of the tissue in each cell, boiling included. */
export function specificHeatIn(problem: CheckedProblem, layout: Layout): CellLaw {
  const tissues = tissuesOf(problem);
  return cellLaw(tissues.map(specificHeatOf), layout, byMass(tissues.map(({ density }) => density)));
}

/** The electrical conductivity of the tissue in each cell. */
export function electricalConductivityIn(problem: CheckedProblem, layout: Layout): CellLaw {
  return cellLaw(tissuesOf(problem).map(electricalConductivityOf), layout);
}
