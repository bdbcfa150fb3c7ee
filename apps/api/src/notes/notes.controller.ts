import { Body, Controller, Delete, Get, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import {
  createNoteRequest,
  type NoteList,
  type NoteView,
  noteList,
  noteView as noteSchema,
  updateNoteRequest,
} from '@readout/api-contract';
import type { Issue, Note, Publication } from '@readout/catalog';
import { isPublicId, type PublicId } from '@readout/events';
import { z } from 'zod';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { ThePublication } from '../http/caller.ts';
import { Serves } from '../http/endpoint.ts';
import { pageQuery } from '../http/pages.ts';
import { Refusal } from '../http/problem.ts';
import { withoutAbsent } from '../http/without-absent.ts';
import { instantOf } from '../issues/instant.ts';

const moment = z.iso.datetime({ offset: true, error: 'Not a time with its zone. Example: 2026-03-02T06:30:00Z.' });
const listQuery = z.strictObject({
  from: moment.optional(),
  to: moment.optional(),
  ...pageQuery.shape,
});

@Controller('api/v1/publications/:publication/notes')
export class NotesController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: ApiDependencies) {}

  @Get()
  @Serves({
    group: 'Notes',
    access: 'publication',
    summary: 'List the notes that stand from one moment to another, the latest first',
    description: 'Those about an issue and those about the publication. `from` and `to` are included.',
    query: listQuery,
    answer: noteList,
    refusals: ['invalid_cursor'],
  })
  async list(
    @ThePublication() publication: Publication,
    @Query() { from, to, limit, cursor }: z.output<typeof listQuery>,
  ): Promise<NoteList> {
    const page = await this.deps.catalog.listNotes(publication.id, {
      limit,
      ...withoutAbsent({ from: instant(from, 'from'), to: instant(to, 'to'), cursor }),
    });
    return { items: page.items.map(noteView), next: page.next };
  }

  @Post()
  @Serves({
    group: 'Notes',
    access: 'publication',
    summary: 'Write a note, about an issue or about a moment of the publication',
    body: createNoteRequest,
    answer: noteSchema,
    status: 201,
    refusals: ['unprocessable'],
  })
  async create(
    @ThePublication() publication: Publication,
    @Body() { text, at, issue: name }: z.output<typeof createNoteRequest>,
  ): Promise<NoteView> {
    const note = await this.deps.catalog.createNote(publication.id, {
      text,
      at: instant(at, 'at') ?? new Date(this.deps.clock()),
      issue: name === null ? null : await this.#issue(publication, name),
    });
    return noteView(note);
  }

  @Patch(':note')
  @Serves({
    group: 'Notes',
    access: 'publication',
    summary: "Change a note's text or moment",
    description: 'What is left out stays as it is.',
    body: updateNoteRequest,
    answer: noteSchema,
  })
  async update(
    @ThePublication() publication: Publication,
    @Param('note') id: string,
    @Body() { text, at }: z.output<typeof updateNoteRequest>,
  ): Promise<NoteView> {
    const change = withoutAbsent({ text, at: instant(at, 'at') });
    const note = await this.deps.catalog.updateNote(publication.id, named(id), change);
    if (note === null) throw noSuchNote();
    return noteView(note);
  }

  @Delete(':note')
  @Serves({ group: 'Notes', access: 'publication', summary: 'Remove a note', status: 204 })
  async remove(@ThePublication() publication: Publication, @Param('note') id: string): Promise<void> {
    if (!(await this.deps.catalog.deleteNote(publication.id, named(id)))) throw noSuchNote();
  }

  async #issue(publication: Publication, name: string): Promise<Issue> {
    const issue = isPublicId(name) ? await this.deps.catalog.findIssue(publication.id, name) : null;
    if (issue !== null) return issue;
    throw new Refusal('unprocessable', 'This publication has no such issue. Give its id, or null.', {
      errors: [{ path: 'issue', message: 'No such issue.' }],
    });
  }
}

function noteView({ publicId, issue, at, text, createdAt }: Note): NoteView {
  return { id: publicId, issue, at: at.toISOString(), text, createdAt: createdAt.toISOString() };
}

function instant(iso: string | undefined, path: string): Date | undefined {
  return iso === undefined ? undefined : instantOf(iso, path);
}

function named(id: string): PublicId {
  if (!isPublicId(id)) throw noSuchNote();
  return id;
}

function noSuchNote(): Refusal {
  return new Refusal('not_found', 'This publication has no such note.');
}
