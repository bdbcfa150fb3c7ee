/** The colours of the style sheet, for a library that wants them as values. */
export const palettes = {
  light: { accent: '#0072b2', quiet: '#a7abb0', text: '#565a60', line: '#e9e9e6', strongLine: '#c6c7c5' },
  dark: { accent: '#56b4e9', quiet: '#686e76', text: '#a0a5ab', line: '#24282d', strongLine: '#464b53' },
} as const satisfies Record<'light' | 'dark', Record<string, string>>;
