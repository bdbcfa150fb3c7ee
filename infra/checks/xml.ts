// ClickHouse's configuration files, element by element.
import { join } from 'node:path';
import { z } from 'zod';
import type { Programs } from './programs.ts';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly inside: readonly Element[];
}

const element: z.ZodType<Element> = z.object({
  name: z.string(),
  attributes: z.record(z.string(), z.string()),
  text: z.string(),
  inside: z.lazy(() => z.array(element)),
});

/** `server`, `users` and `keeper`. */
export async function readClickHouseFiles(programs: Programs): Promise<readonly [Element, Element, Element]> {
  const paths = ['server', 'users', 'keeper'].map((name) => join(import.meta.dirname, `../clickhouse/${name}.xml`));
  return z.tuple([element, element, element]).parse(await programs.script('read_xml.py', paths));
}

/** The elements that a path of names leads to; `*` is any name. */
export function at(from: Element, path: string): readonly Element[] {
  return path
    .split('/')
    .reduce<readonly Element[]>(
      (elements, name) => elements.flatMap(({ inside }) => inside.filter((one) => name === '*' || one.name === name)),
      [from],
    );
}

export function texts(from: Element, path: string): readonly string[] {
  return at(from, path).map(({ text }) => text);
}

export function everything(from: Element): readonly Element[] {
  return [from, ...from.inside.flatMap(everything)];
}

/** The variables that values are taken from. */
export function fromEnvironment(from: Element): readonly string[] {
  return everything(from).flatMap(({ attributes }) => attributes['from_env'] ?? []);
}
