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
    text: '#565a60',
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
    text: '#a0a5ab',
    line: '#24282d',
    strongLine: '#464b53',
  },
} as const satisfies Record<'light' | 'dark', Record<string, string>>;

export type Palette = Record<keyof (typeof palettes)['light'], string>;
