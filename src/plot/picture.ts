/** What every picture has: its size, its title, its words for those who cannot see it. */
import { round } from './lines.js';
import { drawText, escapeText, wrapText } from './text.js';

/** Where a picture is read: a column of a journal, 85 mm wide, or a slide. */
export type PlotSize = 'column' | 'slide';

/** What every picture can be told. */
export interface PlotOptions {
  /** Default 'column'. */
  readonly size?: PlotSize;
  /** Above the picture; left out, it says what was done. */
  readonly title?: string;
}

/** Sizes of a picture and of its words [pt]. */
export interface Format {
  readonly width: number;
  readonly title: number;
  readonly text: number;
  /** Thinnest line that prints. */
  readonly line: number;
}

/** [pt/mm] */
const POINT = 72 / 25.4;

export const FORMATS: Readonly<Record<PlotSize, Format>> = {
  column: { width: 85 * POINT, title: 8, text: 6.6, line: 0.6 },
  slide: { width: 190 * POINT, title: 20, text: 16, line: 1.4 },
};

/** The head of a picture, and where it ends [pt]. */
export interface Head {
  readonly title: string;
  readonly body: string;
  readonly bottom: number;
}

/** Room around everything [pt]. */
export const marginOf = ({ text }: Format): number => 0.6 * text;

/** Title and caption, in as many lines as they need. */
export function makeHead(format: Format, title: string, caption: string): Head {
  const margin = marginOf(format);
  const room = format.width - 2 * margin;
  let y = margin;
  const lineOf = (size: number, bold: boolean) => {
    return (words: string): string => {
      y += 1.22 * size;
      return drawText(margin, y - 0.3 * size, words, { size, bold });
    };
  };
  const titles = wrapText(title, format.title, room, true).map(lineOf(format.title, true));
  const captions = wrapText(caption, format.text, room).map(lineOf(format.text, false));
  return { title, body: [...titles, ...captions].join('\n'), bottom: y + 0.5 * format.text };
}

/** A whole picture on white. */
export function framePicture(
  { width }: Format,
  height: number,
  head: Head,
  description: string,
  body: string,
): string {
  const inMillimetres = (length: number): string => `${round(length / POINT)}mm`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${round(width)} ${round(height)}" width="${inMillimetres(width)}" height="${inMillimetres(height)}" role="img" font-family="Helvetica, Arial, 'Liberation Sans', sans-serif">
<title>${escapeText(head.title)}</title>
<desc>${escapeText(description)}</desc>
<rect width="100%" height="100%" fill="#fff"/>
${head.body}
${body}
</svg>
`;
}
