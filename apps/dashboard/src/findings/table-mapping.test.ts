import { describe, expect, test } from '@jest/globals';
import { draftOf, gapsOf, guessMapping, mappingOf } from './table-mapping.ts';

const table = (columns: string[], ...rows: string[][]) => ({ columns, rows });

describe('what the columns are', () => {
  test('is told by their names, however they are written', () => {
    const columns = ['Campaign ID', 'Subject', 'Email Address', 'eventType', 'Sent At (UTC)', 'link_url', 'User-Agent'];
    expect(guessMapping(table(columns)).columns).toEqual({
      post: 'Campaign ID',
      title: 'Subject',
      address: 'Email Address',
      kind: 'eventType',
      time: 'Sent At (UTC)',
      url: 'link_url',
      agent: 'User-Agent',
    });
  });

  test('in Spanish too', () => {
    expect(guessMapping(table(['Correo electrónico', 'Fecha', 'Acción', 'Asunto', 'País'])).columns).toEqual({
      address: 'Correo electrónico',
      time: 'Fecha',
      kind: 'Acción',
      title: 'Asunto',
      country: 'País',
    });
  });

  test('is told by what stands in them where names say nothing', () => {
    const rows = [
      ['a…@e….org', '2026-02-02T06:00:00Z', 'open', 'https://example.org/a'],
      ['b…@e….org', '2026-02-02 06:00', 'click', ''],
    ];
    expect(guessMapping(table(['A', 'B', 'C', 'D'], ...rows)).columns).toEqual({
      address: 'A',
      time: 'B',
      kind: 'C',
      url: 'D',
    });
  });

  test('stays open where nothing tells, and no column is two things', () => {
    expect(guessMapping(table(['A', 'B'], ['x', 'y'])).columns).toEqual({});
    const { columns } = guessMapping(table(['date', 'time', 'email', 'email']));
    expect(new Set(Object.values(columns)).size).toBe(Object.values(columns).length);
  });

  test.each([
    ['opens-2026.csv', 'opened'],
    ['Unsubscribes.csv', 'unsubscribed'],
    ['clicks.ndjson', 'clicked'],
    ['export.csv', ''],
  ])('the rows of %s are %j', (file, kind) => {
    expect(guessMapping(table([]), file).everyKind).toBe(kind);
  });
});

describe('a mapping', () => {
  test('names what lacks', () => {
    expect(gapsOf({ columns: {}, everyKind: '' })).toEqual(['address', 'time', 'kind', 'issue']);
    expect(gapsOf({ columns: { address: 'a', time: 't' }, everyKind: 'subscribed' })).toEqual([]);
    expect(gapsOf({ columns: { address: 'a', time: 't' }, everyKind: 'opened' })).toEqual(['issue']);
    expect(gapsOf({ columns: { address: 'a', time: 'a', kind: 'k', post: 'p' }, everyKind: '' })).toEqual(['twice']);
    expect(mappingOf({ columns: { address: 'a' }, everyKind: 'opened' })).toBeNull();
  });

  test('says the kind once, and comes back as it was', () => {
    const draft = { columns: { address: 'a', time: 't', kind: 'k', title: 's' }, everyKind: 'opened' };
    expect(mappingOf(draft)).toEqual({ address: 'a', time: 't', kind: 'k', title: 's' });
    const every = { columns: { address: 'a', time: 't', post: 'p' }, everyKind: 'opened' };
    const mapping = mappingOf(every);
    expect(mapping).toEqual({ address: 'a', time: 't', everyKind: 'opened', post: 'p' });
    expect(mapping === null ? null : draftOf(mapping)).toEqual(every);
  });
});
