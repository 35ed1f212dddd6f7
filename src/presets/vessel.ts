import { type Limit, LIMITS } from '../problem/limits.js';
import { invalidInput, mustBeWithin } from '../problem/sentence.js';
import type { Source } from '../problem/types.js';
import { tissues } from './tissues.js';

/** Heat transfer of laminar flow in a tube. */
const VDI_HEAT_ATLAS: Source = {
  author: 'VDI',
  year: 2002,
  title:
    'VDI Heat Atlas, Ga 2, equation 6: mean Nusselt number of developed laminar flow, wall of one temperature',
  url: 'https://github.com/modelica/ModelicaStandardLibrary',
  grade: 'B',
  note: 'Read in the documentation of the Modelica Standard Library (Fluid.Dissipation, kc_laminar), not in the book.',
};

/** A vessel as its blood sees it. Lengths in m. */
export interface VesselFlow {
  /** Inner diameter [m]. */
  readonly diameter: number;
  /** Mean velocity of the blood [m/s]. */
  readonly velocity: number;
  /** Length of the vessel that is warmed [m]: about that of the lesion. */
  readonly heatedLength: number;
}

const cube = (x: number): number => x * x * x;

/** What a flow comes to at its wall. */
export interface VesselCoefficient {
  /** Heat transfer coefficient between wall and blood [W/(m²·K)], for `flow` of a region. */
  readonly coefficient: number;
  readonly sources: readonly Source[];
}

function requireWithin(flow: VesselFlow, name: keyof VesselFlow): number {
  const value: unknown = (flow as Partial<VesselFlow> | null | undefined)?.[name];
  const limit: Limit = LIMITS[`vessel.${name}`];
  if (typeof value === 'number' && value >= limit.min && value <= limit.max && value > 0) return value;
  throw invalidInput(name, mustBeWithin(limit, value));
}

/**
 * The heat transfer coefficient at the wall of a vessel [W/(m²·K)], which grows with the flow.
 *
 * ```text
 * Nu = (3.66³ + 0.7³ + (1.615 Gz^(1/3) − 0.7)³)^(1/3),   Gz = u d²/(α L),   h = Nu k/d
 * ```
 *
 * @throws {@link LesionModelError} 'invalid-input' with the name of a number outside its limit.
 * @remarks VDI Heat Atlas 2002, Ga 2, equation 6: laminar flow, steady, the wall of one temperature. Blood's k and α are those of
 * `tissues.blood`. Arteries pulse, and in large ones the flow is not laminar, which is
 * not looked at: take it for a size, and vary it.
 */
export function vesselCoefficient(flow: VesselFlow): VesselCoefficient {
  const [diameter, velocity] = [requireWithin(flow, 'diameter'), requireWithin(flow, 'velocity')];
  const heatedLength = requireWithin(flow, 'heatedLength');
  const { density, specificHeat, thermalConductivity, sources = [] } = tissues.blood;
  const conductivity = Number(thermalConductivity);
  const diffusivity = conductivity / (density * Number(specificHeat));
  const graetz = (velocity * diameter ** 2) / (diffusivity * heatedLength);
  const nusselt = Math.cbrt(cube(3.66) + cube(0.7) + cube(1.615 * Math.cbrt(graetz) - 0.7));
  return { coefficient: (nusselt * conductivity) / diameter, sources: [VDI_HEAT_ATLAS, ...sources] };
}
