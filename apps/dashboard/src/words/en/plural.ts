const rules = new Intl.PluralRules('en');

/** `shown` is the number as it is written: plural(1, '1', 'reader', 'readers') → "1 reader". */
export function plural(count: number, shown: string, one: string, other: string): string {
  return `${shown} ${rules.select(count) === 'one' ? one : other}`;
}
