import { REPORT_KINDS } from '@readout/api-contract';
import { MAIL_PROVIDERS, REPORTING_SYSTEMS } from '@readout/events';
import type { z } from 'zod';
import type { Access, Endpoint } from '../http/endpoint.ts';
import { PROBLEM_CODES, type ProblemCode, problemOf, Refusal, statusOf } from '../http/problem.ts';
import { RATE_LIMIT_HEADERS, RETRY_AFTER_HEADER } from '../http/rate-limit-headers.ts';
import { SESSION_COOKIE } from '../session/cookie.ts';
import type { RegisteredRoute } from './registered-routes.ts';
import { componentSchemas, type JsonSchema, ownSchemaOf, schemaOf } from './schemas.ts';

type Json = Readonly<Record<string, unknown>>;

const SECURITY: Readonly<Record<Access, readonly Json[]>> = {
  public: [],
  owner: [{ session: [] }, { key: [] }],
  publication: [{ session: [] }, { key: [] }],
  operator: [{}, { session: [] }, { key: [] }],
};
const WHO: Readonly<Record<Access, string>> = {
  public: 'Anybody may call this.',
  owner: 'For the owner.',
  publication: 'For the owner, and for keys of the publication.',
  operator: "For the owner, and for whoever asks from the server's own machine.",
};
const REFUSED: Readonly<Record<Access, readonly ProblemCode[]>> = {
  public: [],
  owner: ['unauthenticated', 'forbidden', 'too_many_requests'],
  publication: ['unauthenticated', 'too_many_requests'],
  operator: ['unauthenticated', 'forbidden', 'too_many_requests'],
};
const PARAMETERS: Readonly<Record<string, Json>> = {
  reader: { description: 'Number of a reader.', schema: { type: 'integer' }, example: 4_812 },
  import: { description: 'Id of the import.', schema: { type: 'string' }, example: 'Jm4tZs8WqLpE' },
  name: { description: 'Name of the file.', schema: { type: 'string' }, example: 'export.zip' },
  publication: { description: 'Id of the publication.', schema: { type: 'string' }, example: '7Qm2XkVb9TcR' },
  issue: { description: 'Id of the issue.', schema: { type: 'string' }, example: 'hB4tZs8WqLpE' },
  offer: { description: 'Id of the offer.', schema: { type: 'string' }, example: 'oF7dNs2hLbYc' },
  experiment: { description: 'Id of the experiment.', schema: { type: 'string' }, example: 'Ex5tRk8mQwZp' },
  file: { description: 'What, and in which format.', schema: { type: 'string' }, example: 'events.parquet' },
  check: { description: 'Number of the check.', schema: { type: 'integer' }, example: 4_026_531_841 },
  schedule: { description: 'Id of the schedule.', schema: { type: 'string' }, example: 'Sc8tKz4WqLpE' },
  run: { description: 'Id of the run.', schema: { type: 'string' }, example: 'Ru2mVx7RgYmA' },
  export: { description: 'Id of the export.', schema: { type: 'string' }, example: 'Xp4kTz9WqLnE' },
  share: { description: 'Id of the link.', schema: { type: 'string' }, example: 'Sh5kTz9WqLnE' },
  token: {
    description: 'Secret of the link.',
    schema: { type: 'string' },
    example: 'rs_4pZr1xVnQ8cTjW0bKyH6mDfLs2uEaG9oNi7vXq3RtYw',
  },
  note: { description: 'Id of the note.', schema: { type: 'string' }, example: 'Rk3vNc8TzWpQ' },
  provider: {
    description: 'Which mail provider.',
    schema: { enum: [...MAIL_PROVIDERS] },
    example: 'mailgun',
  },
  system: {
    description: 'Which billing system.',
    schema: { enum: [...REPORTING_SYSTEMS] },
    example: 'stripe',
  },
  kind: { description: 'Which report.', schema: { enum: [...REPORT_KINDS] }, example: 'issue' },
  edition: { description: 'Which edition.', schema: { enum: ['whole', 'cut'] }, example: 'whole' },
  key: { description: 'Number of the key.', schema: { type: 'integer', minimum: 1 }, example: 3 },
};

/** The OpenAPI 3.1 document of the routes that are really there. */
export function openApiDocument(routes: readonly RegisteredRoute[], serverUrl: string): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const { method, path, endpoint } of routes) {
    if (endpoint === undefined || endpoint.undocumented) continue;
    const templated = path.replace(/:(\w+)/g, '{$1}');
    paths[templated] = { ...paths[templated], [method.toLowerCase()]: operation(method, path, endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Readout',
      version: '1.0.0',
      description:
        'Reader analytics for a paid newsletter. Errors are problem details after RFC 9457. Lists come page by page: `cursor` takes `next` of the page before. Each key and each session may make so many requests a minute as `RateLimit-Policy` says; `RateLimit` says how many are left.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: serverUrl }],
    paths,
    components: {
      schemas: namedCodes(componentSchemas()),
      headers: { ...RATE_LIMIT_HEADERS, ...RETRY_AFTER_HEADER },
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: SESSION_COOKIE,
          description:
            'Set by signing in. Requests that change something must then be JSON and come from the same site.',
        },
        key: {
          type: 'http',
          scheme: 'bearer',
          description: "An API key: an owner's, or one of a single publication.",
        },
      },
    },
  };
}

