/**
 * How big is a radiofrequency lesion, and how sure are we?
 *
 * @module index
 */
// Ask
export {
  type CriterionResult,
  estimateLesion,
  estimateLesionAsync,
  type EstimateOptions,
  type LesionEstimate,
  type Outcome,
  type Receipt,
} from './estimate.js';
export { simulate, simulateSteps } from './simulate.js';
export type { Progress, SimulateOptions } from './run-options.js';
export type {
  DrivenState,
  Exposure,
  History,
  LesionRun,
  RunOutcome,
  RunState,
  ScalarField,
  Snapshot,
} from './lesion-run.js';
export type { LimitReason } from './physics/generator.js';
export type { ContactWeights } from './metrics/surface-field.js';
export { type Instant, measureLesion, peakTemperatureAt, temperatureAt } from './measure.js';

// State the problem
export type {
  ArrheniusKinetics,
  Control,
  Criterion,
  Domain,
  Electrode,
  Heating,
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
} from './problem/types.js';
export { DEFAULT_CRITERIA, DEFAULT_CRITERION, DEFAULTS, type ProblemDefaults } from './problem/defaults.js';
export { type Limit, type LimitedField, LIMITS, type Quantity } from './problem/limits.js';
export { type ResolutionName, RESOLUTIONS } from './problem/resolution.js';

// Cited numbers
export { cannula, type CannulaOptions, type Gauge, gauges, type NeedleGauge } from './presets/needles.js';
export { type MaterialName, materials } from './presets/materials.js';
export { type TissueName, tissues } from './presets/tissues.js';

// Read the answer
export type { Measured } from './analysis/error-bar.js';
export type { Warning } from './analysis/warnings.js';
export type { LesionSize } from './metrics/lesion-size.js';
export type { NeedlePoint } from './metrics/sample.js';
export type { EnergyAudit, HeatSums } from './physics/heat-audit.js';
export type { AxisymmetricGrid } from './grid/axisymmetric.js';
export type { NeedleProfile } from './grid/needle-profile.js';
export { describeHeating } from './output/heating-in-words.js';
export { formatEstimate } from './output/table.js';
export { fromJson, toJson } from './output/json.js';

export { type ErrorCode, LesionModelError } from './errors.js';
export { VERSION } from './version.js';
