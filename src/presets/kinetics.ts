import { type ArrheniusKinetics, GAS_CONSTANT as R, type ThreeStateKinetics } from '../problem/criterion.js';
import { EXPOSURE_CODE, HENRIQUES_MORITZ, LIVER_COAGULATION } from '../problem/default-kinetics.js';
import {
  AGAH_CODE,
  BOVINE_LIVER,
  GO_SMART,
  LASER_CODE,
  LIB_ARRHENIUS,
  ONEILL_2011,
  THREE_STATE_CHECK,
} from './sources.js';

/** Names of the Arrhenius kinetics at hand. */
export type KineticsName =
  | 'liverCoagulation'
  | 'henriquesMoritz'
  | 'weaverStoll'
  | 'takata'
  | 'epidermis'
  | 'dermis'
  | 'arterialWall'
  | 'microvascular'
  | 'softTissue'
  | 'retina'
  | 'conductivityChange';

/**
 * Arrhenius kinetics of thermal damage with the sources of their numbers.
 *
 * @remarks None was measured in nerve or cord: no such pair was found.
 */
export const kinetics: Readonly<Record<KineticsName, ArrheniusKinetics>> = {
  /** Coagulation of liver. */
  liverCoagulation: LIVER_COAGULATION,
  /** Burns of skin. */
  henriquesMoritz: HENRIQUES_MORITZ,
  /** Burns of skin, in two ranges of temperature. */
  weaverStoll: {
    name: 'Weaver and Stoll',
    tissue: 'skin',
    branches: [
      { to: 50, frequencyFactor: 2.185e124, activationEnergy: 93_534.9 * R },
      { from: 50, frequencyFactor: 1.823e51, activationEnergy: 39_109.8 * R },
    ],
    sources: [EXPOSURE_CODE],
  },
  /** Burns of skin, in two ranges of temperature. */
  takata: {
    name: 'Takata',
    tissue: 'skin',
    branches: [
      { to: 50, frequencyFactor: 4.32e64, activationEnergy: 50_000 * R },
      { from: 50, frequencyFactor: 9.39e104, activationEnergy: 80_000 * R },
    ],
    validity: { temperature: { from: 44, to: 60 } },
    sources: [EXPOSURE_CODE],
  },
  /** Burns of the outer skin. */
  epidermis: {
    name: 'Mehta and Wong, epidermis',
    tissue: 'epidermis',
    branches: [{ frequencyFactor: 1.43e72, activationEnergy: 457_295 }],
    sources: [EXPOSURE_CODE],
  },
  /** Burns of the inner skin. */
  dermis: {
    name: 'Mehta and Wong, dermis',
    tissue: 'dermis',
    branches: [{ frequencyFactor: 2.86e69, activationEnergy: 457_295 }],
    sources: [EXPOSURE_CODE],
  },
  /** The wall of an artery. */
  arterialWall: {
    name: 'arterial wall',
    tissue: 'arterial wall',
    branches: [{ frequencyFactor: 5.6e63, activationEnergy: 430_000 }],
    sources: [AGAH_CODE],
  },
  /** Standstill of blood in small vessels. */
  microvascular: {
    name: 'microvascular stasis',
    tissue: 'blood flow in small vessels, tumour',
    branches: [{ frequencyFactor: 1.98e106, activationEnergy: 667_000 }],
    sources: [LASER_CODE],
  },
  /** Gland and other soft tissue. */
  softTissue: {
    name: 'gland and soft tissue',
    tissue: 'gland and soft tissue',
    branches: [{ frequencyFactor: 1.18e44, activationEnergy: 302_000 }],
    sources: [LASER_CODE],
  },
  /** The retina. */
  retina: {
    name: 'retina',
    tissue: 'retina',
    branches: [{ frequencyFactor: 3.1e99, activationEnergy: 628_000 }],
    sources: [LIB_ARRHENIUS],
  },
  /** Irreversible change of liver's conductivity. */
  conductivityChange: {
    name: 'change of conductivity',
    tissue: 'liver, its conductivity at 915 MHz',
    branches: [{ frequencyFactor: 1.95e36, activationEnergy: 251_458 }],
    sources: [BOVINE_LIVER],
  },
};

/** Names of the three-state kinetics at hand. */
export type ThreeStateName = 'oneill' | 'goSmart';

/** Shortest and longest exposures for which the constants of the three-state model are of use [s]. */
const EXPOSURE = { from: 300, to: 900 } as const;

const ONEILL: ThreeStateKinetics = {
  name: "O'Neill",
  forwardRate: 3.33e-3,
  backwardRate: 7.77e-3,
  temperatureScale: 40.5,
  initialAlive: 0.99,
  initialDead: 0.01,
  validity: { time: EXPOSURE },
  sources: [ONEILL_2011, GO_SMART, THREE_STATE_CHECK],
};

/**
 * Kinetics of three-state cell death with the sources of their numbers.
 *
 * @remarks They kill next to nothing within a minute or two, even at 90 °C: every use in a shorter exposure warns.
 */
export const threeStateKinetics: Readonly<Record<ThreeStateName, ThreeStateKinetics>> = {
  /** As published. */
  oneill: ONEILL,
  /** As Go-Smart uses it: less is taken off the exponential, 0.1·exp(38.85/40.5). */
  goSmart: { ...ONEILL, name: 'Go-Smart', offset: 0.261 },
};
