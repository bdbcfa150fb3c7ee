import { Controller, Get, Inject, Param, Req, Res, StreamableFile } from '@nestjs/common';
import { type SharedView, sharedView } from '@readout/api-contract';
import { Attempts } from '@readout/credentials';
import type { Rendering } from '@readout/reports';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { Serves } from '../http/endpoint.ts';
import { Refusal } from '../http/problem.ts';
import { fileName } from '../reports/file-name.ts';
import { MEDIA_TYPES } from '../reports/media-types.ts';
import { noSuchLink, type OpenedShare, Opening } from './opening.ts';
import { sharedFile } from './shared-file.ts';
import { type Shown, shownBy } from './shown.ts';
import { ShownLately } from './shown-lately.ts';
import { subjectOf } from './subject.ts';
import { unseen } from './unseen.ts';

/** Files that are made for one link, and for all, in five minutes: each takes a thread some seconds. */
const FILES = { perAddress: 30, inAll: 300 };
const ONLY_WHERE_ALLOWED = 'Of a report alone, and only where its link allows it.';

/** What has a link without sign-in. Nothing here asks who is calling, and the secret opens nothing elsewhere. */
@Controller('api/v1/shared/:token')
export class SharedController {
  readonly #lately: ShownLately;
  /** Counted by link, since everybody who has it is the same to us. */
  readonly #files: Attempts;

  constructor(
    @Inject(DEPENDENCIES) private readonly deps: ApiDependencies,
    @Inject(Opening) private readonly opening: Opening,
  ) {
    this.#lately = new ShownLately(deps.clock);
    this.#files = new Attempts(deps.clock, FILES);
  }

  @Get()
  @Serves({
    group: 'Sharing',
    access: 'public',
    summary: 'Read what a link without sign-in shows',
    description:
      'All that its page has, and nothing else. Whatever the reason that a link opens nothing, the answer is the same.',
    answer: sharedView,
    refusals: ['too_many_attempts', 'unavailable'],
  })
  async read(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SharedView> {
    unseen(reply);
    const opened = await this.#open(token, request);
    const { link, publication } = opened;
    const shown = await this.#shown(opened);
    await this.deps.catalog.noteShareLinkOpened(link.publicId, new Date(this.deps.clock()));
    const { name, timeZone } = publication;
    const around = { publication: { name, timeZone }, files: link.files };
    // What is not of its page is cut off as it leaves, by the contract.
    return { ...around, ...shown };
  }

  @Get('report.pdf')
  @Serves({
    group: 'Sharing',
    access: 'public',
    summary: 'Make a shared report as a PDF',
    description: ONLY_WHERE_ALLOWED,
    mediaType: MEDIA_TYPES.pdf,
    refusals: ['too_many_attempts', 'unavailable'],
  })
  pdf(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.#file(token, 'pdf', request, reply);
  }

  @Get('report.xlsx')
  @Serves({
    group: 'Sharing',
    access: 'public',
    summary: 'Make a shared report as a workbook',
    description: ONLY_WHERE_ALLOWED,
    mediaType: MEDIA_TYPES.xlsx,
    refusals: ['too_many_attempts', 'unavailable'],
  })
  xlsx(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.#file(token, 'xlsx', request, reply);
  }

  #open(token: string, request: FastifyRequest): Promise<OpenedShare> {
    return this.opening.open(token, request.raw.socket.remoteAddress ?? '');
  }

  #shown({ link, publication }: OpenedShare): Promise<Shown> {
    return this.#lately.of(link.publicId, () => shownBy(this.deps, publication, subjectOf(link)));
  }

  async #file(token: string, as: Rendering, request: FastifyRequest, reply: FastifyReply): Promise<StreamableFile> {
    unseen(reply);
    const opened = await this.#open(token, request);
    if (!opened.link.files) throw noSuchLink();
    const shown = await this.#shown(opened);
    if (shown.show !== 'report') throw noSuchLink();
    const attempt = this.#files.begin(opened.link.publicId);
    if (!attempt.admitted) {
      throw new Refusal('too_many_attempts', 'Many files were made of this link lately. Try again in some minutes.', {
        headers: { 'retry-after': String(attempt.retryAfterSeconds) },
      });
    }
    const gone = new AbortController();
    request.raw.once('close', () => request.raw.destroyed && !reply.sent && gone.abort());
    const bytes = await sharedFile(this.deps, opened, shown.report, as, gone.signal);
    return new StreamableFile(bytes, {
      type: MEDIA_TYPES[as],
      length: bytes.length,
      disposition: `attachment; ${fileName(shown.report, as)}`,
    });
  }
}
