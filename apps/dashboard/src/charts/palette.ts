/** The colours of the style sheet, for a library that wants them as values. */
export const palettes = {
  light: {
    accent: '#0072b2',
    quiet: '#a7abb0',
    human: '#0072b2',
    proxied: '#7cc0e9',
    prefetched: '#bdc0c4',
    scanner: '#5f646b',
    unclear: '#8f949b',
    band: '#e0e1e0',
    text: '#565a60',
    strongText: '#1c1d1f',
    accentText: '#00609a',
    line: '#e9e9e6',
    strongLine: '#c6c7c5',
  },
  dark: {
    accent: '#56b4e9',
    quiet: '#686e76',
    human: '#56b4e9',
    proxied: '#24709c',
    prefetched: '#565c64',
    scanner: '#b4b9be',
    unclear: '#7f858c',
    band: '#2b3037',
    text: '#a0a5ab',
    strongText: '#e8e8e6',
    accentText: '#7cc0e9',
    line: '#24282d',
    strongLine: '#464b53',
  },
} as const satisfies Record<'light' | 'dark', Record<string, string>>;

export type Palette = Record<keyof (typeof palettes)['light'], string>;
