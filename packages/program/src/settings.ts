import type { Config } from '@readout/config';

/** Settings that a program cannot do without. */
class MissingSettingsError extends Error {
  readonly code = 'MISSING_SETTINGS';
}

/** What not every program needs. */
type Optional = 'kafka' | 'databaseUrl' | 'clickhouse' | 'relay' | 'publicUrl';
type Having<Key extends Optional> = Config & { readonly [Name in Key]: NonNullable<Config[Name]> };

/**
 * The settings, with those that this program needs.
 * @param sentences what to say of each that is missing
 * @throws {MissingSettingsError} with a line for each
 */
export function having<Key extends Optional>(config: Config, sentences: Readonly<Record<Key, string>>): Having<Key> {
  if (isHaving<Key>(config, Object.keys(sentences))) return config;
  const missing = Object.entries<string>(sentences).filter(([name]) => !isSet(config, name));
  throw new MissingSettingsError(missing.map(([, sentence]) => sentence).join('\n'));
}

function isHaving<Key extends Optional>(config: Config, names: readonly string[]): config is Having<Key> {
  return names.every((name) => isSet(config, name));
}

function isSet(config: Config, name: string): boolean {
  return Reflect.get(config, name) !== null;
}
