import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { CatalogUnavailableError } from '@readout/catalog';
import { createTransport } from 'nodemailer';
import { BASE, RelayInTest } from './testing/relay-in-test.ts';

let relay: RelayInTest;
beforeAll(async () => {
  relay = await RelayInTest.open();
}, 180_000);
afterAll(() => relay?.close());
afterEach(() => {
  relay.sink.judge = () => null;
  relay.logFailure = null;
  expect(relay.failures).toEqual([]);
});

let subjects = 0;
const subject = () => `Mailing ${++subjects}`;
const BODY = '<html><body><h1>Tides</h1><p><a href="https://example.com/a">A</a></p></body></html>';

function message({
  fields = [] as readonly string[],
  html = BODY,
  title = subject(),
  to = 'Reader <r@example.org>',
} = {}) {
  const head = ['From: letters@tide.example', `To: ${to}`, `Subject: ${title}`, 'MIME-Version: 1.0', ...fields];
  return `${head.join('\r\n')}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}\r\n`;
}

const issues = async () => (await relay.catalog.allIssues(relay.publication.id)).map(({ title }) => title);
const issueCalled = async (title: string) => {
  const found = (await relay.catalog.allIssues(relay.publication.id)).find((issue) => issue.title === title);
  return found === undefined ? null : relay.catalog.findIssue(relay.publication.id, found.publicId);
};
const textTo = async (address: string) => (await relay.sink.bytesTo(address)).toString();

/** What a server answers to these lines, one after the other. */
async function dialogue(lines: readonly string[]): Promise<readonly string[]> {
  const socket = connect(relay.port, '127.0.0.1');
  const answers: string[] = [];
  let text = '';
  const next = () =>
    new Promise<string>((resolve) => {
      const look = () => {
        const whole = /^(?:\d{3}-.*\r\n)*\d{3} .*\r\n/.exec(text);
        if (whole === null) {
          socket.once('data', (chunk: Buffer) => {
            text += chunk.toString();
            look();
          });
          return;
        }
        text = text.slice(whole[0].length);
        resolve(whole[0]);
      };
      look();
    });
  await next();
  for (const line of lines) {
    socket.write(`${line}\r\n`);
    answers.push(await next());
  }
  socket.destroy();
  return answers;
}

const asPlain = (user: string, key: string) => `AUTH PLAIN ${Buffer.from(`\0${user}\0${key}`).toString('base64')}`;

describe('whoever sends', () => {
  test('gets nowhere without a key', async () => {
    const answers = await dialogue([
      'EHLO me',
      'MAIL FROM:<a@example.org>',
      'RCPT TO:<b@example.org>',
      'DATA',
      'VRFY root',
      'XCLIENT ADDR=127.0.0.1',
      'NOOP',
    ]);
    expect(answers[0]).toMatch(/AUTH PLAIN LOGIN/);
    expect(answers.slice(1).map((answer) => answer.slice(0, 3))).toEqual(['530', '530', '530', '500', '550', '250']);
    expect(relay.sink.arrived).toEqual([]);
  });

  test('gets in with a key of that publication, or an owner’s, and with no other', async () => {
    const { catalog, publication, key } = relay;
    const other = await catalog.createPublication({ name: 'Other', timeZone: 'UTC', isSample: false });
    const codes = await Promise.all(
      [
        [publication.publicId, key],
        [other.publicId, key],
        [publication.publicId, 'ro_wrong'],
        ['nobody', key],
        ['', ''],
      ].map(async ([user = '', pass = '']) => (await dialogue(['EHLO me', asPlain(user, pass)]))[1]?.slice(0, 3)),
    );
    expect(codes.slice(0, 4)).toEqual(['235', '535', '535', '535']);
    expect(codes[4]).not.toBe('235');
    expect(relay.logged.join('')).not.toContain(key);
    expect(await relay.counted('readout_relay_sign_ins_total')).toMatchObject({ accepted: 1 });
  });
});