const TOO_MANY = statusOf('too_many_requests');
/** A file as it is. */
const BYTES = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } };

function operation(method: string, path: string, endpoint: Endpoint): Json {
  const { summary, description, access, group, query, body, csv, bytes } = endpoint;
  const parameters = [...pathParameters(path), ...(query === undefined ? [] : queryParameters(query))];
  return {
    operationId: operationId(method, path),
    summary,
    description: [description, WHO[access]].filter(Boolean).join(' '),
    tags: [group],
    security: SECURITY[access],
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(bytes === true ? { requestBody: { required: true, content: BYTES } } : {}),
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: {
              'application/json': { schema: schemaOf(body, 'input') },
              ...(csv === true ? { 'text/csv': BYTES['application/octet-stream'] } : {}),
            },
          },
        }),
    responses: { ...withHeaders(answers(endpoint), access), ...refusals(method, path, endpoint) },
  };
}

function answers({ status = 200, failureStatus, answer, mediaType, summary }: Endpoint): Json {
  if (answer !== undefined) {
    const content = { 'application/json': { schema: schemaOf(answer, 'output') } };
    return {
      [status]: { description: summary, content },
      ...(failureStatus === undefined
        ? {}
        : { [failureStatus]: { description: 'The same, where it is not so', content } }),
    };
  }
  if (mediaType === undefined) return { [status]: { description: summary } };
  return { [status]: { description: summary, content: { [mediaType]: { schema: { type: 'string' } } } } };
}

const headersOf = (names: readonly string[]) => ({
  headers: Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }])),
});

/** Whoever is known is told how they stand. */
function withHeaders(responses: Json, access: Access): Json {
  if (access === 'public') return responses;
  const headers = headersOf(Object.keys(RATE_LIMIT_HEADERS));
  return Object.fromEntries(
    Object.entries(responses).map(([status, response]) => [status, { ...(response as Json), ...headers }]),
  );
}

/** What the code of a problem can be: the contract leaves it open, since a newer server may know more. */
function namedCodes(schemas: Record<string, JsonSchema>): Record<string, JsonSchema> {
  const { properties, ...problem } = schemas['Problem'] as JsonSchema & { readonly properties: Json };
  const code = { ...(properties['code'] as Json), enum: [...PROBLEM_CODES] };
  return { ...schemas, Problem: { ...problem, properties: { ...properties, code } } };
}

/** Grouped by status, since several codes may share one. */
function refusals(method: string, path: string, endpoint: Endpoint): Json {
  const { access, query, body, refusals: own = [] } = endpoint;
  const possible = new Set<ProblemCode>([...REFUSED[access], ...own]);
  if (query !== undefined || body !== undefined) possible.add('invalid_request');
  if (body !== undefined)
    for (const code of ['malformed_request', 'body_too_large', 'unsupported_media_type'] as const) possible.add(code);
  if (path.includes('/:')) possible.add('not_found');
  if (method !== 'GET') possible.add('cross_site');
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of PROBLEM_CODES.filter((one) => possible.has(one))) {
    byStatus.set(statusOf(code), [...(byStatus.get(statusOf(code)) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.map((code) => problemOf(new Refusal(code, '')).title).join('; or: '),
        ...(status === TOO_MANY ? headersOf(Object.keys(RETRY_AFTER_HEADER)) : {}),
        content: {
          'application/problem+json': {
            schema: { $ref: '#/components/schemas/Problem' },
            examples: Object.fromEntries(
              codes.map((code) => [code, { value: problemOf(new Refusal(code, 'What is wrong, and what to do.')) }]),
            ),
          },
        },
      },
    ]),
  );
}

function pathParameters(path: string): Json[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    ...PARAMETERS[name],
  }));
}

function queryParameters(query: z.ZodType): Json[] {
  const { properties = {}, required = [] } = ownSchemaOf(query, 'input') as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

/** Such as `get_publications_issues_report`: made of the path, so that it stays when the wording changes. */
function operationId(method: string, path: string): string {
  const words = path
    .replace(/^\/api\/v1/, '')
    .split('/')
    .flatMap((part) =>
      part === ''
        ? []
        : part.startsWith(':')
          ? [`by_${part.slice(1).replace(/\W/g, '_')}`]
          : [part.replace(/\W/g, '_')],
    );
  return [method.toLowerCase(), ...words].join('_');
}
