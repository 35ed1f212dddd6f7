/**
 * Numbers with units for {@link index}: the one door behind which mathjs is loaded.
 *
 * @module units
 */
export type { Dimension } from './units/dimensions.js';
export { problemFromUnits } from './units/problem-from-units.js';
export type {
  AnyTissueWithUnits,
  CannulaWithUnits,
  ElectrodeLike,
  ElectrodeWithUnits,
  FlowWithDensity,
  NumberWithUnit,
  PerfusionResponseWithUnits,
  ProblemWithUnits,
  PropertyWithUnits,
  RegionWithUnits,
  TissueLike,
  TissueWithUnits,
  WithUnits,
} from './units/problem-with-units.js';
export { type ExpressionOptions, propertyFromExpression } from './units/property-from-expression.js';
export { parseQuantity, type QuantityWithUnit, type UnitLike } from './units/quantity.js';
