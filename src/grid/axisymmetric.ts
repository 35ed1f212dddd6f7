import { fittedEdges, fittedEdgesBothEnds, gradedEdges, mappedNodes, SAME_LINE } from './grading.js';
import { capHeight, heightAt, type NeedleProfile, radiusAt, volumeInRing } from './needle-profile.js';

/** What a grid about one needle is made from. Lengths in m. */
export interface AxisymmetricGridOptions {
  readonly profile: NeedleProfile;
  /** Exposed length of the needle, from its very end. */
  readonly tipLength: number;
  /** Outer boundary. */
  readonly domain: { readonly radius: number; readonly below: number; readonly above: number };
  /** Cell size at the wall and at both ends of the bare tip. */
  readonly spacing: number;
  readonly growthRatio: number;
  /**
   * A node closer to the needle's surface than this part of its cell counts for the needle, and its neighbour is linked
   * to the surface instead. Default 0.
   */
  readonly closestNode?: number;
  /** Radii and heights at which a line is asked for as well, as other tissue begins there. */
  readonly lines?: { readonly r: readonly number[]; readonly z: readonly number[] };
}

/**
 * Cells about a needle on the axis of (r, z): geometry and nothing else. Fields are flat, r fastest:
 * `c = j·nr + i`, shape [nz·nr]. Lengths in m.
 *
 * @remarks Grid lines lie on the shaft's surface, on both ends of the bare tip and on the outer boundary. A cell is
 * tissue when its node is outside the needle and not too close to it; where a rounded end cuts cells, the volumes are
 * the exact ones, and what a needle cell holds of tissue counts for its neighbour.
 */
export interface AxisymmetricGrid {
  readonly kind: 'axisymmetric';
  readonly nr: number;
  readonly nz: number;
  /** nr·nz */
  readonly size: number;
  /** Shape [nr + 1]. */
  readonly rEdges: Float64Array;
  /** Shape [nz + 1]. */
  readonly zEdges: Float64Array;
  /** Node of each column, shape [nr]. */
  readonly r: Float64Array;
  /** Node of each row, shape [nz]. */
  readonly z: Float64Array;
  /** 1 in tissue, 0 in the needle; shape [nz·nr]. */
  readonly isTissue: Uint8Array;
  /** Tissue volume [m³], shape [nz·nr]. */
  readonly volume: Float64Array;
  /** What a cell holds of the needle [m³], shape [nz·nr]; with the tissue that lies in it, it fills the cell. */
  readonly needleVolume: Float64Array;
  /** Radius of the needle's surface in each row, 0 where there is none; shape [nz]. */
  readonly wallRadius: Float64Array;
  /** Height of the needle's end in each column, Infinity beside the needle; shape [nr]. */
  readonly endHeight: Float64Array;
  readonly profile: NeedleProfile;
  readonly tipLength: number;
}

/** Fewest cells across the needle's radius and its sleeve, and along the bare tip. */
const FEWEST_CELLS = 2;

/** Grid lines across the needle and out to `domain.radius` [m]. */
function radialEdges({ profile, domain, spacing, growthRatio, lines }: AxisymmetricGridOptions): number[] {
  const a = profile.radius;
  const cuts = lines?.r ?? [];
  const wall = a - (profile.bore?.radius ?? 0);
  const q = capHeight(profile) > 0 ? 1 : growthRatio;
  const inwards = cuts.map((r) => a - r);
  const metal = fittedEdges(wall, spacing, q, FEWEST_CELLS, inwards);
  const bore = profile.bore
    ? fittedEdges(
        profile.bore.radius,
        spacing,
        q,
        1,
        inwards.map((x) => x - wall),
      )
        .slice(1)
        .map((x) => wall + x)
    : [];
  const inside = [...metal, ...bore];
  const sleeve = profile.sleeve
    ? fittedEdges(
        profile.sleeve.thickness,
        spacing,
        1,
        FEWEST_CELLS,
        cuts.map((r) => r - a),
      )
    : [0];
  const surface = a + (profile.sleeve?.thickness ?? 0);
  const outside = gradedEdges(
    domain.radius - surface,
    spacing,
    growthRatio,
    cuts.map((r) => r - surface),
  );
  return [
    ...inside.map((x) => a - x).toReversed(),
    ...sleeve.slice(1).map((x) => a + x),
    ...outside.slice(1).map((x) => surface + x),
  ];
}

/** Heights above its end at which something of the needle begins or ends [m]. */
function ownStops({ profile, tipLength }: AxisymmetricGridOptions): number[] {
  return [0, capHeight(profile), tipLength, ...(profile.bore ? [profile.bore.from] : [])];
}

