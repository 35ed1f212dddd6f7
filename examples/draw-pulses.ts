import { describeHeating, FIELD_STRENGTH_DISTANCES, type LesionEstimate, type Measured } from 'rf-lesion';
import { axisFor, drawAxes, drawCurve, drawKey, drawMeasured, type Panel, type Points } from './chart.js';
import { framePicture, px } from './picture.js';
import type { Caption } from './section.js';

/** [px] */
const PLOT = { x: 74, y: 64, width: 452, height: 210, gap: 16 };
const SIZE = { width: PLOT.x + PLOT.width + 16, height: PLOT.y + 2 * PLOT.height + PLOT.gap + 54 };

/** How far from the needle is shown [mm]. */
const FARTHEST = 2.5;

/** Beside the tip and ahead of its end, told apart by dash and marker as well. */
const SIDES = {
  besideTip: { name: 'beside the tip, half-way up', colour: '#00508c', dash: '', marker: 'disc' },
  aheadOfEnd: { name: 'ahead of the end, on the axis', colour: '#b34700', dash: '7 4', marker: 'square' },
} as const;
type Side = keyof typeof SIDES;
const BOTH: readonly Side[] = ['besideTip', 'aheadOfEnd'];

/** Temperatures of the cells beside the tip or ahead of its end: mean, and highest in a pulse. */
export function spikesAlong(
  { run }: LesionEstimate,
  side: Side,
): { readonly mean: Points; readonly peak: Points } {
  const { nr, r, z, isTissue, tipLength, profile } = run.grid;
  const rise = run.stages.at(-1)?.pulses.at(-1)?.rise;
  const row = z.findIndex((height) => height > tipLength / 2);
  const cells =
    side === 'besideTip'
      ? Array.from(r, (radius, i) => [1e3 * (radius - profile.radius), row * nr + i] as const)
      : Array.from(z, (height, j) => [-1e3 * height, j * nr] as const).toReversed();
  const shown = cells.filter(([mm, c]) => isTissue[c] === 1 && mm > 0 && mm < FARTHEST);
  const at = (c: number): number => run.temperature.data[c] ?? NaN;
  return {
    mean: shown.map(([mm, c]) => [mm, at(c)]),
    peak: shown.map(([mm, c]) => [mm, at(c) + (rise?.[c] ?? NaN)]),
  };
}

/**
 * Pulses at the end of a pulsed run as an SVG picture, against the distance from the needle: strength of the field, with
 * error bars, and temperature, its mean and its highest within a pulse.
 *
 * @param estimate - Without a cool-down, so that its temperatures are those of the last pulse.
 */
export function drawPulses(estimate: LesionEstimate, { needle, tissue }: Caption): string {
  const pulse = estimate.stages.at(-1)?.pulse;
  if (!pulse) throw new Error('There are no pulses to draw.');
  const across = { label: 'distance from the needle (mm)', from: 0, to: FARTHEST, step: 0.5 };
  const inKilovolts = ({ value, numericalError }: Measured): Measured => ({
    value: 1e-3 * value,
    numericalError: 1e-3 * (numericalError ?? 0),
  });
  const fields = {
    besideTip: pulse.field.besideTip.map(inKilovolts),
    aheadOfEnd: pulse.field.aheadOfEnd.map(inKilovolts),
  };
  const spikes = {
    besideTip: spikesAlong(estimate, 'besideTip'),
    aheadOfEnd: spikesAlong(estimate, 'aheadOfEnd'),
  };
  const highest = BOTH.flatMap((side) =>
    fields[side].map(({ value, numericalError }) => value + (numericalError ?? 0)),
  );
  const warm = BOTH.flatMap((side) => spikes[side].peak.map(([, T]) => T));
  const mild = BOTH.flatMap((side) => spikes[side].mean.map(([, T]) => T));
  const place = { x: PLOT.x, width: PLOT.width, height: PLOT.height, across };
  const field: Panel = { ...place, y: PLOT.y, up: axisFor('field, rms (kV/m)', [0, ...highest]) };
  const heat: Panel = {
    ...place,
    y: PLOT.y + PLOT.height + PLOT.gap,
    up: axisFor('temperature (°C)', [...warm, ...mild]),
  };

  const curves = BOTH.map((side) => {
    const { colour, dash, marker } = SIDES[side];
    const points = fields[side].map(
      ({ value }, k) => [1e3 * (FIELD_STRENGTH_DISTANCES[k] ?? NaN), value] as const,
    );
    const bars = fields[side].map((one, k) =>
      drawMeasured(field, 1e3 * (FIELD_STRENGTH_DISTANCES[k] ?? NaN), one, { colour, marker }),
    );
    return `${drawCurve(field, points, { colour, dash, width: 1 })}
${bars.join('\n')}
${drawCurve(heat, spikes[side].peak, { colour, dash, width: 2.2 })}
${drawCurve(heat, spikes[side].mean, { colour, dash, width: 1 })}`;
  });
  const key = BOTH.map((side) => ({ ...SIDES[side] }));
  const { value, numericalError } = pulse.hottest.peak;
  const rim = `hottest point: ${value.toFixed(1)} ± ${(numericalError ?? 0).toFixed(1)} °C`;
  const widths = [
    { name: 'highest within a pulse', width: 2.6 },
    { name: 'mean over pulse and pause', width: 1 },
  ];
  const title = `${needle} in ${tissue}: field and temperature of the last pulse`;
  const body = `${curves.join('\n')}
${drawAxes(field, false)}
${drawAxes(heat, true)}
${drawKey(field, key)}
${drawKey(heat, widths)}
<text x="${px(heat.x + heat.width - 12)}" y="${px(heat.y + 72)}" text-anchor="end">${rim}</text>`;
  return framePicture(
    { ...SIZE, title, subtitle: describeHeating(estimate.run.problem.heating), left: 12 },
    body,
  );
}
