import { describe, expect, test } from '@jest/globals';
import { draftOf, gapsOf, mappingOf } from './table-mapping.ts';

describe('a mapping', () => {
  test('begins with what the server takes the columns for', () => {
    expect(draftOf({ address: 'Email', title: 'Subject' })).toEqual({
      columns: { address: 'Email', title: 'Subject' },
      everyKind: '',
    });
    expect(draftOf({ everyKind: 'opened' })).toEqual({ columns: {}, everyKind: 'opened' });
  });

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