describe('the first message of a mailing', () => {
  test('makes an issue, and every other reader’s is of the same one', async () => {
    const title = subject();
    const html = `<body><h1>Tides</h1><p>Dear Ada Low, <a href="https://example.com/a">A</a>
      <a href="https://example.com/me?token=abc">Yours</a> <a href="https://tide.example/unsubscribe/1">Unsubscribe</a></p>
      <p>Sent to one@example.org</p><img src="https://t.example/p.gif?email=one@example.org"></body>`;
    await relay.send(message({ title, html, to: '"Ada Low" <one@example.org>' }), 'one@example.org');
    const first = await textTo('one@example.org');
    await relay.send(message({ title, html: html.replaceAll('one@', 'two@') }), 'two@example.org');
    const second = await textTo('two@example.org');

    const issue = await issueCalled(title);
    expect(issue?.links.map(({ url }) => url)).toEqual(['https://example.com/a']);
    expect(issue?.sentAt).toBeInstanceOf(Date);
    const link = issue?.links[0]?.publicId;
    const tokens = [first, second].map((text) => new RegExp(`${BASE}/c/${link}/([\\w-]{34})"`).exec(text)?.[1]);
    expect(tokens.every((token) => token !== undefined)).toBe(true);
    expect(tokens[0]).not.toBe(tokens[1]);
    expect(first).toContain(`${BASE}/o/${issue?.publicId}/${tokens[0]}.gif`);
    for (const own of ['https://example.com/me?token=abc', 'https://tide.example/unsubscribe/1', 'Dear Ada Low']) {
      expect(first).toContain(own);
    }
    const kept = issue === null ? null : await relay.catalog.findEdition(issue.id, 'whole');
    expect(kept?.originalHtml).toContain('Tides');
    expect(kept?.originalHtml).not.toMatch(/one@example|Ada|token=abc|unsubscribe\/1/);
  });

  test('is one, however many come at once', async () => {
    const title = subject();
    await Promise.all(Array.from({ length: 8 }, (_, n) => relay.send(message({ title }), `at-once-${n}@example.org`)));
    for (let n = 0; n < 8; n++) await relay.sink.to(`at-once-${n}@example.org`);
    expect((await issues()).filter((name) => name === title)).toHaveLength(1);
  });

  test('is told from others by the sender’s own number for it, whatever the subject', async () => {
    const [one, two] = [subject(), subject()];
    const fields = ['X-Listmonk-Campaign: 3f1c', 'List-Id: <tide>'];
    await relay.send(message({ title: one, fields }), 'c1@example.org');
    await relay.sink.to('c1@example.org');
    await relay.send(message({ title: two, fields }), 'c2@example.org');
    const text = await textTo('c2@example.org');
    expect(await issueCalled(two)).toBeNull();
    expect(text).toContain(`/o/${(await issueCalled(one))?.publicId}/`);
  });

  test('may name its issue, or say that it is none; the field goes no further', async () => {
    const { catalog, publication } = relay;
    const issue = await catalog.createIssue(publication.id, {
      title: 'Made before',
      subtitle: '',
      sentAt: null,
      hasPaywall: false,
      sections: [],
      links: [{ url: 'https://example.com/a', text: 'A', kind: 'outbound', section: null }],
    });
    const before = (await issues()).length;
    await relay.send(message({ fields: [`X-Readout-Issue: ${issue.publicId}`] }), 'named@example.org');
    await relay.send(message({ fields: ['x-readout-issue: none'] }), 'none@example.org');
    await relay.send(message({ fields: ['X-Readout-Issue: 111111111111'] }), 'unknown@example.org');
    expect(await textTo('named@example.org')).toContain(`/c/${issue.links[0]?.publicId}/`);
    for (const address of ['named@example.org', 'none@example.org', 'unknown@example.org']) {
      expect(await textTo(address)).not.toMatch(/x-readout-issue/i);
    }
    for (const address of ['none@example.org', 'unknown@example.org']) expect(await textTo(address)).toContain(BODY);
    expect((await issues()).length).toBe(before);
    expect((await catalog.findIssue(publication.id, issue.publicId))?.sentAt).toBeInstanceOf(Date);
  });

  test('is left alone where the publication tracks nothing, or a machine answers', async () => {
    const { catalog, publication } = relay;
    const before = (await issues()).length;
    await relay.send(message({ fields: ['Auto-Submitted: auto-replied'] }), 'auto@example.org');
    await relay.sink.to('auto@example.org');
    await catalog.updatePublication(publication.id, { tracksOpens: false, tracksClicks: false });
    await relay.send(message(), 'untracked@example.org');
    expect(await textTo('untracked@example.org')).toContain(BODY);
    await catalog.updatePublication(publication.id, { tracksOpens: true, tracksClicks: true });
    expect((await issues()).length).toBe(before);
  });
});

describe('a message to several', () => {
  test('goes to each by itself, with a token of their own, and each fact is told once', async () => {
    await relay.untilEmpty();
    relay.lines.length = 0;
    const title = subject();
    const to = ['many1@example.org', 'many2@example.org', 'many3@example.org'];
    await relay.send(message({ title }), to);
    const texts = await Promise.all(to.map(textTo));
    const tokens = texts.map((text) => /\/o\/\w+\/([\w-]{34})\.gif/.exec(text)?.[1]);
    expect(new Set(tokens).size).toBe(3);
    expect(relay.sink.arrived.every((arrived) => arrived.to.length === 1)).toBe(true);
    const facts = await relay.facts(3);
    const issue = await issueCalled(title);
    expect(facts.map(({ kind, issue: of, domain }) => [kind, of, domain])).toEqual(
      to.map(() => ['sent', issue?.id, 'example.org']),
    );
    expect(new Set(facts.map(({ reader }) => reader)).size).toBe(3);
  });
});

