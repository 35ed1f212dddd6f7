/** What a generator is told: a linear rise to the target, then hold. */
export interface SetCurve {
  /** [°C] */
  readonly from: number;
  /** [°C] */
  readonly target: number;
  /** Duration of the rise [s]; 0 is a jump at time zero. */
  readonly ramp: number;
}

/**
 * Set temperature at a time since the start of heating [°C].
 *
 * ```text
 * T_set = from + (target − from) t / ramp   while t < ramp,   then the target
 * ```
 */
export function setTemperature({ from, target, ramp }: SetCurve, time: number): number {
  return time < ramp ? from + ((target - from) * time) / ramp : target;
}
