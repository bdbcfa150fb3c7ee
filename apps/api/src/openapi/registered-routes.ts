import type { FastifyInstance } from 'fastify';
import type { Endpoint } from '../http/endpoint.ts';

/** A route as Fastify has it; `endpoint` is missing where nobody declared it (it then refuses everybody). */
export interface RegisteredRoute {
  readonly method: string;
  /** With `:name` for parameters. */
  readonly path: string;
  readonly endpoint: Endpoint | undefined;
}

/**
 * Notes every route as it is registered, and gives each the body limit that it declares. The HEAD routes that
 * Fastify adds to every GET are left out.
 */
export function noteRoutes(fastify: FastifyInstance): readonly RegisteredRoute[] {
  const routes: RegisteredRoute[] = [];
  fastify.addHook('onRoute', (route) => {
    const endpoint = route.config?.endpoint;
    if (endpoint?.bodyLimit !== undefined) route.bodyLimit = endpoint.bodyLimit;
    for (const method of [route.method].flat()) {
      if (method !== 'HEAD') routes.push({ method, path: route.url, endpoint });
    }
  });
  return routes;
}
