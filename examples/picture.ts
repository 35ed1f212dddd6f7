/** What every SVG picture has. */

/** What frames a picture; lengths in px. */
export interface PictureFrame {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly subtitle: string;
  /** Where the title begins. */
  readonly left: number;
  readonly fontSize?: number;
}

/** A length as it is written into a picture [px]. */
export const px = (value: number): string => String(Number(value.toFixed(1)));

/** A picture with its title on white. */
export function framePicture(
  { width, height, title, subtitle, left, fontSize = 15 }: PictureFrame,
  body: string,
): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${px(width)} ${px(height)}" width="${px(width)}" height="${px(height)}" font-family="Helvetica, Arial, sans-serif" font-size="${fontSize}">
<title>${title}. ${subtitle}.</title>
<rect width="100%" height="100%" fill="#fff"/>
<text x="${left}" y="25" font-size="16.5" font-weight="bold" fill="#111">${title}</text>
<text x="${left}" y="46" fill="#222">${subtitle}</text>
${body}
</svg>
`;
}
