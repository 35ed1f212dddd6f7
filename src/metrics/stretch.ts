/** A coordinate in which the field along a line is nearly cubic, and its way back. */
export interface Stretch {
  to(x: number): number;
  back(u: number): number;
  /** dx/du */
  slope(u: number): number;
}

/** Stretches r like a logarithm far from the needle and like r itself on the axis. */
export const acrossNeedle = (radius: number): Stretch => ({
  to: (r) => Math.asinh(r / radius),
  back: (u) => radius * Math.sinh(u),
  slope: (u) => radius * Math.cosh(u),
});

/** Leaves z as it is along the bare tip; beyond its ends stretches the distance from there like that from the axis. */
export function alongNeedle(radius: number, tipLength: number): Stretch {
  const { to, back, slope } = acrossNeedle(radius);
  const end = tipLength / radius;
  return {
    to: (z) => (z < 0 ? to(z) : z > tipLength ? end + to(z - tipLength) : z / radius),
    back: (u) => (u < 0 ? back(u) : u > end ? tipLength + back(u - end) : u * radius),
    slope: (u) => slope(u < 0 ? u : Math.max(u - end, 0)),
  };
}

/** Along the surface beyond a held tip the temperature falls like a root: stretched by √(z − tipLength). */
export const beyondHeldTip = (tipLength: number): Stretch => ({
  to: (z) => Math.sqrt(Math.max(z - tipLength, 0)),
  back: (u) => tipLength + u ** 2,
  slope: (u) => 2 * u,
});

/** Below a border that meets a wall, the section's area is smooth in the root of the distance from there. */
export const belowTop = (highest: number): Stretch => ({
  to: (z) => -Math.sqrt(highest - z),
  back: (u) => highest - u ** 2,
  slope: (u) => -2 * u,
});
