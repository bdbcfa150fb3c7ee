const rules = new Intl.PluralRules('es');

/** `shown` is the number as it is written: plural(1, '1', 'lector', 'lectores') → «1 lector». */
export function plural(count: number, shown: string, one: string, other: string): string {
  return `${shown} ${rules.select(count) === 'one' ? one : other}`;
}
