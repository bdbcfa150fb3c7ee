import { join } from 'node:path';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import ts from 'typescript';

export const CLIENT_TYPES_FILE = join(import.meta.dirname, '../../../../packages/api-client/src/generated.ts');

const HEAD = `// Written by \`npm run api-client\` from the API's own OpenAPI document: change the API, not this.
`;
const BLOB = ts.factory.createTypeReferenceNode('Blob');
const PROBLEM = {
  description: 'What is wrong, and what to do.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** The types of packages/api-client, as text: they follow from the API's OpenAPI document alone. */
export async function clientTypes(document: object): Promise<string> {
  const nodes = await openapiTS(plain(document) as OpenAPI3, {
    alphabetize: true,
    // What has a default may be left out.
    defaultNonNullable: false,
    // A file is sent as one, not as a text.
    transform: (schema) => (schema.format === 'binary' ? BLOB : undefined),
  });
  return HEAD + astToString(nodes.map(withUndefined));
}

/** What may be left out may also be undefined, as in the contract: the checker is told to tell these two apart. */
function withUndefined(root: ts.Node): ts.Node {
  const { factory } = ts;
  const nothing = factory.createKeywordTypeNode(ts.SyntaxKind.UndefinedKeyword);
  const visitor =
    (context: ts.TransformationContext) =>
    (node: ts.Node): ts.Node => {
      const seen = ts.visitEachChild(node, visitor(context), context);
      if (!ts.isPropertySignature(seen) || seen.questionToken === undefined || seen.type === undefined) return seen;
      if (seen.type.kind === ts.SyntaxKind.NeverKeyword) return seen;
      const type = factory.createUnionTypeNode([seen.type, nothing]);
      return factory.updatePropertySignature(seen, seen.modifiers, seen.name, seen.questionToken, type);
    };
  return ts.transform(root, [(context) => visitor(context)]).transformed[0] ?? root;
}

/** Without examples and headers, and with one answer for all refusals: they have one shape. */
function plain(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(plain);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([name]) => !['example', 'examples', 'headers'].includes(name))
      .map(([name, child]) => [
        name,
        name === 'responses' ? successes(child) : name === 'properties' ? named(child) : plain(child),
      ]),
  );
}

/** Of properties the names are their own: one may well be called `examples`. */
function named(properties: object): object {
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, plain(schema)]));
}

function successes(responses: object): object {
  const own = Object.entries(responses).filter(([status]) => status.startsWith('2'));
  return { ...Object.fromEntries(own.map(([status, response]) => [status, plain(response)])), default: PROBLEM };
}
