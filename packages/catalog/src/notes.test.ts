import { expect, test } from '@jest/globals';
import type { PublicId } from '@readout/events';
import { InvalidCursorError } from './catalog.ts';
import { newPublication, onBothEngines } from './testing/engines.ts';
import { bareIssue } from './testing/new-issue.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 2, 2, hour));

onBothEngines('notes', (engine) => {
  test('read back as they were written, the latest first, each publication’s its own', async () => {
    const { catalog } = engine;
    const [{ id }, other] = [await newPublication(catalog), await newPublication(catalog)];
    const issue = await catalog.createIssue(id, bareIssue());
    const panel = await catalog.createNote(id, { issue, at: at(18), text: 'Panel: NUL \0 becomes a mark' });
    const strike = await catalog.createNote(id, { issue: null, at: at(6), text: 'Strike' });
    await catalog.createNote(other.id, { issue: null, at: at(7), text: 'Theirs' });
    expect(panel).toMatchObject({ issue: issue.publicId, at: at(18), text: 'Panel: NUL \uFFFD becomes a mark' });
    expect(await catalog.listNotes(id, { limit: 10 })).toEqual({ items: [panel, strike], next: null });
  });

  test('come by time and page by page, also those of one moment', async () => {
    const { catalog } = engine;
    const { id } = await newPublication(catalog);
    const written = [];
    for (const hour of [1, 2, 2, 2, 3, 4]) {
      written.push(await catalog.createNote(id, { issue: null, at: at(hour), text: `${hour}` }));
    }
    const found = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof catalog.listNotes>> = await catalog.listNotes(id, {
        limit: 2,
        from: at(2),
        to: at(3),
        ...(cursor === null ? {} : { cursor }),
      });
      found.push(...page.items);
      cursor = page.next;
    } while (cursor !== null);
    expect(found.map(({ text }) => text)).toEqual(['3', '2', '2', '2']);
    expect(new Set(found.map(({ publicId }) => publicId)).size).toBe(4);
    for (const wrong of ['x', 'AAAA', Buffer.from('123456789ABC x').toString('base64url')]) {
      await expect(catalog.listNotes(id, { limit: 2, cursor: wrong })).rejects.toThrow(InvalidCursorError);
    }
    await expect(catalog.listNotes(id, { limit: 201 })).rejects.toThrow(RangeError);
  });

  test('are changed and removed by their own publication alone', async () => {
    const { catalog } = engine;
    const [{ id }, other] = [await newPublication(catalog), await newPublication(catalog)];
    const note = await catalog.createNote(id, { issue: null, at: at(6), text: 'Strike' });
    expect(await catalog.updateNote(other.id, note.publicId, { text: 'Theirs' })).toBeNull();
    expect(await catalog.updateNote(id, note.publicId, { text: 'Rail strike' })).toEqual({
      ...note,
      text: 'Rail strike',
    });
    expect(await catalog.updateNote(id, note.publicId, { at: at(7) })).toMatchObject({
      at: at(7),
      text: 'Rail strike',
    });
    expect(await catalog.updateNote(id, note.publicId, {})).toMatchObject({ at: at(7), text: 'Rail strike' });
    expect(await catalog.deleteNote(other.id, note.publicId)).toBe(false);
    expect(await catalog.deleteNote(id, note.publicId)).toBe(true);
    expect(await catalog.deleteNote(id, note.publicId)).toBe(false);
    expect(await catalog.updateNote(id, '123456789ABC' as PublicId, { text: 'x' })).toBeNull();
  });
});
