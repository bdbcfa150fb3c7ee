const SYSTEMS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['iOS', /iPhone|iPad|iPod|\biOS\b/],
  ['Android', /Android/],
  // Outlook below 16 and eM Client run on Windows alone, and do not say so.
  ['Windows', /Windows|\bms-office\b|\beMClient\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['macOS', /Macintosh|Mac OS X|\bmacOS\b/],
  ['Linux', /Linux|X11|BSD/],
];

/** The operating system that a user agent names, or `other`. */
export function systemOf(agent: string): string {
  return SYSTEMS.find(([, pattern]) => pattern.test(agent))?.[0] ?? 'other';
}
