import { Controller, Get, Inject } from '@nestjs/common';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { Serves } from '../http/endpoint.ts';
import { openApiDocument } from './document.ts';
import type { RegisteredRoute } from './registered-routes.ts';

export const REGISTERED_ROUTES = Symbol('RegisteredRoutes');

@Controller('api/openapi.json')
export class OpenApiController {
  #document: object | null = null;

  constructor(
    @Inject(DEPENDENCIES) private readonly deps: ApiDependencies,
    @Inject(REGISTERED_ROUTES) private readonly routes: readonly RegisteredRoute[],
  ) {}

  @Get()
  @Serves({
    group: 'Health',
    access: 'public',
    summary: 'Describe this API (OpenAPI 3.1)',
    mediaType: 'application/json',
  })
  document(): object {
    this.#document ??= openApiDocument(this.routes, this.deps.publicUrl);
    return this.#document;
  }
}
