import { Button, createTheme, type MantineColorsTuple } from '@mantine/core';

/** Okabe and Ito's blue (#0072B2) and sky blue (#56B4E9), which every kind of colour vision tells from grey. */
const accent: MantineColorsTuple = [
  '#eaf4fa',
  '#d0e7f4',
  '#a3d0ea',
  '#7cc0e9',
  '#56b4e9',
  '#2b95cf',
  '#0f80c0',
  '#0072b2',
  '#005f96',
  '#004a75',
];

/** Slightly warm greys for dark surfaces; index 0 is text, 7 the page. */
const dark: MantineColorsTuple = [
  '#e8e8e6',
  '#c4c6c8',
  '#a0a5ab',
  '#6e747c',
  '#3c4148',
  '#2a2e34',
  '#1d2025',
  '#131518',
  '#0e1012',
  '#090a0b',
];

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  colors: { accent, dark },
  black: '#1c1d1f',
  defaultRadius: 'sm',
  components: {
    // Mantine chooses the text of a filled button for the light scheme's shade only; the dark one's is lighter.
    Button: Button.extend({
      vars: (_theme, { variant = 'filled' }) => ({
        root: variant === 'filled' ? { '--button-color': 'var(--on-accent)' } : {},
      }),
    }),
  },
  respectReducedMotion: true,
  cursorType: 'pointer',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace',
});
