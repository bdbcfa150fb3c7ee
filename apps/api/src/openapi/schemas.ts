import * as contract from '@readout/api-contract';
import { z } from 'zod';
import { EXAMPLES } from './examples.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

const REFERENCE = '#/components/schemas/';
const isRequest = (name: string) => /Request$/.test(name);

/** The contract's schemas by the name that they have in the document. */
const NAMED_SCHEMAS: ReadonlyMap<string, z.ZodType> = new Map(
  Object.entries(contract).flatMap(([name, value]) =>
    value instanceof z.ZodType ? [[`${name.charAt(0).toUpperCase()}${name.slice(1)}`, value] as const] : [],
  ),
);
const names = new Map([...NAMED_SCHEMAS].map(([name, schema]) => [schema, name]));

/** All named schemas, for `components`: requests as they are sent, answers as they come. */
export function componentSchemas(): Record<string, JsonSchema> {
  return { ...described('input'), ...described('output') };
}

/** A schema itself, whatever name it has: of a query, whose parts are parameters of their own. */
export function ownSchemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  return bare(z.toJSONSchema(schema, { io }));
}

/** A reference to a named schema, or the schema itself where it has no name. */
export function schemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const name = names.get(schema);
  return name === undefined ? ownSchemaOf(schema, io) : { $ref: `${REFERENCE}${name}` };
}

function described(io: 'input' | 'output'): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>();
  for (const [name, schema] of NAMED_SCHEMAS) {
    if (isRequest(name) === (io === 'input')) registry.add(schema, { id: name });
  }
  const { schemas } = z.toJSONSchema(registry, { io, uri: (id) => `${REFERENCE}${id}` });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      const example = EXAMPLES[name];
      return [name, { ...bare(schema), ...(example === undefined ? {} : { examples: [example] }) }];
    }),
  );
}

/** `$schema` and `$id` belong to documents of their own. */
function bare(schema: object): JsonSchema {
  return Object.fromEntries(
    Object.entries(schema).filter(([key]) => !['$schema', '$id', 'id', '~standard'].includes(key)),
  );
}
