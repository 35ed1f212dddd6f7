/** Where the heat of a run went, each term summed on its own [J]. */
export interface EnergyAudit {
  /** Through the needle's surface into tissue. */
  readonly delivered: number;
  /** By metabolism. */
  readonly metabolism: number;
  /** Taken up by tissue, less what it held at the start. */
  readonly stored: number;
  /** Carried away by blood. */
  readonly perfusion: number;
  /** Out through the outer boundary. */
  readonly boundary: number;
  /** What the terms leave open, relative to `delivered`: round-off. */
  readonly residual: number;
}

/** Running sums of the heat that has passed [J]; part of a run's state. */
export interface HeatSums {
  delivered: number;
  metabolism: number;
  perfusion: number;
  boundary: number;
}

/** Closes the balance: delivered + metabolism = stored + perfusion + boundary. */
export function auditEnergy(sums: Readonly<HeatSums>, stored: number): EnergyAudit {
  const open = sums.delivered + sums.metabolism - stored - sums.perfusion - sums.boundary;
  const scale = Math.max(Math.abs(sums.delivered), Number.MIN_VALUE);
  return { ...sums, stored, residual: open / scale };
}
