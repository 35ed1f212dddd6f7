/**
 * What does the needle do after switch-off? A 22 G cannula with a 5 mm tip, 80 °C for 90 s in muscle, stays in place or is drawn
 * out at once. In place, its steel carries heat from the tip to the shaft. Prints the lesions by a rule that counts time, which
 * hardly differ, and draws how tissue cools 1 mm beside the tip and beside the shaft.
 */
import { cannula, estimateLesion, type Problem, simulate, temperatureAt, tissues } from 'rf-lesion';
import { type CoolDownCurve, drawCoolDown } from './draw-cool-down.js';
import { inMillimetres } from './millimetres.js';
import { writePicture } from './write-picture.js';

const SWITCH_OFF = 90; // [s]
const SINCE = [0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60]; // [s]

/** Where the temperature is read, 1 mm from the surface [m]. */
const PLACES = { tip: { r: 1.36e-3, z: 2.5e-3 }, shaft: { r: 1.36e-3, z: 7e-3 } };

const problem: Problem = {
  electrode: cannula({ gauge: 22, tipLength: 5e-3 }),
  tissue: tissues.muscle,
  heating: { kind: 'temperature', target: 80, duration: SWITCH_OFF },
  coolDown: 60,
};
const needles = { 'in place': 'in-place', withdrawn: 'withdrawn' } as const;

/** Sizes by 240 equivalent minutes at 43 °C after the cool-down, in mm. */
export const rows: readonly Readonly<Record<string, string>>[] = Object.entries(needles).map(
  ([needle, needleAfterwards]) => {
    const { width, length } = estimateLesion(
      { ...problem, needleAfterwards },
      { criterion: { kind: 'cem43', minutes: 240 } },
    );
    return { needle, width: inMillimetres(width), length: inMillimetres(length) };
  },
);

export const curves: readonly CoolDownCurve[] = Object.entries(needles).flatMap(
  ([needle, needleAfterwards]) => {
    const snapshotTimes = SINCE.map((time) => SWITCH_OFF + time);
    const run = simulate({ ...problem, needleAfterwards }, { snapshotTimes });
    return (['tip', 'shaft'] as const).map((place) => ({
      name: `beside the ${place}, ${needle}`,
      points: SINCE.map((time) => [time, temperatureAt(run, PLACES[place], SWITCH_OFF + time)] as const),
      colour: place === 'tip' ? '#b34700' : '#00508c',
      dash: needleAfterwards === 'withdrawn' ? '7 4' : '',
      width: 2,
    }));
  },
);

export const picture: string = drawCoolDown(curves, {
  title: '22 G cannula in muscle: cooling 1 mm from the needle',
  subtitle: 'RF current, 80 °C at the sensor for 90 s',
});

console.table(rows);
writePicture('withdrawn-needle', picture);
