import type { Contour } from '../metrics/contour.js';
import type { NeedlePose } from '../metrics/needle-pose.js';
import { invalidInput, mustBe } from '../problem/sentence.js';
import { requirePose } from './pose-check.js';
import { vtkFile } from './vtk-xml.js';

/** How a surface is made. */
export interface SurfaceOptions {
  /** Flat pieces around the needle; default 64. */
  readonly segments?: number;
  /** Where the needle lies: points are then in its frame and unit. Left out, they are in needle coordinates [m]. */
  readonly pose?: NeedlePose;
}

const SEGMENTS = { default: 64, least: 3, most: 4096 } as const;

/** A place of a border in the half plane r ≥ 0 [m]. */
interface Place {
  readonly r: number;
  readonly z: number;
}

/** A border from the axis to the axis, or around: where it ends on the needle it goes on straight across. */
function placesOf({ r, z, from, to }: Contour): {
  readonly places: readonly Place[];
  readonly isLoop: boolean;
} {
  const isLoop = from === 'loop';
  const own = Array.from(r, (radius, n) => ({ r: radius, z: z[n]! }));
  if (isLoop) return { places: own.slice(0, -1), isLoop };
  const [first, last] = [own[0]!, own.at(-1)!];
  const start = { r: 0, z: first.z };
  const end = { r: 0, z: last.z };
  return {
    places: [start, ...own.slice(from === 'axis' ? 1 : 0, to === 'axis' ? -1 : undefined), end],
    isLoop,
  };
}

/** Points and faces of a surface; a face is a list of points, counterclockwise seen from outside. */
interface Surface {
  readonly points: number[];
  readonly faces: number[][];
}

/** Adds what a border sweeps as it is turned about the needle. The region lies on the border's left, so outside is on its right. */
function addRevolution({ points, faces }: Surface, contour: Contour, segments: number): void {
  const { places, isLoop } = placesOf(contour);
  const rings = places.map(({ r, z }) => {
    const first = points.length / 3;
    if (r === 0) {
      points.push(0, 0, z);
      return () => first;
    }
    for (let s = 0; s < segments; s++) {
      const angle = (2 * Math.PI * s) / segments;
      points.push(r * Math.cos(angle), r * Math.sin(angle), z);
    }
    return (s: number) => first + (s % segments);
  });
  const pairs = isLoop ? rings.length : rings.length - 1;
  for (let n = 0; n < pairs; n++) {
    const [ring, next] = [rings[n]!, rings[(n + 1) % rings.length]!];
    for (let s = 0; s < segments; s++) {
      const face = new Set([ring(s), ring(s + 1), next(s + 1), next(s)]); // three where one ring is a point
      if (face.size > 2) faces.push([...face]);
    }
  }
}

/** Points in needle coordinates [m] in the frame of a pose, x, y and z in turn. */
function inFrame(points: readonly number[], { unit, tip, axes }: NeedlePose): Float64Array {
  return Float64Array.from(points, (_, n) => {
    const k = n % 3;
    const [x, y, z] = [points[n - k]!, points[n - k + 1]!, points[n - k + 2]!];
    return tip[k]! + (axes[0][k]! * x + axes[1][k]! * y + axes[2][k]! * z) / unit;
  });
}

/**
 * The surface of a lesion as a VTK file (.vtp): its border turned about the needle, closed, every face seen from outside
 * counterclockwise. It surrounds the lesion with the needle inside it, which is cut straight across where the border meets it.
 *
 * ```text
 * enclosed volume = (n/2π) sin(2π/n) · volume within the border,   n segments: 0.16 % less at 64
 * ```
 *
 * @param border - `estimate.border`, or `{ contours: lesionContour(run, criterion) }`; without a contour the file has no points.
 * @returns The bytes of the file: points shape [points, 3], needle coordinates [m] with z up the shaft, or the pose's frame.
 * @throws {@link index!LesionModelError | LesionModelError} 'invalid-input' for segments that are not a whole number from 3 to 4096, or what is no pose.
 * @remarks VTK XML, PolyData, https://docs.vtk.org/en/latest/vtk_file_formats/vtkxml_file_format.html
 */
export function surfaceVtp(
  { contours }: { readonly contours: readonly Contour[] },
  { segments = SEGMENTS.default, pose }: SurfaceOptions = {},
): Uint8Array {
  const { least, most } = SEGMENTS;
  if (!Number.isInteger(segments) || segments < least || segments > most)
    throw invalidInput('segments', mustBe(`a whole number from ${least} to ${most}`, segments));
  if (pose !== undefined) requirePose(pose);
  const surface: Surface = { points: [], faces: [] };
  for (const contour of contours) addRevolution(surface, contour, segments);
  const { points, faces } = surface;
  let end = 0;
  const offsets = faces.map((face) => BigInt((end += face.length)));
  return vtkFile('PolyData', (element) =>
    [
      '<PolyData>',
      `<Piece NumberOfPoints="${points.length / 3}" NumberOfVerts="0" NumberOfLines="0" NumberOfStrips="0" NumberOfPolys="${faces.length}">`,
      '<Points>',
      element({
        name: 'Points',
        data: pose ? inFrame(points, pose) : Float64Array.from(points),
        components: 3,
      }),
      '</Points>',
      '<Polys>',
      element({ name: 'connectivity', data: BigInt64Array.from(faces.flat().map(BigInt)) }),
      element({ name: 'offsets', data: BigInt64Array.from(offsets) }),
      '</Polys>',
      '</Piece>',
      '</PolyData>',
    ].join('\n'),
  );
}
