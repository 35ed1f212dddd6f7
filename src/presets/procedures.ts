import type { Heating } from '../problem/heating.js';
import { pallidotomy, seegContact, thalamotomy } from './procedures/brain.js';
import { cordotomy } from './procedures/cordotomy.js';
import { cervicalMedialBranch, lumbarMedialBranch, sacroiliacLateralBranch } from './procedures/facet.js';
import { drgPulsed, drgThermal } from './procedures/ganglion.js';
import { genicularConventional, genicularCooled } from './procedures/genicular.js';
import type { Procedure } from './procedures/procedure.js';
import { trigeminalStaged, trigeminalThermal } from './procedures/trigeminal.js';

export type { Procedure } from './procedures/procedure.js';

/** Names of the procedures at hand. */
export type ProcedureName =
  | 'trigeminalThermal'
  | 'trigeminalStaged'
  | 'lumbarMedialBranch'
  | 'sacroiliacLateralBranch'
  | 'genicularConventional'
  | 'genicularCooled'
  | 'drgThermal'
  | 'drgPulsed'
  | 'thalamotomy'
  | 'pallidotomy';

/** Names of the procedures with numbers from memory. */
export type UnverifiedProcedureName = 'cervicalMedialBranch' | 'cordotomy' | 'seegContact';

/** Procedures by name, each with its kind of heating. */
export interface Procedures
  extends
    Readonly<
      Record<
        Exclude<ProcedureName, 'trigeminalStaged' | 'drgPulsed'>,
        Procedure<Extract<Heating, { readonly kind: 'temperature' }>>
      >
    >,
    Readonly<Record<'trigeminalStaged', Procedure<Extract<Heating, { readonly kind: 'schedule' }>>>>,
    Readonly<Record<'drgPulsed', Procedure<Extract<Heating, { readonly kind: 'pulsed' }>>>> {
  /** Those with numbers from memory, which `about.unverified` names: check them before use. */
  readonly unverified: Readonly<
    Record<
      'cervicalMedialBranch' | 'cordotomy',
      Procedure<Extract<Heating, { readonly kind: 'temperature' }>>
    > &
      Record<'seegContact', Procedure<Extract<Heating, { readonly kind: 'voltage' }>>>
  >;
}

/**
 * Complete problems for procedures, with what sources state, what is assumed and why. To change one:
 * `{ ...procedures.drgThermal, heating: { ...procedures.drgThermal.heating, target: 70 } }`. What `about` says of another value no
 * longer holds then: it is neither printed nor warned of.
 *
 * @remarks Tissue is the same everywhere about the needle. What sources state was mostly read in abstracts, and no lesion
 * size has been compared with patients: none of this is advice for treatment.
 */
export const procedures: Procedures = {
  trigeminalThermal,
  trigeminalStaged,
  lumbarMedialBranch,
  sacroiliacLateralBranch,
  genicularConventional,
  genicularCooled,
  drgThermal,
  drgPulsed,
  thalamotomy,
  pallidotomy,
  unverified: { cervicalMedialBranch, cordotomy, seegContact },
};
