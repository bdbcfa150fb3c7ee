import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { filtersSet, issuesSearch, viewOf } from './issues-search.ts';
import { directionOf, pressed } from './orders.ts';

const KEYS = ['sort', 'q', 'from', 'to', 'audience', 'tag', 'weekday', 'columns', 'chosen', 'x'];

describe('the view in an address', () => {
  test.each([
    [{}, {}],
    [{ sort: '-sentAt', q: ' ', weekday: 8, audience: 'all', from: '2026-02-30' }, {}],
    [{ sort: '-readers' }, { sort: '-readers' }],
    [{ sort: 'toString' }, {}],
    [{ q: 2024 }, { q: '2024' }],
    [{ tag: 'Tides' }, { tag: ['Tides'] }],
    [{ tag: ['Tides', 'tides', ' ', 7, null, 'x'.repeat(51)] }, { tag: ['Tides', '7'] }],
    [{ weekday: '3' }, { weekday: 3 }],
    [{ columns: 'readers,sent,unknown' }, { columns: 'sent,readers' }],
    [{ columns: 'unknown' }, {}],
    [{ columns: 'none' }, { columns: 'none' }],
    [{ columns: 'sent,delivered,readers,openRate,clickers,clickRate,clickToOpenRate,paywallHits,firstTwoDays' }, {}],
    [{ chosen: 'a,b,a,,<,c,d,e,f,g' }, { chosen: 'a,b,c,d,e,f' }],
  ])('%j is read as %j', (search, expected) => {
    expect(issuesSearch(search)).toEqual(expected);
  });

  test('reads the same again, whatever stood there, and asks for what the API takes', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...KEYS), fc.anything()), (search) => {
        const read = issuesSearch(search);
        expect(issuesSearch({ ...read })).toEqual(read);
        expect(viewOf(read)).not.toMatch(/columns|chosen/);
      }),
    );
  });

  test('asks the API for every filter, with days in their order', () => {
    const view = viewOf({
      sort: '-openRate',
      q: 'sea & salt',
      from: '2026-03-02',
      to: '2026-03-01',
      audience: 'paying',
      tag: ['a,b', 'c'],
      weekday: 5,
      columns: 'sent',
    });
    expect([...new URLSearchParams(view)]).toEqual([
      ['sort', '-openRate'],
      ['q', 'sea & salt'],
      ['from', '2026-03-01'],
      ['to', '2026-03-02'],
      ['audience', 'paying'],
      ['tag', 'a,b'],
      ['tag', 'c'],
      ['weekday', '5'],
    ]);
    expect(viewOf({})).toBe('');
  });

  test('counts a span of days as one filter, and no search', () => {
    expect(filtersSet({})).toBe(0);
    expect(filtersSet({ q: 'tide', sort: 'title' })).toBe(0);
    expect(filtersSet({ from: '2026-03-01', to: '2026-03-02', tag: ['a', 'b'], weekday: 1 })).toBe(3);
  });
});

describe('a pressed head', () => {
  test('sorts figures the largest first, titles from A, and turns round when pressed again', () => {
    expect(pressed('-sentAt', 'readers')).toBe('-readers');
    expect(pressed('-readers', 'readers')).toBe('readers');
    expect(pressed('readers', 'readers')).toBe('-readers');
    expect(pressed('-sentAt', 'title')).toBe('title');
    expect(pressed('title', 'title')).toBe('-title');
    expect(pressed('-sentAt', 'sentAt')).toBe('sentAt');
  });

  test('says which way', () => {
    expect(directionOf('-readers', 'readers')).toBe('descending');
    expect(directionOf('readers', 'readers')).toBe('ascending');
    expect(directionOf('-readers', 'title')).toBeUndefined();
  });
});
