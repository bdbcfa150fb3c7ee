/** What text needs on its ground: WCAG 2.2, 1.4.3. */
export const LEAST_CONTRAST = 4.5;

/** Contrast of a colour with white after WCAG 2.2, from 1 to 21. @param colour as `#0072b2` */
export function contrastWithWhite(colour: string): number {
  const [red, green, blue] = channels(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0) + 0.05);
}

/** The same hue, so much darker that text in it is readable on white. */
export function readable(colour: string): string {
  for (let share = 100; share > 0; share--) {
    const darker = `#${channels(colour)
      .map((channel) =>
        Math.round((channel * share) / 100)
          .toString(16)
          .padStart(2, '0'),
      )
      .join('')}`;
    if (contrastWithWhite(darker) >= LEAST_CONTRAST) return darker;
  }
  return '#000000';
}

function channels(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