/** Grid lines from the bottom of the domain to its top, for a needle whose end is at each of `ends` in turn [m]. */
function axialEdges(options: AxisymmetricGridOptions, ends: readonly number[]): number[] {
  const { profile, domain, spacing, growthRatio, lines } = options;
  const cuts = lines?.z ?? [];
  const cap = capHeight(profile);
  const stops = ends
    .flatMap((end) => ownStops(options).map((stop) => end + stop))
    .toSorted((a, b) => a - b)
    .filter((stop, k, all) => k === 0 || stop - all[k - 1]! > SAME_LINE);
  const isOnCap = (z: number): boolean => ends.some((end) => z > end && z < end + cap);
  const between = stops.slice(1).flatMap((to, k) => {
    const from = stops[k]!;
    const inside = cuts.map((z) => z - from);
    const edges = isOnCap((from + to) / 2)
      ? fittedEdges(to - from, spacing, 1, FEWEST_CELLS, inside)
      : fittedEdgesBothEnds(to - from, spacing, growthRatio, FEWEST_CELLS, inside);
    return [...edges.slice(1, -1).map((x) => from + x), to];
  });
  const [bottom, top] = [stops[0]!, stops.at(-1)!];
  const below = gradedEdges(
    domain.below + bottom,
    spacing,
    growthRatio,
    cuts.map((z) => bottom - z),
  );
  const above = gradedEdges(
    domain.above - top,
    spacing,
    growthRatio,
    cuts.map((z) => z - top),
  );
  return [
    ...below.map((x) => bottom - x).toReversed(), // 0 − 0 is 0, where −0 would be −0
    ...between,
    ...above.slice(1).map((x) => top + x),
  ];
}

/** Makes the cells about a needle. */
export function createAxisymmetricGrid(options: AxisymmetricGridOptions): AxisymmetricGrid {
  return createGridFamily(options, [0])[0]!;
}

/**
 * Makes the cells about a needle that is moved along its axis: the same cells each time, seen from where its end is.
 *
 * @param ends - Heights of its end; `options.domain` is seen from height 0 [m].
 */
export function createGridFamily(
  options: AxisymmetricGridOptions,
  ends: readonly number[],
): AxisymmetricGrid[] {
  const rEdges = radialEdges(options);
  const zEdges = axialEdges(options, ends);
  return ends.map((end) => {
    // Exactly where the needle's own are, whatever the noise of adding.
    const seen = zEdges.map(
      (z) => ownStops(options).find((stop) => Math.abs(z - end - stop) < SAME_LINE) ?? z - end,
    );
    return gridOnLines(options, Float64Array.from(rEdges), Float64Array.from(seen));
  });
}

function gridOnLines(
  { profile, tipLength, closestNode = 0 }: AxisymmetricGridOptions,
  rEdges: Float64Array,
  zEdges: Float64Array,
): AxisymmetricGrid {
  const nr = rEdges.length - 1;
  const nz = zEdges.length - 1;
  const size = nr * nz;
  const r = mappedNodes(rEdges);
  const z = mappedNodes(zEdges);
  const wallRadius = z.map((height) => radiusAt(profile, height));
  const endHeight = r.map((radius) => (radius < profile.radius ? heightAt(profile, radius) : Infinity));
  const isTissue = new Uint8Array(size);
  const volume = new Float64Array(size);
  const needleVolume = new Float64Array(size);
  for (let j = 0; j < nz; j++) {
    for (let i = 0; i < nr; i++) {
      const gapR = (r[i]! - wallRadius[j]!) / (rEdges[i + 1]! - rEdges[i]!);
      const gapZ = (endHeight[i]! - z[j]!) / (zEdges[j + 1]! - zEdges[j]!);
      isTissue[j * nr + i] = gapR > closestNode && (wallRadius[j] === 0 || gapZ > closestNode) ? 1 : 0;
    }
  }
  for (let j = 0; j < nz; j++) {
    for (let i = 0; i < nr; i++) {
      const [r0, r1, z0, z1] = [rEdges[i]!, rEdges[i + 1]!, zEdges[j]!, zEdges[j + 1]!];
      const ring = Math.PI * (r1 ** 2 - r0 ** 2) * (z1 - z0);
      const c = j * nr + i;
      const metal = volumeInRing(profile, r0, r1, z0, z1);
      needleVolume[c] = isTissue[c] === 0 && r0 >= profile.radius ? ring : metal; // the sleeve is a grid cell
      const tissue = ring - needleVolume[c];
      if (isTissue[c] === 1) volume[c] = volume[c]! + tissue;
      else if (tissue > 1e-12 * ring) {
        const heir = isTissue[c + 1] === 1 ? c + 1 : c - nr;
        volume[heir] = volume[heir]! + tissue;
      }
    }
  }
  return Object.freeze({
    kind: 'axisymmetric',
    nr,
    nz,
    size,
    rEdges,
    zEdges,
    r,
    z,
    isTissue,
    volume,
    needleVolume,
    wallRadius,
    endHeight,
    profile,
    tipLength,
  });
}
