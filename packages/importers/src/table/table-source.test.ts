import fc from 'fast-check';
import type { TableMapping } from '../source.ts';
import { UnreadableImportError } from '../source.ts';
import { fileOf, readSource } from '../testing/read-source.ts';
import { openTable } from './table-source.ts';

const NOW = Date.UTC(2026, 0, 1);
const MAPPING: TableMapping = {
  address: 'Email',
  time: 'Time',
  kind: 'Event',
  post: 'Campaign',
  title: 'Subject',
  url: 'URL',
};
const HEAD = 'Email,Event,Campaign,Subject,Time,URL';
const read = async (content: string | Buffer, mapping: TableMapping = MAPPING) =>
  readSource(await openTable(await fileOf(content), mapping, () => NOW));
const at = (text: string) => Date.parse(text);

describe('a table of events', () => {
  test('becomes posts, and events by post and kind', async () => {
    const { found, posts, people, events } = await read(
      [
        HEAD,
        'a@example.org,Opened,7,First,2025-03-02T10:00:00Z,',
        'b@example.org,delivery,7,First,2025-03-01T09:00:00Z,',
        'a@example.org,click,7,First,2025-03-02T10:01:00Z,https://example.org/x',
        'a@example.org,Opened,8,,2025-03-09T10:00:00+02:00,',
        'b@example.org,Opened,7,First,2025-03-03T10:00:00Z,',
        'c@example.org,signup,,,2025-01-01T00:00:00Z,',
      ].join('\n'),
    );
    expect(posts).toEqual([
      {
        key: '7',
        title: 'First',
        subtitle: '',
        sentAt: at('2025-03-01T09:00:00Z'),
        html: null,
        audience: 'everyone',
        tags: [],
      },
      {
        key: '8',
        title: '8',
        subtitle: '',
        sentAt: at('2025-03-09T08:00:00Z'),
        html: null,
        audience: 'everyone',
        tags: [],
      },
    ]);
    expect(people).toEqual([]);
    expect(events).toEqual(
      expect.arrayContaining([
        {
          post: '7',
          kind: 'opened',
          rows: [
            { address: 'a@example.org', time: at('2025-03-02T10:00:00Z') },
            { address: 'b@example.org', time: at('2025-03-03T10:00:00Z') },
          ],
        },
        {
          post: '7',
          kind: 'clicked',
          rows: [{ address: 'a@example.org', time: at('2025-03-02T10:01:00Z'), url: 'https://example.org/x' }],
        },
        { post: null, kind: 'subscribed', rows: [{ address: 'c@example.org', time: at('2025-01-01T00:00:00Z') }] },
      ]),
    );
    expect(events).toHaveLength(5);
    expect(found).toEqual({
      name: null,
      posts: 2,
      people: 0,
      events: { opened: 3, delivered: 1, clicked: 1, subscribed: 1 },
      from: at('2025-01-01T00:00:00Z'),
      to: at('2025-03-09T08:00:00Z'),
      oddities: [{ kind: 'agent_not_kept', file: '', count: 4, examples: [] }],
    });
  });

  test('tells an agent that nobody sent from one that nobody kept', async () => {
    const long = `Mozilla/5.0 ${'x'.repeat(2_000)}`;
    const content = `Email,Time,Agent\na@example.org,2025-03-02,\nb@example.org,2025-03-02,${long}\n`;
    const agents = async (agent: Pick<TableMapping, 'agent'>) => {
      const { events, oddities } = await read(content, {
        address: 'Email',
        time: 'Time',
        title: 'Email',
        everyKind: 'opened',
        ...agent,
      });
      return { agents: events.flatMap(({ rows }) => rows.map((row) => row.agent)), oddities };
    };
    expect(await agents({ agent: 'Agent' })).toEqual({
      agents: ['', long.slice(0, 512)],
      oddities: { time_without_zone: 2 },
    });
    expect(await agents({})).toEqual({
      agents: [undefined, undefined],
      oddities: { time_without_zone: 2, agent_not_kept: 2 },
    });
  });

  test('says of every row that it leaves out why, and reads the others', async () => {
    const { found, events, oddities } = await read(
      [
        HEAD,
        'nobody,open,7,T,2025-03-02T10:00:00Z,',
        'a@example.org,printed,7,T,2025-03-02T10:00:00Z,',
        'a@example.org,open,7,T,31/12/2024,',
        'a@example.org,open,7,T,2099-01-01T00:00:00Z,',
        'a@example.org,open,,T,2025-03-02T10:00:00Z,',
        'a@example.org,open,7',
        'a@example.org,open,7,"T"x,2025-03-02T10:00:00Z,',
        'a@example.org,open,7,T,2025-03-02 10:00:00,',
        'b@example.org,open,7,T,1740909600,',
      ].join('\r\n'),
    );
    expect(oddities).toEqual({
      unreadable_address: 1,
      unknown_kind: 1,
      unreadable_time: 1,
      future_time: 1,
      unknown_post: 1,
      unreadable_row: 2,
      time_without_zone: 1,
      agent_not_kept: 2,
    });
    expect(found.oddities.find(({ kind }) => kind === 'unreadable_row')?.examples.toSorted()).toEqual(['7', '8']);
    expect(JSON.stringify(found)).not.toContain('@');
    const time = at('2025-03-02T10:00:00Z');
    expect(events).toEqual([
      {
        post: '7',
        kind: 'opened',
        rows: [
          { address: 'a@example.org', time },
          { address: 'b@example.org', time },
        ],
      },
    ]);
  });

  test('is told by its title where no column tells issues apart, and may be of one kind', async () => {
    const { posts, events } = await read('Who;When;What\na@example.org;2025-03-02T10:00:00Z;Hello\n', {
      address: 'Who',
      time: 'When',
      everyKind: 'opened',
      title: 'What',
    });
    expect(posts.map(({ key, title }) => [key, title])).toEqual([['Hello', 'Hello']]);
    expect(events.map(({ kind }) => kind)).toEqual(['opened']);
  });

  test('may be NDJSON, with objects in objects', async () => {
    const { events, oddities } = await read(
      [
        '{"event":"open","reader":{"email":"a@example.org"},"at":1740909600123,"issue":7}',
        'nonsense',
        '',
        '{"event":"open","reader":{"email":"b@example.org"},"at":"2025-03-02T10:00:00Z","issue":7,"more":[1]}',
      ].join('\n'),
      { address: 'reader.email', time: 'at', kind: 'event', post: 'issue' },
    );
    expect(oddities).toEqual({ unreadable_row: 1, agent_not_kept: 2 });
    expect(events.flatMap(({ rows }) => rows)).toEqual([
      { address: 'a@example.org', time: 1_740_909_600_123 },
      { address: 'b@example.org', time: at('2025-03-02T10:00:00Z') },
    ]);
  });

  test.each([
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${HEAD}\na@example.org,open,7,Año,2025-03-02T10:00:00Z,\n`), false],
    ['Windows-1252', Buffer.from(`${HEAD}\na@example.org,open,7,Año,2025-03-02T10:00:00Z,\n`, 'latin1'), true],
    ['UTF-16', Buffer.from(`\uFEFF${HEAD}\na@example.org,open,7,Año,2025-03-02T10:00:00Z,\n`, 'utf16le'), true],
  ])('may be in %s', async (_, content, isOdd) => {
    const { posts, oddities } = await read(content);
    expect(posts.map(({ title }) => title)).toEqual(['Año']);
    expect(oddities).toEqual({ agent_not_kept: 1, ...(isOdd ? { other_encoding: 1 } : {}) });
  });

  test.each<[string, string | Buffer, Partial<TableMapping>, RegExp]>([
    [
      'a column that is not there',
      `${HEAD}\nx,x,x,x,x,x`,
      { time: 'Moment' },
      /no column “Moment” for the time.*Email, Event/,
    ],
    ['no kind', `${HEAD}\nx,x,x,x,x,x`, { kind: undefined }, /which column has the kind/],
    ['a kind that is none', `${HEAD}\nx,x,x,x,x,x`, { kind: undefined, everyKind: 'seen' }, /“seen” is no kind/],
    ['an empty file', '', {}, /empty/],
    ['names and nothing below', `${HEAD}\n`, {}, /no table/],
    ['a list of JSON', '[{"a":1}]', {}, /one object a line/],
    ['a spreadsheet', Buffer.from('PK\u0003\u0004abc'), {}, /spreadsheet/],
    ['an image', Buffer.from([0x89, 0x50, 0, 0, 1]), {}, /no text file/],
    ['a letter', 'Dear all\nhow are you', {}, /no table/],
  ])('with %s is refused with what to do', async (_, content, mapping, message) => {
    const opened = openTable(await fileOf(content), { ...MAPPING, ...mapping });
    await expect(opened).rejects.toThrow(message);
    await expect(opened).rejects.toThrow(UnreadableImportError);
  });

  test('that is not there is refused with what to do', async () => {
    await expect(openTable('/nowhere/events.csv', MAPPING)).rejects.toThrow('The file cannot be read (ENOENT)');
  });

  test('with more issues than anybody has is refused', async () => {
    const rows = Array.from({ length: 20_001 }, (_, row) => `a@example.org,open,${row},T,2025-03-02T10:00:00Z,`);
    await expect(read([HEAD, ...rows].join('\n'))).rejects.toThrow('“Campaign” has more than 20000');
  });

  test('stops when nobody wants it any more', async () => {
    const source = await openTable(await fileOf(`${HEAD}\na@example.org,open,7,T,2025-03-02T10:00:00Z,\n`), MAPPING);
    await expect(source.look(AbortSignal.abort(), () => {})).rejects.toThrow('aborted');
  });

  test('comes back the same however it is written', async () => {
    const text = fc.stringMatching(/^[a-zA-Zñ“",;\t| \n.]{0,30}$/).filter((one) => one.trim() !== '');
    const row = fc.record({
      title: text,
      who: fc.integer({ min: 1, max: 9 }),
      time: fc.integer({ min: 1_500_000_000, max: 1_700_000_000 }),
    });
    const style = fc.record({
      delimiter: fc.constantFrom(',', ';', '\t'),
      newline: fc.constantFrom('\n', '\r\n'),
      mark: fc.constantFrom('', '\uFEFF'),
      hasEnd: fc.boolean(),
      quotesAll: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 20 }), style, async (rows, style) => {
        const quoted = (field: string) =>
          style.quotesAll || /["\r\n,;\t|]/.test(field) || field !== field.trim()
            ? `"${field.replaceAll('"', '""')}"`
            : field;
        const lines = [
          ['who', 'title', 'time'],
          ...rows.map(({ who, title, time }) => [`r${who}@example.org`, title, String(time)]),
        ];
        const content =
          style.mark +
          lines.map((line) => line.map(quoted).join(style.delimiter)).join(style.newline) +
          (style.hasEnd ? style.newline : '');
        const { posts, events, oddities } = await read(content, {
          address: 'who',
          time: 'time',
          everyKind: 'opened',
          title: 'title',
        });
        expect(oddities).toEqual(rows.length === 0 ? {} : { agent_not_kept: rows.length });
        const titles = [...new Set(rows.map(({ title }) => title.trim()))];
        expect(posts.map(({ key }) => key)).toEqual(titles);
        const told = events.flatMap(({ post, rows }) => rows.map(({ address, time }) => [post, address, time]));
        const wanted = titles.flatMap((title) =>
          rows
            .filter((one) => one.title.trim() === title)
            .map(({ who, time }) => [title, `r${who}@example.org`, time * 1_000]),
        );
        expect([...told].sort()).toEqual([...wanted].sort());
      }),
      { numRuns: 150 },
    );
  });
});
