import { fileOf } from '../testing/read-source.ts';
import { readColumns } from './columns.ts';

describe('the columns of a table', () => {
  test('are shown with ten rows and without an address', async () => {
    const rows = Array.from(
      { length: 30 },
      (_, at) => `reader${at}@example.org;open;Re: mail me at me@a.example;2025-03-02 10:00`,
    );
    const {
      columns,
      rows: shown,
      guess,
    } = await readColumns(await fileOf(['Recipient;Event type;Subject;Sent At (UTC)', ...rows].join('\n')));
    expect(columns).toEqual(['Recipient', 'Event type', 'Subject', 'Sent At (UTC)']);
    expect(shown).toHaveLength(10);
    expect(shown[0]).toEqual(['r…@e….org', 'open', 'Re: mail me at m…@a….example', '2025-03-02 10:00']);
    expect(guess).toEqual({ address: 'Recipient', kind: 'Event type', title: 'Subject', time: 'Sent At (UTC)' });
  });

  test.each([
    [
      'the names of a mailing system',
      'campaign_id,email_address,timestamp,action,url,country,user_agent\n7,a@example.org,1740909600,click,https://example.org/,de,Mozilla/5.0',
      {
        post: 'campaign_id',
        address: 'email_address',
        time: 'timestamp',
        kind: 'action',
        url: 'url',
        country: 'country',
        agent: 'user_agent',
      },
    ],
    [
      'Spanish names',
      'Correo,Fecha,Evento,Asunto\na@example.org,2025-03-02,apertura,Hola',
      { address: 'Correo', time: 'Fecha', kind: 'Evento', title: 'Asunto' },
    ],
    ['contents alone', 'x,y,z\n2025-03-02T10:00:00Z,a@example.org,delivered', { time: 'x', address: 'y', kind: 'z' }],
    ['nothing', 'x,y\n1,2', {}],
    [
      'a name whose contents are something else',
      'email,who,time\nyes,a@example.org,2025-03-02',
      { address: 'who', time: 'time' },
    ],
    [
      'NDJSON',
      '{"event":"open","reader":{"email":"a@example.org"},"at":1740909600}',
      { kind: 'event', address: 'reader.email', time: 'at' },
    ],
    [
      'names alone, however they are written',
      'Campaign ID,Subject,Email Address,eventType,Sent At (UTC),link_url,User-Agent\n,,,,,,\n',
      {
        post: 'Campaign ID',
        title: 'Subject',
        address: 'Email Address',
        kind: 'eventType',
        time: 'Sent At (UTC)',
        url: 'link_url',
        agent: 'User-Agent',
      },
    ],
    [
      'Spanish names with their accents',
      'Correo electrónico,Fecha,Acción,Asunto,País\n,,,,\n',
      { address: 'Correo electrónico', time: 'Fecha', kind: 'Acción', title: 'Asunto', country: 'País' },
    ],
    [
      'contents, where names say nothing',
      'A,B,C,D\na@example.org,2026-02-02T06:00:00Z,open,https://example.org/a\nb@example.org,2026-02-02 06:00,click,\n',
      { address: 'A', time: 'B', kind: 'C', url: 'D' },
    ],
  ])('are guessed by %s', async (_, content, guess) => {
    expect((await readColumns(await fileOf(content))).guess).toEqual(guess);
  });

  test('are no two things at once', async () => {
    const { guess } = await readColumns(await fileOf('date,time,email,email\n,,,\n'));
    expect(Object.keys(guess)).toEqual(['address', 'time']);
    expect(new Set(Object.values(guess)).size).toBe(2);
  });

  test.each([
    ['opens-2026.csv', 'opened'],
    ['Unsubscribes.csv', 'unsubscribed'],
    ['clicks.ndjson', 'clicked'],
    ['export.csv', undefined],
  ])('in a file called %s without a kind, every row is %p', async (name, kind) => {
    const { guess } = await readColumns(await fileOf('email,time\na@example.org,2025-03-02\n', name));
    expect(guess.everyKind).toBe(kind);
    expect((await readColumns(await fileOf('email,event\na@example.org,click\n', name))).guess.everyKind).toBe(
      undefined,
    );
  });

  test('have names of their own', async () => {
    const { columns } = await readColumns(await fileOf('a,a,,"b "\n1,2,3,4\n'));
    expect(columns).toEqual(['a', 'a (2)', 'column 3', 'b']);
  });
});
