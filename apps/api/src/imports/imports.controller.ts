import { Readable } from 'node:stream';
import { Body, Controller, Delete, Get, Inject, Param, Post, Put, Query, Req } from '@nestjs/common';
import {
  type ImportList,
  type ImportView,
  importList,
  importView,
  newImportRequest,
  startImportRequest,
} from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { ThePublication } from '../http/caller.ts';
import { Serves } from '../http/endpoint.ts';
import { type PageQuery, pageOf, pageQuery } from '../http/pages.ts';
import { Refusal } from '../http/problem.ts';
import { ImportRunner } from './import-runner.ts';

/** What a browser calls a file; without slashes, since it stands in the address. */
const FILE_NAME = /^[^/\\\p{Cc}]{1,200}$/u;

@Controller('api/v1/publications/:publication/imports')
export class ImportsController {
  constructor(@Inject(ImportRunner) private readonly runner: ImportRunner) {}

  @Get()
  @Serves({
    group: 'Imports',
    access: 'publication',
    summary: 'List the imports of a publication, the newest first',
    query: pageQuery,
    answer: importList,
    refusals: ['invalid_cursor'],
  })
  async list(@ThePublication() publication: Publication, @Query() query: PageQuery): Promise<ImportList> {
    const all = await this.runner.list(publication);
    const place = ({ id, createdAt }: ImportView) => ({ id, at: Date.parse(createdAt) });
    return pageOf(`imports ${publication.publicId}`, all, query, place, 'newest-first');
  }

  @Post()
  @Serves({
    group: 'Imports',
    access: 'publication',
    summary: 'Begin to bring history in from elsewhere',
    description: 'Then send its files, let it be looked through, and start it. See docs/import-substack.md.',
    body: newImportRequest,
    answer: importView,
    status: 201,
    refusals: ['unavailable'],
  })
  create(
    @ThePublication() publication: Publication,
    @Body() request: z.output<typeof newImportRequest>,
  ): Promise<ImportView> {
    return this.runner.create(publication, request);
  }

  @Get(':import')
  @Serves({
    group: 'Imports',
    access: 'publication',
    summary: 'Say how an import stands',
    answer: importView,
    refusals: ['not_found'],
  })
  read(@ThePublication() publication: Publication, @Param('import') id: string): Promise<ImportView> {
    return this.runner.read(publication, id);
  }

  @Put(':import/files/:name')
  @Serves({
    group: 'Imports',
    access: 'publication',
    summary: 'Send a file of an import',
    description:
      'As application/octet-stream, of any size up to the limit of the server (5 GB where the operator has set no other). In place of one of the same name. One that comes in part leaves nothing.',
    bytes: true,
    answer: importView,
    refusals: ['not_found', 'conflict', 'body_too_large', 'storage_full'],
  })
  async take(
    @ThePublication() publication: Publication,
    @Param('import') id: string,
    @Param('name') name: string,
    @Req() { body, headers }: FastifyRequest,
  ): Promise<ImportView> {
    if (!FILE_NAME.test(name))
      throw new Refusal('invalid_request', 'That is no name of a file: at most 200 characters, without slashes.');
    if (!(body instanceof Readable)) {
      throw new Refusal(
        'unsupported_media_type',
        'Send the file as it is, with the header content-type: application/octet-stream.',
      );
    }
    const length = headers['content-length'];
    return this.runner.takeFile(publication, id, {
      name,
      bytes: body,
      length: length === undefined ? null : Number(length),
    });
  }

  @Post(':import/look')
  @Serves({
    group: 'Imports',
    access: 'publication',
    summary: 'Begin to look through an import without writing anything',
    description:
      'Ask again for the progress. `found` then says what there is and what is odd about it, of a table `columns` what its columns are.',
    body: startImportRequest,
    answer: importView,
    status: 202,
    refusals: ['not_found', 'conflict'],
  })
  look(
    @ThePublication() publication: Publication,
    @Param('import') id: string,
    @Body() { mapping }: z.output<typeof startImportRequest>,
  ): Promise<ImportView> {
    return this.runner.look(publication, id, mapping);
  }

  @Post(':import/start')
  @Serves({
    group: 'Imports',
    access: 'publication',
    summary: 'Begin to import what was looked through, or go on with what was stopped',
    description:
      'What is there already counts once, whichever import brought it. Of a table, `mapping` says which column is what.',
    body: startImportRequest,
    answer: importView,
    status: 202,
    refusals: ['not_found', 'conflict'],
  })
  start(
    @ThePublication() publication: Publication,
    @Param('import') id: string,
    @Body() { mapping }: z.output<typeof startImportRequest>,
  ): Promise<ImportView> {
    return this.runner.start(publication, id, mapping);
  }

  @Post(':import/cancel')
  @Serves({
    group: 'Imports',
    access: 'publication',
    summary: 'Stop an import; it can be started again and goes on where it was',
    answer: importView,
    refusals: ['not_found', 'conflict'],
  })
  cancel(@ThePublication() publication: Publication, @Param('import') id: string): Promise<ImportView> {
    return this.runner.cancel(publication, id);
  }

  @Delete(':import')
  @Serves({
    group: 'Imports',
    access: 'publication',
    summary: 'Remove an import and its files',
    description: 'Stops it where it is under way. What it brought stays.',
    status: 204,
    refusals: ['not_found', 'conflict'],
  })
  async remove(@ThePublication() publication: Publication, @Param('import') id: string): Promise<void> {
    await this.runner.remove(publication, id);
  }
}
