import 'reflect-metadata';
import { access } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import compress from '@fastify/compress';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { apiModule } from './api-module.ts';
import type { ApiDependencies } from './dependencies.ts';
import { Exporting } from './exports/exporting.ts';
import { readBodies } from './http/bodies.ts';
import { COMPRESSION } from './http/compression.ts';
import { serveDashboard } from './http/dashboard-files.ts';
import { Gate } from './http/gate.ts';
import { ProblemFilter } from './http/problem-filter.ts';
import { setSecurityHeaders } from './http/security-headers.ts';
import { conform, validateRequest } from './http/validation.ts';
import { ImportRunner } from './imports/import-runner.ts';
import { LiveStreams } from './live/live-streams.ts';
import { noteRoutes, type RegisteredRoute } from './openapi/registered-routes.ts';
import { Rebuilding } from './rebuild/rebuilding.ts';
import { SampleLoader } from './sample/sample-loader.ts';
import { type SampleSource, tideTable } from './sample/sample-source.ts';
import { Scheduler } from './schedules/scheduler.ts';
import { Opening } from './sharing/opening.ts';
import { serveSharedPage } from './sharing/shared-page.ts';
import { ViewKeeping } from './sql/view-keeping.ts';

const BODY_LIMIT = 1_000_000;

export interface ApiServer {
  /** Answers a request; to be mounted into a server, since the API opens no port by itself. */
  handle(request: IncomingMessage, response: ServerResponse): void;
  /**
   * Loads the sample publication where it is not there yet; a load that a crash interrupted is begun again.
   * Resolves when all of it is in the log; rejects when loading failed (what was made is then removed).
   */
  loadSample(): Promise<void>;
  /** Carries out what is scheduled and due at this moment; resolves when that is done. */
  runSchedules(): Promise<void>;
  /** Ends live streams and loading, and waits for the requests under way. */
  close(): Promise<void>;
}

export async function createApi(deps: ApiDependencies): Promise<ApiServer> {
  return (await buildApi(deps)).server;
}

/** The API together with the routes that it has, which tests walk. */
export async function buildApi(
  deps: ApiDependencies,
  sample: SampleSource = tideTable,
): Promise<{ readonly server: ApiServer; readonly routes: readonly RegisteredRoute[] }> {
  const problems = new ProblemFilter(deps.logger);
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) =>
      problems.answer(error, request, reply),
  });
  const fastify: FastifyInstance = adapter.getInstance();
  const routes = noteRoutes(fastify);
  // Awaited, it would start Fastify before Nest has said its routes.
  void fastify.register(compress, COMPRESSION);
  const app = await NestFactory.create<NestFastifyApplication>(apiModule(deps, sample, routes), adapter, {
    abortOnError: false,
    bodyParser: false,
    logger: nestLogger(deps.logger),
  });
  app.useGlobalFilters(problems);
  readBodies(fastify);
  const gate = app.get(Gate);
  fastify.addHook('onRequest', async (request, reply) => gate.admit(request, reply));
  fastify.addHook('preValidation', async (request) => validateRequest(request));
  fastify.addHook('preSerialization', async (request, reply, payload) =>
    reply.statusCode < 400 || reply.statusCode === request.routeOptions.config.endpoint?.failureStatus
      ? conform(request, payload)
      : payload,
  );
  if (deps.dashboardDirectory !== null && (await isThere(deps.dashboardDirectory))) {
    await serveDashboard(fastify, deps.dashboardDirectory, deps.logger);
    await serveSharedPage(fastify, deps.dashboardDirectory, app.get(Opening));
  } else if (deps.dashboardDirectory !== null) {
    deps.logger.warn({ directory: deps.dashboardDirectory }, 'the dashboard is not built; only the API is served');
  }
  await app.init();
  await fastify.ready();

  const loader = app.get(SampleLoader);
  await loader.recognise();
  const imports = app.get(ImportRunner);
  await imports.recognise();
  const scheduler = app.get(Scheduler);
  await scheduler.start();
  const views = app.get(ViewKeeping);
  if (deps.keepsViews) views.start();
  const streams = app.get(LiveStreams);
  const server: ApiServer = {
    handle(request, response) {
      setSecurityHeaders(response);
      fastify.routing(request, response);
    },
    loadSample: () => loader.loadAndWait(),
    runSchedules: () => scheduler.look(),
    async close() {
      streams.close();
      await app.get(Exporting).stop();
      await scheduler.stop();
      await views.stop();
      await loader.stop();
      await imports.stop();
      await app.get(Rebuilding).stop();
      await app.close();
    },
  };
  return { server, routes };
}

async function isThere(directory: string): Promise<boolean> {
  return access(directory).then(
    () => true,
    () => false,
  );
}

/** Nest's own words, where they matter, in our log. */
function nestLogger(logger: Logger) {
  return {
    log() {},
    error: (message: unknown, ...more: unknown[]) => logger.error({ more }, String(message)),
    warn: (message: unknown) => logger.warn(String(message)),
    fatal: (message: unknown, ...more: unknown[]) => logger.fatal({ more }, String(message)),
  };
}
