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
  ])('are guessed by %s', async (_, content, guess) => {
    expect((await readColumns(await fileOf(content))).guess).toEqual(guess);
  });

  test('have names of their own', async () => {
    const { columns } = await readColumns(await fileOf('a,a,,"b "\n1,2,3,4\n'));
    expect(columns).toEqual(['a', 'a (2)', 'column 3', 'b']);
  });
});
