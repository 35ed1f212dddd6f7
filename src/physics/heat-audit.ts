/** Where the heat of a run went, each term summed on its own [J]. */
export interface EnergyAudit {
  /** Through a held tip's surface into tissue, or by the RF current in tissue. */
  readonly delivered: number;
  /** By metabolism. */
  readonly metabolism: number;
  /** Taken up by tissue, less what it held at the start. */
  readonly stored: number;
  /** Taken up by the needle; 0 where it is left out. */
  readonly storedInNeedle: number;
  /** Carried away by blood. */
  readonly perfusion: number;
  /** Out through the outer boundary. */
  readonly boundary: number;
  /** What the terms leave open, relative to the largest term: round-off. */
  readonly residual: number;
}

/** Running sums of the heat that has passed [J]; part of a run's state. */
export interface HeatSums {
  delivered: number;
  metabolism: number;
  perfusion: number;
  boundary: number;
}

/** Closes the balance: delivered + metabolism = stored in tissue and needle + perfusion + boundary. */
export function auditEnergy(sums: Readonly<HeatSums>, stored: number, storedInNeedle: number): EnergyAudit {
  const open = sums.delivered + sums.metabolism - stored - storedInNeedle - sums.perfusion - sums.boundary;
  const terms = [sums.delivered, sums.metabolism, stored, storedInNeedle, sums.perfusion, sums.boundary];
  const scale = Math.max(...terms.map(Math.abs), Number.MIN_VALUE);
  return { ...sums, stored, storedInNeedle, residual: open / scale };
}
