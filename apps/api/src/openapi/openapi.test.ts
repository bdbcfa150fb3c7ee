import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as contract from '@readout/api-contract';
import { z } from 'zod';
import { type ApiInTest, startApi } from '../testing/api-in-test.ts';
import { CLIENT_TYPES_FILE, clientTypes } from '../testing/client-types.ts';
import { EXAMPLES } from './examples.ts';
import type { RegisteredRoute } from './registered-routes.ts';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const COMPONENTS = '#/components/schemas/';

let api: ApiInTest;
// biome-ignore lint/suspicious/noExplicitAny: tests look at what is really there
let document: any;
beforeAll(async () => {
  api = await startApi();
  document = (await api.call('GET', '/api/openapi.json', { key: null })).json;
}, 60_000);
afterAll(async () => api.close());

interface Operation {
  readonly where: string;
  readonly route: RegisteredRoute;
  // biome-ignore lint/suspicious/noExplicitAny: tests look at what is really there
  readonly is: any;
}
const documented = () => api.routes.filter(({ endpoint }) => endpoint !== undefined && !endpoint.undocumented);
const operations = (): Operation[] =>
  documented().map((route) => ({
    where: `${route.method} ${route.path}`,
    route,
    is: document.paths[route.path.replace(/:(\w+)/g, '{$1}')]?.[route.method.toLowerCase()],
  }));
/** What is wrong, by where; nothing where all is well. */
const faults = (find: (operation: Operation) => unknown) =>
  operations().flatMap((operation) => {
    const found = find(operation);
    return found === null || found === undefined || found === false ? [] : [[operation.where, found]];
  });

/** Everything in the document that is an object, with its place. */
function* objectsIn(node: unknown, place = '#'): Generator<readonly [string, Record<string, unknown>]> {
  if (typeof node !== 'object' || node === null) return;
  if (!Array.isArray(node)) yield [place, node as Record<string, unknown>];
  for (const [name, child] of Object.entries(node)) yield* objectsIn(child, `${place}/${name}`);
}

/** A schema of the document as one that can be asked, with what it refers to. */
function published(schema: unknown): z.ZodType {
  const all = JSON.stringify({ $defs: document.components.schemas, root: schema });
  const { $defs, root } = JSON.parse(all.replaceAll(COMPONENTS, '#/$defs/'));
  return z.fromJSONSchema({ ...root, $defs });
}
const refusalOf = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues ?? null;

/** The contract's schemas by the names that the document gives them. */
const named = new Map(
  Object.entries(contract).flatMap(([name, value]) =>
    value instanceof z.ZodType ? [[name.charAt(0).toUpperCase() + name.slice(1), value] as const] : [],
  ),
);

