// What our processes read from the environment, as packages/config has it.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readConfig } from '@readout/config';

const CONFIG = join(import.meta.dirname, '../../packages/config/src/config.ts');

/** The names of all variables. */
export async function knownSettings(): Promise<ReadonlySet<string>> {
  const source = await readFile(CONFIG, 'utf8');
  const [, inside = ''] = /const environment = z\.object\(\{\n([\s\S]*?)\n\}\);/.exec(source) ?? [];
  return new Set([...inside.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name = '']) => name));
}

/** What is wrong with these variables, a sentence each. `needed`: what the process cannot do without. */
export function faults(
  known: ReadonlySet<string>,
  variables: Readonly<Record<string, string>>,
  needed: readonly ('kafka' | 'databaseUrl' | 'clickhouse' | 'publicUrl' | 'apiKey')[],
): string[] {
  const unknown = Object.keys(variables).filter((name) => !known.has(name));
  const problems = unknown.map((name) => `there is no setting ${name}`);
  try {
    const config = readConfig(variables);
    for (const name of needed) if (config[name] === null) problems.push(`${name} is not set`);
  } catch (error) {
    problems.push(String(error));
  }
  return problems;
}
