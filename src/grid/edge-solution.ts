/**
 * The local solution at an edge where the gradient is infinite, as a function of the offsets along z and r from the
 * edge: u, held at 0 on the wall, and its harmonic conjugate, whose difference between two points is the flux
 * through any line that joins them.
 */
export interface EdgeSolution {
  u(dz: number, dr: number): number;
  conjugate(dz: number, dr: number): number;
}

/** Held wall that goes over into an insulated one, straight on, towards +z: u = Re √ζ, ζ = Δz + i Δr. */
export const heldToInsulated: EdgeSolution = {
  u: (dz, dr) => Math.sqrt((Math.hypot(dz, dr) + dz) / 2),
  conjugate: (dz, dr) => Math.sqrt((Math.hypot(dz, dr) - dz) / 2),
};

/** Angle from the needle's side, through the tissue, to its flat end: 0 to 3π/2. */
function angleFromSide(dz: number, dr: number): number {
  const angle = Math.atan2(dr, dz);
  return angle < 0 ? angle + 2 * Math.PI : angle;
}

/** Rim of a flat end, held on both sides of a reentrant right angle: u = Im ζ^(2/3). */
export const heldRim: EdgeSolution = {
  u: (dz, dr) => Math.hypot(dz, dr) ** (2 / 3) * Math.sin((2 / 3) * angleFromSide(dz, dr)),
  conjugate: (dz, dr) => Math.hypot(dz, dr) ** (2 / 3) * Math.cos((2 / 3) * angleFromSide(dz, dr)),
};