describe('the OpenAPI document', () => {
  test('is there for anybody, as JSON, and says what it is', async () => {
    const { status, headers } = await api.call('GET', '/api/openapi.json', { key: null });
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/^application\/json/);
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    expect(document.info).toMatchObject({ title: 'Readout', version: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
    expect(document.info.license).toEqual({ name: 'Apache-2.0', identifier: 'Apache-2.0' });
    expect(document.servers).toEqual([{ url: 'https://read.example.com' }]);
    expect(Object.keys(document).sort()).toEqual(['components', 'info', 'openapi', 'paths', 'servers']);
  });

  test('has every route that is there, and no other', () => {
    const there = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.keys(item as object).map((method) => `${method} ${path}`),
    );
    expect(there.sort()).toEqual(
      documented()
        .map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`)
        .sort(),
    );
    expect(there.length).toBeGreaterThan(20);
    expect(there.every((one) => METHODS.includes(one.split(' ')[0] ?? ''))).toBe(true);
    for (const path of Object.keys(document.paths)) expect(path).toMatch(/^\/[\w./{}-]*$/);
  });

  test('tells of each operation in one sentence what it does, under a name of its own', () => {
    expect(faults(({ is }) => !/^[A-Z].{5,}[^.]$/.test(is.summary) && is.summary)).toEqual([]);
    expect(faults(({ is }) => !/^(?=.*\w).+\.$/.test(is.description) && is.description)).toEqual([]);
    expect(faults(({ is }) => is.tags.length !== 1)).toEqual([]);
    const ids = operations().map(({ is }) => is.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z][\w]+$/.test(id))).toEqual([]);
  });

  test('says of each operation who may call it, by schemes that it describes', () => {
    const schemes = Object.keys(document.components.securitySchemes);
    expect(schemes.sort()).toEqual(['key', 'session']);
    expect(document.components.securitySchemes.session).toMatchObject({ in: 'cookie', name: 'readout_session' });
    expect(document.components.securitySchemes.key).toMatchObject({ type: 'http', scheme: 'bearer' });
    const wanted = {
      public: [],
      owner: [{ session: [] }, { key: [] }],
      publication: [{ session: [] }, { key: [] }],
      operator: [{}, { session: [] }, { key: [] }],
    };
    for (const { where, route, is } of operations()) {
      expect([where, is.security]).toEqual([where, wanted[route.endpoint?.access ?? 'public']]);
    }
  });

  test('declares each parameter of a path, once, with an example that fits', () => {
    for (const { where, route, is } of operations()) {
      const declared = (is.parameters ?? []).filter((one: { in: string }) => one.in === 'path');
      const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name);
      expect([where, declared.map((one: { name: string }) => one.name)]).toEqual([where, names]);
      for (const { required, description, schema, example } of declared) {
        expect([where, required, typeof description]).toEqual([where, true, 'string']);
        expect([where, refusalOf(published(schema), example)]).toEqual([where, null]);
      }
    }
  });

  test('declares the query of every route that takes one, also where its schema has a name', () => {
    expect(
      faults(
        ({ is, route }) =>
          route.endpoint?.query !== undefined && !is.parameters?.some((one: { in: string }) => one.in === 'query'),
      ),
    ).toEqual([]);
  });

  test('declares the queries that lists take', () => {
    const list = document.paths['/api/v1/publications/{publication}/issues'].get;
    const queries = list.parameters.filter((one: { in: string }) => one.in === 'query');
    expect(queries.map(({ name, required }: Record<string, unknown>) => [name, required])).toEqual([
      ['limit', false],
      ['cursor', false],
      ['sort', false],
      ['q', false],
      ['from', false],
      ['to', false],
      ['audience', false],
      ['tag', false],
      ['weekday', false],
    ]);
    expect(queries[0].schema).toMatchObject({ type: 'integer', minimum: 1, maximum: 200, default: 50 });
  });

  test('describes one success of each operation, as it really is answered', () => {
    for (const { where, route, is } of operations()) {
      const { status = 200, answer, mediaType } = route.endpoint ?? {};
      const successes = Object.keys(is.responses).filter((code) => /^2\d\d$/.test(code));
      expect([where, successes]).toEqual([where, [String(status)]]);
      const types = Object.keys(is.responses[status].content ?? {});
      const type = answer === undefined ? mediaType : 'application/json';
      expect([where, types]).toEqual([where, type === undefined ? [] : [type]]);
      const takes = route.endpoint?.body !== undefined || route.endpoint?.bytes === true;
      expect([where, is.requestBody !== undefined]).toEqual([where, takes]);
    }
  });

  test('describes refusals as problems, with an example of each code', () => {
    const problem = published({ $ref: `${COMPONENTS}Problem` });
    for (const { where, route, is } of operations()) {
      const statuses = Object.keys(is.responses).filter(
        (code) => !code.startsWith('2') && isProblem(is.responses[code]),
      );
      for (const status of statuses) {
        const { schema, examples } = is.responses[status].content['application/problem+json'];
        expect([where, schema]).toEqual([where, { $ref: `${COMPONENTS}Problem` }]);
        expect(is.responses[status].description).not.toBe('');
        for (const [code, { value }] of Object.entries<{ value: Record<string, unknown> }>(examples)) {
          expect([where, refusalOf(problem, value)]).toEqual([where, null]);
          expect([where, value['code'], value['status']]).toEqual([where, code, Number(status)]);
        }
      }
      const codes = statuses.flatMap((status) =>
        Object.keys(is.responses[status].content['application/problem+json'].examples),
      );
      const { access, body, query, refusals = [] } = route.endpoint ?? {};
      expect([where, codes]).toEqual([
        where,
        expect.arrayContaining([
          ...(access === 'public' ? [] : ['unauthenticated']),
          ...(access === 'owner' || access === 'operator' ? ['forbidden'] : []),
          ...(body === undefined && query === undefined ? [] : ['invalid_request']),
          ...(body === undefined ? [] : ['malformed_request', 'body_too_large', 'unsupported_media_type']),
          ...(route.path.includes('/:') ? ['not_found'] : []),
          ...refusals,
        ]),
      ]);
    }
  });
  const isProblem = (response: { content?: object }) => 'application/problem+json' in (response.content ?? {});

  test('tells of the answer of a process that is not ready', () => {
    const { responses } = document.paths['/readyz'].get;
    expect(responses['503'].content['application/json'].schema).toEqual(
      responses['200'].content['application/json'].schema,
    );
  });

  test('refers to nothing that is not there, and to everything that is', () => {
    const references = [...objectsIn(document)].flatMap(([, { $ref }]) => (typeof $ref === 'string' ? [$ref] : []));
    const there = ['schemas', 'headers'].flatMap((kind) =>
      Object.keys(document.components[kind]).map((name) => `#/components/${kind}/${name}`),
    );
    expect(references.filter((one) => !there.includes(one))).toEqual([]);
    expect(references.length).toBeGreaterThan(30);
  });

  test('holds no remains of how its schemas were made', () => {
    const remains = [...objectsIn(document)].filter(
      ([, node]) => '$schema' in node || '$id' in node || '~standard' in node,
    );
    expect(remains).toEqual([]);
  });
});

