/** The outline of a needle: a body of revolution about r = 0 whose end lies at z = 0 and whose shaft runs towards +z. */
export interface NeedleProfile {
  readonly end: 'flat' | 'hemisphere' | 'cone';
  /** Of a conical end [m]. */
  readonly coneLength?: number;
  /** Of the bare metal [m]. */
  readonly radius: number;
  /** Sleeve over the shaft, outside `radius`, from a height upwards. */
  readonly sleeve?: {
    /** [m] */
    readonly from: number;
    /** [m] */
    readonly thickness: number;
  };
  /** Hole along the axis that is left out, from a height upwards. */
  readonly bore?: {
    /** [m] */
    readonly from: number;
    /** [m] */
    readonly radius: number;
  };
}

/** Height of the rounded or conical part above the very end [m]. */
export function capHeight({ end, radius, coneLength = 0 }: NeedleProfile): number {
  switch (end) {
    case 'flat':
      return 0;
    case 'hemisphere':
      return radius;
    case 'cone':
      return coneLength;
  }
}

/** Radius of the needle's surface at height z, the sleeve included [m]; 0 below the needle. */
export function radiusAt(profile: NeedleProfile, z: number): number {
  const { radius, sleeve } = profile;
  if (z <= 0) return 0;
  if (sleeve && z > sleeve.from) return radius + sleeve.thickness;
  const cap = capHeight(profile);
  if (z >= cap) return radius;
  return profile.end === 'cone' ? (radius * z) / cap : Math.sqrt(z * (2 * radius - z));
}

/** Height of the end's surface at distance r from the axis, r ≤ radius [m]. */
export function heightAt(profile: NeedleProfile, r: number): number {
  const cap = capHeight(profile);
  if (cap === 0) return 0;
  if (profile.end === 'cone') return (cap * r) / profile.radius;
  return cap - Math.sqrt(Math.max(cap ** 2 - r ** 2, 0));
}

/** ∫ height(√s) ds from 0 to s = r² [m³]. */
function heightIntegral(profile: NeedleProfile, s: number): number {
  const cap = capHeight(profile);
  if (profile.end === 'cone') return ((2 / 3) * cap * s * Math.sqrt(s)) / profile.radius;
  const rest = Math.max(cap ** 2 - s, 0);
  return cap * s - (2 / 3) * (cap * cap ** 2 - rest * Math.sqrt(rest));
}

/** Volume of the needle between its end and height z, the sleeve included [m³]. */
export function volumeBelow(profile: NeedleProfile, z: number): number {
  const { radius, sleeve } = profile;
  const cap = capHeight(profile);
  const inCap = Math.min(Math.max(z, 0), cap);
  const inShaft = Math.max(z - cap, 0);
  const inSleeve = sleeve ? Math.max(z - sleeve.from, 0) : 0;
  const ring = sleeve ? (radius + sleeve.thickness) ** 2 - radius ** 2 : 0;
  const tip =
    profile.end === 'cone'
      ? (radius ** 2 * inCap * inCap ** 2) / (3 * cap ** 2)
      : inCap ** 2 * (cap - inCap / 3);
  return Math.PI * (tip + radius ** 2 * inShaft + ring * inSleeve);
}

/**
 * Volume of the part of the metal inside the ring r0..r1, z0..z1 [m³].
 *
 * ```text
 * V = π ∫ max(z₁ − max(z₀, height(√s)), 0) ds,   s = r²
 * ```
 */
export function volumeInRing(profile: NeedleProfile, r0: number, r1: number, z0: number, z1: number): number {
  const a = profile.radius;
  const cap = capHeight(profile);
  if (z1 <= 0 || r0 >= a) return 0;
  const from = r0 ** 2;
  const to = Math.min(r1, a) ** 2;
  if (z0 >= cap) return Math.PI * (to - from) * (z1 - z0);
  // The rounded surface cuts the ring: whole column up to `low`, the curved part between, nothing beyond `high`.
  const low = Math.min(Math.max(radiusAt(profile, Math.max(z0, 0)) ** 2, from), to);
  const high = Math.min(Math.max(radiusAt(profile, z1) ** 2, from), to);
  const curved = z1 * (high - low) - heightIntegral(profile, high) + heightIntegral(profile, low);
  return Math.PI * ((z1 - z0) * (low - from) + curved);
}

/** Distance of a point from a straight piece of the outline, from (r0, z0) to (r1, z1) [m]. */
function distanceFromPiece(r: number, z: number, r0: number, z0: number, r1: number, z1: number): number {
  const [dr, dz] = [r1 - r0, z1 - z0];
  const length = dr ** 2 + dz ** 2;
  const part = length > 0 ? Math.min(Math.max(((r - r0) * dr + (z - z0) * dz) / length, 0), 1) : 0;
  return Math.hypot(r - r0 - part * dr, z - z0 - part * dz);
}

/** Distance of a point of tissue from the needle's surface, the sleeve included [m]. */
export function distanceFromNeedle(profile: NeedleProfile, r: number, z: number): number {
  const { radius, end, sleeve } = profile;
  if (sleeve && z > sleeve.from) return r - radius - sleeve.thickness;
  const cap = capHeight(profile);
  if (z >= cap) return r - radius;
  if (end === 'hemisphere') return Math.hypot(r, z - radius) - radius;
  return distanceFromPiece(r, z, 0, 0, radius, cap);
}
