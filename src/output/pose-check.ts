import type { NeedlePose } from '../metrics/needle-pose.js';
import { invalidInput, mustBe } from '../problem/sentence.js';
import type { Point3 } from '../problem/structure.js';

/** How far a pose's axes may be from length one and from right angles. */
const ROUND_OFF = 1e-6;

const dot = (a: Point3, b: Point3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** Whether a value is a list of so many finite numbers. */
export function isNumbers(value: unknown, length: number): boolean {
  return Array.isArray(value) && value.length === length && value.every((one) => Number.isFinite(one));
}

/** @throws {@link index!LesionModelError | LesionModelError} 'invalid-input' with a path below 'pose' for what is no pose. */
export function requirePose(pose: unknown): asserts pose is NeedlePose {
  if (typeof pose !== 'object' || pose === null) throw invalidInput('pose', mustBe('a pose', pose));
  const { unit, tip, axes } = pose as Readonly<Record<keyof NeedlePose, unknown>>;
  if (!(Number.isFinite(unit) && Number(unit) > 0))
    throw invalidInput('pose.unit', mustBe('a positive finite number', unit));
  if (!isNumbers(tip, 3)) throw invalidInput('pose.tip', mustBe('a list of three finite coordinates', tip));
  if (!(Array.isArray(axes) && axes.length === 3 && axes.every((axis) => isNumbers(axis, 3))))
    throw invalidInput('pose.axes', mustBe('a list of three vectors', axes));
  const [x, y, z] = axes as unknown as NeedlePose['axes'];
  [x, y, z].forEach((axis, k) => {
    const length = Math.hypot(...axis);
    if (Math.abs(length - 1) > ROUND_OFF)
      throw invalidInput(`pose.axes[${k}]`, `must be a unit vector, but its length was ${length}`);
  });
  const turn = dot([x[1] * y[2] - x[2] * y[1], x[2] * y[0] - x[0] * y[2], x[0] * y[1] - x[1] * y[0]], z);
  if (Math.abs(turn - 1) > ROUND_OFF)
    throw invalidInput('pose.axes', `must be right-angled and right-handed, but (x × y) · z was ${turn}`);
}