describe('what goes wrong on the way', () => {
  test('a refusal for good is told to the sender, and counted as bounced', async () => {
    await relay.untilEmpty();
    relay.lines.length = 0;
    relay.sink.judge = ({ to }) => (to.includes('gone@example.org') ? { code: 550, message: 'No such mailbox' } : null);
    await relay.send(message(), 'gone@example.org', 'author@tide.example');
    const bounce = await textTo('author@tide.example');
    expect(bounce).toMatch(/report-type=delivery-status/);
    expect(bounce).toMatch(/Final-Recipient: rfc822; gone@example.org/);
    expect(bounce).toContain('550 No such mailbox');
    const [arrived] = await relay.sink.to('author@tide.example');
    expect(arrived?.from).toBe('');
    expect((await relay.facts(2)).map(({ kind }) => kind)).toEqual(['sent', 'bounced']);
    expect(await relay.counted('readout_relay_passed_total')).toMatchObject({ refused: 1 });
  });

  test('a message that goes round in circles goes back', async () => {
    const fields = Array.from(
      { length: 101 },
      (_, n) => `Received: from s${n} by s${n + 1}; Mon, 2 Mar 2026 07:00:00 +0000`,
    );
    await relay.send(message({ fields }), 'round@example.org', 'author3@tide.example');
    expect(await textTo('author3@tide.example')).toContain('round in circles');
    expect(relay.sink.arrived.some(({ to }) => to.includes('round@example.org'))).toBe(false);
  });

  test('while the next server is away messages wait, and then go on in their order', async () => {
    await relay.untilEmpty();
    await relay.sink.close();
    const title = subject();
    for (let n = 0; n < 4; n++) await relay.send(message({ title }), `order-${n}@example.org`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await relay.sink.open();
    await relay.sink.to('order-3@example.org');
    await relay.untilEmpty();
    const order = relay.sink.arrived.flatMap(({ to }) => to).filter((to) => to.startsWith('order-'));
    expect(order).toHaveLength(4);
    expect(order[0]).toBe('order-0@example.org');
  });

  test('what the log does not take waits for it, and the message does not', async () => {
    await relay.untilEmpty();
    relay.lines.length = 0;
    relay.logFailure = new Error('the log is full');
    await relay.send(message(), 'log-away@example.org');
    expect(await textTo('log-away@example.org')).toContain('/o/');
    expect(relay.lines).toEqual([]);
    relay.logFailure = null;
    expect(await relay.facts(1)).toHaveLength(1);
    await relay.untilEmpty();
  });

  test('while the catalog is away messages pass as they came, and who was known still is', async () => {
    await relay.untilEmpty();
    const { catalog } = relay;
    const away = () => Promise.reject(new CatalogUnavailableError('away'));
    await relay.stop();
    let isAway = false;
    const patchy = new Proxy(catalog, {
      get: (target, name) => (isAway && name !== 'close' ? away : Reflect.get(target, name)),
    });
    await relay.start({}, { catalog: patchy, catalogPatienceMs: 200 });
    await relay.send(message(), 'here@example.org');
    expect(await textTo('here@example.org')).toContain('/o/');
    isAway = true;
    await relay.send(message({ fields: ['X-Readout-Issue: 111111111111'] }), 'away@example.org');
    const text = await textTo('away@example.org');
    expect(text).toContain(BODY);
    expect(text).not.toMatch(/x-readout/i);
    expect(await relay.counted('readout_relay_prepared_total')).toMatchObject({ catalog_away: 1 });
    const stranger = createTransport({
      host: '127.0.0.1',
      port: relay.port,
      ignoreTLS: true,
      auth: { user: relay.publication.publicId, pass: 'ro_stranger' },
    });
    await expect(stranger.verify()).rejects.toMatchObject({ responseCode: 454 });
    stranger.close();
    await relay.stop();
    await relay.start();
  });

  test('a message that never gets on goes back to its sender when its time is up', async () => {
    await relay.untilEmpty();
    await relay.stop();
    await relay.start({ triesForMs: 0 });
    relay.sink.judge = ({ to }) => (to.includes('busy@example.org') ? { code: 451, message: 'Busy' } : null);
    await relay.send(message(), 'busy@example.org', 'author2@tide.example');
    expect(await textTo('author2@tide.example')).toMatch(/Status: 4\.4\.7/);
    expect(await relay.counted('readout_relay_passed_total')).toMatchObject({ expired: 1 });
    await relay.stop();
    await relay.start();
  });

  test('no more is taken than there is room for, and nothing that is too large', async () => {
    await relay.untilEmpty();
    await relay.stop();
    await relay.start({ queue: { maxBytes: 20_000, maxMessages: 10 }, largestMessageBytes: 10_000 });
    await relay.sink.close();
    const large = message({ html: `<p>${'x'.repeat(11_000)}</p>` });
    await expect(relay.send(large, 'large@example.org')).rejects.toMatchObject({ responseCode: 552 });
    const half = message({ html: `<p>${'x'.repeat(9_000)}</p>` });
    await relay.send(half, 'full-0@example.org');
    await relay.send(half, 'full-1@example.org');
    await expect(relay.send(half, 'full-2@example.org')).rejects.toMatchObject({ responseCode: 452 });
    await relay.sink.open();
    await relay.sink.to('full-1@example.org');
    await relay.stop();
    await relay.start();
    await relay.send(message(), 'room-again@example.org');
    await relay.sink.to('room-again@example.org');
  });
});
