/**
 * How big is a radiofrequency lesion, and how sure are we?
 *
 * @module index
 */
// Ask
export { estimateLesion, estimateLesionAsync } from './estimate.js';
export type {
  Border,
  CriterionResult,
  EstimateOptions,
  HottestPoint,
  LesionEstimate,
  LesionGrowth,
  Outcome,
  PulseResult,
  Receipt,
  ReversibleZone,
  StageResult,
} from './lesion-estimate.js';
export { simulate, simulateSteps } from './simulate.js';
export type { Progress, SimulateOptions } from './run-options.js';
export type {
  DamageRecord,
  DrivenState,
  Exposure,
  History,
  LesionRun,
  RunDamage,
  RunOutcome,
  RunStage,
  RunState,
  ScalarField,
  Snapshot,
  StageRecord,
} from './lesion-run.js';
export { FIELD_STRENGTH_DISTANCES, type FieldStrength } from './physics/field-strength.js';
export type { PulseRecord, PulseTemperature } from './physics/pulse.js';
export type { LimitReason } from './physics/generator.js';
export type { ContactWeights } from './metrics/surface-field.js';
export { lesionContour, measureLesion, measureShape } from './measure.js';
export { damageAt, peakTemperatureAt, temperatureAt } from './point-values.js';
export type { Instant } from './ruler.js';
export type { DamageState } from './physics/damage.js';

export {
  type ParameterEffect,
  type ParameterRange,
  parameterRange,
  type ParameterFailure,
  parameterRangeAsync,
  type ParameterRangeOptions,
  type SizeName,
} from './questions/parameter-range.js';
export { type Replay, replayReceipt } from './questions/replay.js';
export { loadState, saveState } from './output/saved-state.js';
export type { UncertainParameter } from './questions/uncertain-parameters.js';
export type { FaceWeights, InterfaceWeights } from './metrics/interface-weights.js';

// State the problem
export type {
  Domain,
  Electrode,
  InternalCooling,
  Material,
  PerfusionResponse,
  Problem,
  Property,
  Region,
  Resolution,
  Source,
  TemperatureLaw,
  TipShape,
  Tissue,
  TissueRegion,
} from './problem/types.js';
export type {
  About,
  ElectrodeParameter,
  Evidence,
  Grade,
  MaterialParameter,
  TissueParameter,
} from './problem/evidence.js';
export {
  type Control,
  type Heating,
  type RollOff,
  type SingleHeating,
  type Stage,
  switchOffTime,
} from './problem/heating.js';
export type {
  ArrheniusKinetics,
  Cem43Rule,
  Criterion,
  DamageRule,
  KineticsRecord,
  NumberRange,
  ThreeStateKinetics,
  Validity,
} from './problem/criterion.js';
export {
  DEFAULT_CRITERIA,
  DEFAULT_CRITERION,
  DEFAULT_REVERSIBLE_CRITERION,
  DEFAULTS,
  type ProblemDefaults,
} from './problem/defaults.js';
export { type Limit, type LimitedField, LIMITS, type Quantity } from './problem/limits.js';
export {
  type BloodFlow,
  type BloodFlowUnit,
  type FlowPerMass,
  type MassFlow,
  toBloodFlow,
  toPerfusionRate,
} from './problem/perfusion-units.js';
export { type ResolutionName, RESOLUTIONS } from './problem/resolution.js';

// Cited numbers
export { cannula, type CannulaOptions, type Gauge, gauges, type NeedleGauge } from './presets/needles.js';
export {
  cooledProbe,
  type CooledProbeOptions,
  type ElectrodeName,
  electrodes,
} from './presets/electrodes.js';
export { publishedCriteria } from './presets/criteria.js';
export { type DoseName, type DoseThreshold, doseThresholds } from './presets/dose-thresholds.js';
export {
  type RfGenerator,
  type GeneratorName,
  type GeneratorParameter,
  generators,
} from './presets/generators.js';
export { kinetics, type KineticsName, threeStateKinetics, type ThreeStateName } from './presets/kinetics.js';
export { type MaterialName, materials } from './presets/materials.js';
export {
  type Procedure,
  type ProcedureName,
  procedures,
  type Procedures,
  type UnverifiedProcedureName,
} from './presets/procedures.js';
export { type TissueName, tissues } from './presets/tissues.js';
export { type VesselCoefficient, vesselCoefficient, type VesselFlow } from './presets/vessel.js';

// Read the answer
export {
  type Coverage,
  type Margin,
  measureCoverage,
  measureMargin,
  type NerveCoverage,
} from './analysis/coverage.js';
export { compareCriteria, type CriterionRow } from './analysis/compare-criteria.js';
export type { Family, Measured } from './analysis/error-bar.js';
export type { Warning } from './analysis/warnings.js';
export type { Contour, ContourEnd } from './metrics/contour.js';
export type { LesionShape } from './metrics/lesion-shape.js';
export type { LesionSize } from './metrics/lesion-size.js';
export {
  type NeedlePose,
  needlePose,
  type NeedlePoseOptions,
  nerveToNeedle,
  structureToNeedle,
  pointToFrame,
  pointToNeedle,
} from './metrics/needle-pose.js';
export type { Nerve, Point3, Structure } from './problem/structure.js';
export type { NeedlePoint } from './metrics/sample.js';
export type { EnergyAudit, HeatSums } from './physics/heat-audit.js';
export type { AxisymmetricGrid } from './grid/axisymmetric.js';
export type { NeedleProfile } from './grid/needle-profile.js';
export { describeCriterion, describeRule, describeThreshold } from './output/criterion-in-words.js';
export { describeHeating, describeStage } from './output/heating-in-words.js';
export { formatComparison } from './output/comparison.js';
export { formatEstimate } from './output/table.js';
export { formatProcedure } from './output/procedure-in-words.js';
export { formatParameterRange } from './output/parameter-range.js';
export { fromJson, toJson } from './output/json.js';

export { type ErrorCode, LesionModelError } from './errors.js';
export { VERSION } from './version.js';
