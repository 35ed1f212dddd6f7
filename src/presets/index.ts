/** All cited numbers; apart, so that a bundler leaves them out where nobody uses them. */
export { cannula, type CannulaOptions, type Gauge, gauges, type NeedleGauge } from './needles.js';
export { cooledProbe, type CooledProbeOptions, type ElectrodeName, electrodes } from './electrodes.js';
export { publishedCriteria } from './criteria.js';
export { type DoseName, type DoseThreshold, doseThresholds } from './dose-thresholds.js';
export { type RfGenerator, type GeneratorName, type GeneratorParameter, generators } from './generators.js';
export { kinetics, type KineticsName, threeStateKinetics, type ThreeStateName } from './kinetics.js';
export { type MaterialName, materials } from './materials.js';
export {
  type Procedure,
  type ProcedureName,
  procedures,
  type Procedures,
  type UnverifiedProcedureName,
} from './procedures.js';
export { type TissueName, tissues } from './tissues.js';
export { type VesselCoefficient, vesselCoefficient, type VesselFlow } from './vessel.js';
