import { applyDecorators, HttpCode } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { z } from 'zod';
import type { ProblemCode } from './problem.ts';

/**
 * Who may call. `public`: anybody. `owner`: the owner, signed in or by key. `publication`: the owner, or a
 * key of the publication that the path names (where it names none: any valid caller).
 * `operator`: the owner, or whoever asks from this machine.
 */
export type Access = 'public' | 'owner' | 'publication' | 'operator';

/** All that is declared about a route: the gate, the validation and the OpenAPI document are made of it. */
export interface Endpoint {
  readonly access: Access;
  /** A sentence without a full stop. */
  readonly summary: string;
  readonly description?: string;
  readonly group:
    | 'Session'
    | 'Publications'
    | 'Issues'
    | 'Readers'
    | 'Sample'
    | 'Overview'
    | 'Reports'
    | 'Growth'
    | 'Offers'
    | 'Experiments'
    | 'Live'
    | 'Keys'
    | 'Quarantine'
    | 'Rebuild'
    | 'Rules'
    | 'Notes'
    | 'Exports'
    | 'Sharing'
    | 'Schedules'
    | 'Mail providers'
    | 'Connections'
    | 'Billing'
    | 'Imports'
    | 'Collection'
    | 'Health'
    | 'Dashboard';
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** Takes comma-separated values in place of JSON: the body is then a `CsvBody`. */
  readonly csv?: boolean;
  /** Takes a file of any kind and size, as application/octet-stream: the body is then the stream, and `bodyLimit` says nothing. */
  readonly bytes?: boolean;
  /** What a success looks like; left out: no body, or one of `mediaType`. */
  readonly answer?: z.ZodType;
  readonly mediaType?: string;
  /** Of a success; 200 where left out. */
  readonly status?: number;
  /** Under which `answer` comes where it is no success. */
  readonly failureStatus?: number;
  /** What may be refused beyond what holds for every route with this access. */
  readonly refusals?: readonly ProblemCode[];
  /** Bytes; 1 MB where left out. */
  readonly bodyLimit?: number;
  /** Left out of the OpenAPI document: what the browser loads, not an API. */
  readonly undocumented?: boolean;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    endpoint?: Endpoint;
  }
}

/** Declares a route. One without it refuses everybody. */
export function Serves(endpoint: Endpoint): MethodDecorator {
  return applyDecorators(RouteConfig({ endpoint }), HttpCode(endpoint.status ?? 200));
}