describe('the client', () => {
  test('has the types of this document: `npm run api-client` writes them anew', async () => {
    const [written, there] = [await clientTypes(document), readFileSync(CLIENT_TYPES_FILE, 'utf8')];
    // Line by line: the first that differs says where.
    const lines = there.split('\n');
    expect(written.split('\n').find((line, at) => line !== lines[at])).toBeUndefined();
    expect(written === there).toBe(true);
  }, 60_000);
});

describe('the examples', () => {
  test('are there for every schema of the contract, and stand in the document', () => {
    expect(Object.keys(EXAMPLES).sort()).toEqual([...named.keys()].sort());
    expect(Object.keys(document.components.schemas).sort()).toEqual([...named.keys()].sort());
    for (const [name, schema] of Object.entries<{ examples: unknown[] }>(document.components.schemas)) {
      expect([name, schema.examples]).toEqual([name, [EXAMPLES[name]]]);
    }
  });

  test.each([...named])('of %s is one, with nothing left out and nothing besides', (name, schema) => {
    const parsed = schema.parse(EXAMPLES[name]);
    // Answers leave as they are; what is sent may be filled up with what may be left out.
    if (!name.endsWith('Request')) expect(parsed).toEqual(EXAMPLES[name]);
    else expect(parsed).toMatchObject(EXAMPLES[name] as object);
  });

  test.each([...named.keys()])('of %s is one by the published schema as well', (name) => {
    expect(refusalOf(published({ $ref: COMPONENTS + name }), EXAMPLES[name])).toBeNull();
  });
});

describe('what the API answers', () => {
  test('is what the document says', async () => {
    const publication = (await api.call('POST', '/api/v1/publications', { body: EXAMPLES['CreatePublicationRequest'] }))
      .json;
    const base = '/api/v1/publications/{publication}';
    const issue = (
      await api.call('POST', `/api/v1/publications/${publication.id}/issues`, { body: EXAMPLES['CreateIssueRequest'] })
    ).json;
    const calls = [
      ['GET', '/api/v1/publications', undefined],
      ['GET', base, undefined],
      ['PATCH', base, EXAMPLES['UpdatePublicationRequest']],
      ['GET', `${base}/issues`, undefined],
      ['GET', `${base}/issues/choices`, undefined],
      ['POST', `${base}/issues`, EXAMPLES['CreateIssueRequest']],
      ['GET', `${base}/issues/{issue}`, undefined],
      ['PATCH', `${base}/issues/{issue}`, EXAMPLES['UpdateIssueRequest']],
      ['GET', `${base}/issues/{issue}/editions/{edition}`, undefined],
      ['GET', `${base}/issues/{issue}/editions`, undefined],
      ['GET', `${base}/issues/{issue}/editions/{edition}/preview`, undefined],
      ['POST', `${base}/issues/{issue}/recipients`, EXAMPLES['RecipientsRequest']],
      ['GET', `${base}/issues/{issue}/report`, undefined],
      ['GET', `${base}/issues/{issue}/events`, undefined],
      ['GET', `${base}/issues/{issue}/usual`, undefined],
      ['GET', `${base}/issues/{issue}/clients`, undefined],
      ['GET', `${base}/issues/{issue}/domains`, undefined],
      ['POST', `${base}/notes`, { text: 'Panel appearance' }],
      ['GET', `${base}/notes`, undefined],
      ['GET', `${base}/issues/{issue}/reading`, undefined],
      ['GET', `${base}/issues/{issue}/paywall`, undefined],
      ['GET', `${base}/issues/{issue}/audience`, undefined],
      ['GET', `${base}/machines`, undefined],
      ['POST', '/api/v1/keys', { name: 'Spreadsheet', publication: publication.id }],
      ['GET', '/api/v1/keys', undefined],
      ['GET', '/api/v1/quarantine', undefined],
      ['GET', '/api/v1/collection', undefined],
      ['GET', '/api/v1/sample', undefined],
      ['GET', '/api/v1/session', undefined],
      ['GET', '/healthz', undefined],
      ['GET', '/readyz', undefined],
      ['GET', '/api/v1/publications/2NothingHere', undefined],
    ] as const;
    for (const [method, template, body] of calls) {
      const path = template
        .replace('{publication}', publication.id)
        .replace('{issue}', issue.id)
        .replace('{edition}', 'whole');
      const { status, headers, json } = await api.call(method, path, { body });
      const item = document.paths[template] ?? document.paths[base];
      const type = headers['content-type']?.split(';')[0] ?? '';
      const schema = item[method.toLowerCase()].responses[status]?.content?.[type]?.schema;
      expect([method, template, status, type, schema === undefined]).toEqual([method, template, status, type, false]);
      expect([method, template, refusalOf(published(schema), json)]).toEqual([method, template, null]);
    }
  });
});
