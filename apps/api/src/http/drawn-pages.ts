import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { sessionIn } from '../session/cookie.ts';
import { languagesIn } from './accepted-languages.ts';
import { PageTemplate } from './page-template.ts';

/** In the folder of the dashboard: what is not for browsers. */
export const SERVER_SIDE = 'server/';
const DRAWS = `${SERVER_SIDE}draw-home.js`;
const MANIFEST = `${SERVER_SIDE}browser-files.json`;
/** Nobody is kept waiting for longer: the plain page shows at least that something comes. */
const PATIENCE_MS = 5_000;
const CHOSEN_LANGUAGE = /(?:^|;\s*)readout_language=([a-z]{2})\s*(?:;|$)/;

/** As apps/dashboard/src/server/draw-home.tsx has it: it is built with the dashboard, and loaded from there. */
type DrawHome = (page: {
  readonly address: string;
  readonly languages: readonly string[];
  readonly chosen: string | null;
  ask(path: string): Promise<unknown>;
}) => Promise<{ readonly html: string; readonly drawn: { readonly language: string } } | null>;

/**
 * Home, drawn on the server: the page that a browser gets first has its figures in it, and all the answers of the API that
 * they took, so that the scripts, which arrive later, need to ask for none of it.
 *
 * The API is asked in this process as the caller's browser would ask it: with the caller's cookie, through the gate.
 */
export class DrawnPages {
  private constructor(
    private readonly fastify: FastifyInstance,
    private readonly logger: Logger,
    private readonly draw: DrawHome,
    private readonly template: PageTemplate,
  ) {}

  /** @param files all that are in `directory`. @returns null where nothing there draws */
  static async open(
    fastify: FastifyInstance,
    directory: string,
    files: ReadonlySet<string>,
    logger: Logger,
  ): Promise<DrawnPages | null> {
    if (!files.has(DRAWS) || !files.has(MANIFEST)) return null;
    const { drawHome }: { drawHome: DrawHome } = await import(pathToFileURL(join(directory, DRAWS)).href);
    return new DrawnPages(fastify, logger, drawHome, await PageTemplate.read(directory, MANIFEST));
  }

  /** Content-Security-Policy to be sent with a drawn page. */
  get policy(): string {
    return this.template.policy;
  }

  /** Null where it is no page that is drawn, or not for this caller, or where that takes too long or fails. */
  async pageFor(request: FastifyRequest): Promise<string | null> {
    const { cookie, 'sec-fetch-dest': destination = 'document', 'accept-language': accepted = '' } = request.headers;
    if (request.method !== 'GET' || destination !== 'document' || cookie === undefined || sessionIn(cookie) === null) {
      return null;
    }
    const drawing = this.draw({
      address: request.url,
      languages: languagesIn(accepted),
      chosen: CHOSEN_LANGUAGE.exec(cookie)?.[1] ?? null,
      ask: (path) => this.#ask(path, cookie, request.ip),
    }).catch((error: unknown) => {
      // The plain page asks by itself, and says what fails.
      this.logger.warn({ err: error }, 'home could not be drawn on the server');
      return null;
    });
    const patience = new AbortController();
    const { signal } = patience;
    const result = await Promise.race([drawing, setTimeout(PATIENCE_MS, null, { signal, ref: false })]);
    patience.abort();
    if (result === null) return null;
    const { html, drawn } = result;
    return this.template.filled({ html, language: drawn.language, id: 'drawn-home', data: drawn });
  }

  async #ask(path: string, cookie: string, remoteAddress: string): Promise<unknown> {
    const answer = await this.fastify.inject({ url: `/api/v1${path}`, headers: { cookie }, remoteAddress });
    if (answer.statusCode !== 200) throw new Error(`GET /api/v1${path} was answered with ${answer.statusCode}`);
    return answer.json();
  }
}
