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

/** Angle from the needle's side, through the tissue, to what closes it below: 0 to 3π/2. */
function angleFromSide(dz: number, dr: number): number {
  const angle = Math.atan2(dr, dz);
  // A point on the side may lie inside by round-off; it is far from the other wall, a quarter turn further in.
  if (angle < -Math.PI / 4) return angle + 2 * Math.PI;
  return Math.max(angle, 0);
}

/** Rim of a flat end, held on both sides of a reentrant right angle: u = Im ζ^(2/3). */
export const heldRim: EdgeSolution = {
  u: (dz, dr) => Math.cbrt(Math.hypot(dz, dr)) ** 2 * Math.sin((2 / 3) * angleFromSide(dz, dr)),
  conjugate: (dz, dr) => Math.cbrt(Math.hypot(dz, dr)) ** 2 * Math.cos((2 / 3) * angleFromSide(dz, dr)),
};

/** Newton steps that take the map of a sleeve's step to round-off. */
const NEWTON_STEPS = 50;

/** p = α + iβ, 0 ≤ β ≤ π, with sinh p − p = ζ; `angle` is that of ζ, 0 to 3π/2. */
function invertStep(size: number, angle: number): { alpha: number; beta: number } {
  const [x, y] = [size * Math.cos(angle), size * Math.sin(angle)];
  const root = Math.cbrt(6 * size); // sinh p − p ≈ p³/6
  const isNear = size < 3;
  let alpha = isNear ? root * Math.cos(angle / 3) : Math.log(2 * size);
  let beta = isNear ? root * Math.sin(angle / 3) : Math.min(angle, Math.PI);
  for (let n = 0; n < NEWTON_STEPS; n++) {
    const [sinh, cosh, sin, cos] = [Math.sinh(alpha), Math.cosh(alpha), Math.sin(beta), Math.cos(beta)];
    const [fx, fy] = [sinh * cos - alpha - x, cosh * sin - beta - y];
    const [gx, gy] = [cosh * cos - 1, sinh * sin];
    const scale = gx ** 2 + gy ** 2;
    if (scale === 0) break; // ζ = 0
    const [da, db] = [(fx * gx + fy * gy) / scale, (fy * gx - fx * gy) / scale];
    alpha -= da;
    beta -= db;
    if (Math.hypot(da, db) <= 1e-14 * Math.hypot(alpha, beta)) break;
  }
  return { alpha, beta };
}

/**
 * Held wall that ends at the lower face of an insulating sleeve, a step outwards by its thickness t.
 *
 * ```text
 * ζ = Δz + i Δr = (t/π)(sinh p − p) + i t,   u + i·conjugate = cosh(p/2)
 * ```
 *
 * @remarks The Schwarz–Christoffel map of the strip 0 ≤ Im p ≤ π. Far from the sleeve's corner it is
 * {@link heldToInsulated}, close to it the gradient is infinite like ρ^(−1/3).
 */
export function heldToSleeve(thickness: number): EdgeSolution {
  const at = (dz: number, dr: number): { alpha: number; beta: number } => {
    const size = (Math.PI / thickness) * Math.hypot(dz, dr - thickness);
    return invertStep(size, angleFromSide(dz, dr - thickness));
  };
  return {
    u(dz, dr): number {
      const { alpha, beta } = at(dz, dr);
      return Math.cosh(alpha / 2) * Math.cos(beta / 2);
    },
    conjugate(dz, dr): number {
      const { alpha, beta } = at(dz, dr);
      return Math.sinh(alpha / 2) * Math.sin(beta / 2);
    },
  };
}
