import type { Style } from './typesetter.ts';

/** How a report looks. Lengths in points. */
export const PAGE = { width: 595.28, height: 841.89, left: 56, right: 56, top: 78, bottom: 64 } as const;
export const CONTENT_WIDTH = PAGE.width - PAGE.left - PAGE.right;

export const INK = { strong: '#1c1d1f', text: '#33363a', dim: '#62666c', line: '#d9dad8', faint: '#ececea' } as const;
/** Okabe and Ito's, for further series after the brand's own colour. */
export const SERIES = ['#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9'] as const;

export const STYLE = {
  display: { weight: 'strong', size: 30 },
  heading: { weight: 'strong', size: 17 },
  title: { weight: 'strong', size: 10.5 },
  text: { weight: 'regular', size: 9.5 },
  strong: { weight: 'strong', size: 9.5 },
  figure: { weight: 'strong', size: 21 },
  label: { weight: 'regular', size: 8.5 },
  small: { weight: 'regular', size: 7.5 },
  smallStrong: { weight: 'strong', size: 7.5 },
} as const satisfies Record<string, Style>;

/** A colour on white, so much of it as `share` says. */
export function tint(colour: string, share: number): string {
  const channel = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16);
    return Math.round(255 - (255 - value) * share)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}
