import { analyseIssue } from '@readout/instrumenter';
import { fileOf, readSource } from '../testing/read-source.ts';
import { openGhost } from './ghost-source.ts';

const NOW = Date.UTC(2026, 0, 1);
const at = (text: string) => Date.parse(text);
const post = (id: string, more: object = {}) => ({
  id,
  title: `Title ${id}`,
  html: `<p>Text ${id}</p>`,
  status: 'published',
  type: 'post',
  visibility: 'public',
  published_at: '2025-03-02T10:00:00.000Z',
  custom_excerpt: null,
  ...more,
});
const exported = (data: object) => JSON.stringify({ db: [{ meta: { version: '5.0.0' }, data }] });
const read = async (json: string | Buffer, members: string | null = null) =>
  readSource(
    await openGhost({ json: await fileOf(json), members: members === null ? null : await fileOf(members) }, () => NOW),
  );

describe('an export of Ghost', () => {
  test('gives posts with their tags, wherever in the file those stand', async () => {
    const { found, posts, oddities } = await read(
      `${exported({
        posts: [
          post('a', { custom_excerpt: 'Below', html: '<p><a href="__GHOST_URL__/b/">x</a></p>' }),
          post('b', { status: 'sent', visibility: 'members' }),
          post('c', { status: 'draft' }),
          post('d', { status: 'scheduled' }),
          post('e', { type: 'page' }),
          post('f', { html: null, visibility: 'tiers', published_at: '2025-03-03 10:00:00' }),
          post('a'),
        ],
        posts_tags: [
          { post_id: 'a', tag_id: '2', sort_order: 1 },
          { post_id: 'a', tag_id: '1', sort_order: 0 },
          { post_id: 'a', tag_id: '3', sort_order: 2 },
        ],
        settings: [{ key: 'title', value: 'The Weekly' }],
        tags: [
          { id: '1', name: 'News' },
          { id: '2', name: 'Essays' },
          { id: '3', name: '#internal' },
        ],
      })}\n`,
    );
    expect(posts).toEqual([
      {
        key: 'a',
        title: 'Title a',
        subtitle: 'Below',
        sentAt: at('2025-03-02T10:00:00Z'),
        html: '<p><a href="/b/">x</a></p>',
        audience: 'everyone',
        tags: ['News', 'Essays'],
      },
      expect.objectContaining({ key: 'b', audience: 'everyone', html: '<p>Text b</p>' }),
      expect.objectContaining({ key: 'f', audience: 'paying', html: null, sentAt: at('2025-03-03T10:00:00Z') }),
    ]);
    expect(found).toMatchObject({ name: 'The Weekly', posts: 3, people: 0, events: {}, from: null, to: null });
    expect(oddities).toEqual({
      'draft of posts': 2,
      'missing_text of posts': 1,
      'repeated_id of posts': 1,
      'missing_file of email_recipients': 1,
      'missing_file of members.csv': 1,
    });
  });

  test('has its paywall where the public preview ends, if somebody is behind it', async () => {
    const html = '<h2>Open</h2><p>One</p><!--members-only--><h2>Closed</h2><p>Two</p>';
    const { posts } = await read(
      exported({ posts: [post('a', { html, visibility: 'paid' }), post('b', { html, visibility: 'members' })] }),
    );
    const paywalls = posts.map(({ html: text }) => {
      const [edition] = analyseIssue([{ edition: 'whole', html: text ?? '' }]).editions;
      return text?.slice(edition?.paywallAt ?? text.length);
    });
    expect(paywalls).toEqual(['<!-- readout:paywall --><h2>Closed</h2><p>Two</p>', '']);
  });

  test('may say who got and opened a mail, if it was asked for', async () => {
    const recipient = (email: string, address: string, more: object) => ({
      id: `${email}-${address.slice(0, 1)}`,
      email_id: email,
      member_email: address,
      processed_at: '2025-03-02 10:00:00',
      delivered_at: null,
      opened_at: null,
      failed_at: null,
      ...more,
    });
    const { found, events, oddities } = await read(
      exported({
        email_recipients: [
          recipient('m1', 'a@example.org', {
            delivered_at: '2025-03-02 10:00:05',
            opened_at: '2025-03-02T11:00:00.000Z',
          }),
          recipient('m2', 'a@example.org', {}),
          recipient('m1', 'b@example.org', { failed_at: '2025-03-02 10:00:09' }),
          recipient('m1', 'nobody', {}),
          recipient('m1', 'c@example.org', { processed_at: 'soon', opened_at: '2099-01-01 00:00:00' }),
        ],
        emails: [
          { id: 'm1', post_id: 'a' },
          { id: 'm2', post_id: 'gone' },
        ],
        posts: [post('a')],
      }),
    );
    const time = at('2025-03-02T10:00:00Z');
    expect(events).toEqual(
      expect.arrayContaining([
        {
          post: 'a',
          kind: 'sent',
          rows: [
            { address: 'a@example.org', time },
            { address: 'b@example.org', time },
          ],
        },
        { post: 'a', kind: 'delivered', rows: [{ address: 'a@example.org', time: time + 5_000 }] },
        { post: 'a', kind: 'opened', rows: [{ address: 'a@example.org', time: time + 3_600_000 }] },
        { post: 'a', kind: 'bounced', rows: [{ address: 'b@example.org', time: time + 9_000 }] },
      ]),
    );
    expect(events).toHaveLength(4);
    expect(found.events).toEqual({ sent: 2, delivered: 1, opened: 1, bounced: 1 });
    expect(oddities).toEqual({
      'unreadable_address of email_recipients': 1,
      'unreadable_time of email_recipients': 1,
      'future_time of email_recipients': 1,
      'unknown_post of email_recipients': 1,
      'missing_file of members.csv': 1,
      agent_not_kept: 1,
    });
    expect(JSON.stringify(found)).not.toContain('@');
  });

  test('comes with its members, in any order of columns', async () => {
    const { people, oddities } = await read(
      exported({ posts: [post('a')] }),
      [
        'email,tiers,complimentary_plan,created_at,deleted_at,shoe_size,labels',
        'a@example.org,Gold,false,2025-01-02T10:00:00.000Z,,43,',
        'b@example.org,,TRUE,2025-01-02 10:00:00,,,"x, y"',
        'c@example.org,,false,2099-01-01T00:00:00Z,,,',
        'd@example.org,,,soon,,,',
        'e@example.org,,,,2025-02-02T10:00:00.000Z,,',
        'A@example.org,,,,,,',
        'nobody,,,,,,',
      ].join('\r\n'),
    );
    const none = { firstPaymentAt: null, paidUntil: null, plan: '' };
    expect(people).toEqual([
      { ...none, address: 'a@example.org', segment: 'premium', subscribedAt: at('2025-01-02T10:00:00Z'), plan: 'Gold' },
      { ...none, address: 'b@example.org', segment: 'premium', subscribedAt: at('2025-01-02T10:00:00Z') },
      { ...none, address: 'c@example.org', segment: 'free', subscribedAt: null },
      { ...none, address: 'd@example.org', segment: 'free', subscribedAt: null },
    ]);
    expect(oddities).toMatchObject({
      'unknown_column of members.csv': 1,
      'time_without_zone of members.csv': 1,
      'future_time of members.csv': 1,
      'unreadable_time of members.csv': 1,
      'repeated_row of members.csv': 1,
      'unreadable_address of members.csv': 1,
    });
  });

  test('tells by Stripe who pays where there are no tiers', async () => {
    const { people, oddities } = await read(
      exported({ posts: [post('a')] }),
      'email,stripe_customer_id\na@example.org,cus_1\nb@example.org,\n',
    );
    expect(people.map(({ segment }) => segment)).toEqual(['premium', 'free']);
    expect(oddities).toMatchObject({ 'missing_column of members.csv': 2 });
  });

  test('of an older version is read as well, and with a mark of byte order', async () => {
    const { posts } = await read(
      `\uFEFF${JSON.stringify({ meta: {}, data: { posts: [post('a'), post('b', { type: undefined, page: 1 })] } })}`,
    );
    expect(posts.map(({ key }) => key)).toEqual(['a']);
  });

  test.each([
    ['that ends in the middle', exported({ posts: [post('a')] }).slice(0, -20), /ends in the middle/],
    [
      'that is broken',
      exported({ posts: [post('a')] }).replace('}]', '}!]'),
      /not JSON as Ghost writes it \(from byte/,
    ],
    ['without posts', exported({ tags: [] }), /no posts/],
    ['that is something else', '{"name":"x"}', /no posts/],
    ['that is a list of members', 'id,email\n1,a@example.org', /not JSON/],
    ['that is empty', '', /ends in the middle/],
  ])('%s is refused with what to do', async (_, json, message) => {
    await expect(read(json)).rejects.toThrow(message);
  });

  test('stops when nobody wants it any more', async () => {
    const source = await openGhost({ json: await fileOf(exported({ posts: [post('a')] })), members: null });
    await expect(source.look(AbortSignal.abort(), () => {})).rejects.toThrow('aborted');
  });
});
