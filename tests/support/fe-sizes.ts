import type { LesionEstimate } from '../../src/index.js';
import type { Statement } from './claim-record.js';
import { referenceKey } from './reference-key.js';

/** What the reference has of a border [mm, mm³]. */
interface ReferenceSize {
  readonly width: number;
  readonly length: number;
  readonly distalReach: number;
  readonly proximalReach: number;
  readonly volume: number;
  readonly widestAt: number;
  readonly volumeWithNeedle: number;
}

/** Where the needle is that a volume takes along [mm]. */
interface Needle {
  readonly radius: number;
  /** Its sleeve. */
  readonly above?: { readonly from: number; readonly radius: number };
}

/** One size against the reference. */
export interface RelativeSize {
  readonly name: string;
  /** `widestAt` is apart: where a lesion is widest is flat, and each program has its own rule for the middle of it. */
  readonly kind: 'length' | 'volume' | 'widestAt';
  /** As a part of the width, or of the volume. */
  readonly error: number;
  /** The same; null where it says nothing of this number. */
  readonly bar: number | null;
}

const LENGTHS = ['width', 'length', 'distalReach', 'proximalReach'] as const;
const INSTANTS = ['atSwitchOff', 'final'] as const;

/** All sizes of all borders at both instants against the reference. */
export function relativeSizes(
  { lesions }: LesionEstimate,
  contours: Readonly<Record<(typeof INSTANTS)[number], Readonly<Record<string, ReferenceSize>>>>,
  { radius, above = { from: Infinity, radius } }: Needle,
): RelativeSize[] {
  return lesions.flatMap((lesion) =>
    INSTANTS.flatMap((instant): RelativeSize[] => {
      const key = referenceKey(lesion.criterion);
      const theirs = contours[instant][key]!;
      const ours = lesion[instant];
      const name = (size: string): string => `${key} ${instant} ${size}`;
      const lengths = LENGTHS.map((size): RelativeSize => {
        const { value, numericalError } = ours[size];
        const part = (mm: number): number => mm / theirs.width;
        return {
          name: name(size),
          kind: 'length',
          error: Math.abs(part(value * 1e3 - theirs[size])),
          bar: part(numericalError! * 1e3),
        };
      });
      const volume = ours.volume.value * 1e9;
      const top = theirs.proximalReach + 5;
      const needle =
        Math.PI * (radius ** 2 * top + (above.radius ** 2 - radius ** 2) * Math.max(top - above.from, 0));
      return [
        ...lengths,
        {
          name: name('volume'),
          kind: 'volume',
          error: Math.abs(volume / theirs.volume - 1),
          bar: (ours.volume.numericalError! * 1e9) / theirs.volume,
        },
        {
          name: name('volumeWithNeedle'),
          kind: 'volume',
          error: Math.abs((volume + needle) / theirs.volumeWithNeedle - 1),
          bar: null,
        },
        {
          name: name('widestAt'),
          kind: 'widestAt',
          error: Math.abs(ours.widestAt.value * 1e3 - theirs.widestAt) / theirs.width,
          bar: null,
        },
      ];
    }),
  );
}

/** The claims about a finite-element solution at a resolution. */
export interface FeStatements {
  readonly lengths: Statement;
  readonly volumes: Statement;
  readonly widestAt: Statement;
  readonly temperatures: Statement;
  readonly more: (id: string, what: string, unit: string) => Statement;
}

/** Makes them. */
export function feStatements(about: {
  readonly name: string;
  /** The case, and the equations. */
  readonly what: string;
  readonly equations: string;
}): (resolution: string) => FeStatements {
  return (resolution) => {
    const more = (id: string, what: string, unit: string): Statement => ({
      id: `${about.name}/${resolution}/${id}`,
      kind: 'finite elements',
      claim: `${about.what}, \`${resolution}\`: ${what.toLowerCase()[0]!}${what.slice(1)}`,
      definition: about.equations,
      source: `independent finite elements, \`tests/validation/data/${about.name}.json\``,
      grids: `the presets of \`${resolution}\``,
      unit,
    });
    return {
      more,
      lengths: more(
        'lengths',
        'Width, length and both reaches of seven borders at switch-off and at the end, as parts of the width',
        '%',
      ),
      volumes: more('volumes', 'Volumes of seven borders, without the needle and with it', '%'),
      widestAt: more(
        'widest-at',
        'Height at which each border is widest, as a part of the width; the programs differ in the rule',
        '%',
      ),
      temperatures: more('temperatures', 'Temperatures in tissue at 9 places and 24 times', '°C'),
    };
  };
}
