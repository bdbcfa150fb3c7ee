import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type Mail, type MailServer, sendMail } from './mail.ts';
import { Inbox } from './testing/inbox.ts';

const LOGIN = { user: 'readout', password: 's3cret words' };
const inbox = new Inbox();
let folder = '';
let mail: Mail;
beforeAll(async () => {
  await inbox.open(LOGIN);
  folder = await mkdtemp(join(tmpdir(), 'readout-mail-'));
  const path = join(folder, 'figures');
  await writeFile(path, 'a,b\n1,2\n');
  mail = {
    to: ['ana@example.com', 'luis@example.com'],
    subject: 'Cifras de la marea — marzo',
    text: 'Adjunto.',
    files: [{ name: 'cifras año.csv', mediaType: 'text/csv', path, bytes: 8, sha256: '' }],
    messageId: 'run-1@readout',
    at: Date.UTC(2026, 2, 2, 7),
  };
});
afterEach(() => {
  inbox.judge = () => null;
  inbox.unknown = [];
  inbox.arrived.length = 0;
});
afterAll(async () => {
  await inbox.close();
  await rm(folder, { recursive: true });
});
const server = (changes: Partial<MailServer> = {}): MailServer => ({
  host: '127.0.0.1',
  port: inbox.port,
  tls: 'off',
  login: LOGIN,
  from: 'Low Tide <tide@example.com>',
  ...changes,
});

describe('mail', () => {
  test('arrives with its files, for everybody it is for', async () => {
    expect(await sendMail(server(), mail, true)).toEqual({ kind: 'done', note: null });
    const [only, ...more] = inbox.arrived;
    expect(more).toEqual([]);
    expect(only).toMatchObject({ from: 'tide@example.com', to: mail.to });
    expect(only?.text).toContain('Message-ID: <run-1@readout>');
    expect(only?.text).toContain('Date: Mon, 02 Mar 2026 07:00:00 +0000');
    expect(only?.text).toContain('Auto-Submitted: auto-generated');
    expect(only?.text).toContain(Buffer.from('a,b\n1,2\n').toString('base64'));
  });

  test('that one of them does not get says so, in the words of the server', async () => {
    inbox.unknown = ['luis@example.com'];
    expect(await sendMail(server(), mail, true)).toEqual({
      kind: 'done',
      note: 'Not for luis@example.com: 550 No such mailbox here',
    });
    expect(inbox.arrived.map(({ to }) => to)).toEqual([['ana@example.com']]);
    inbox.unknown = mail.to;
    expect(await sendMail(server(), mail, true)).toMatchObject({
      kind: 'failed',
      again: false,
      why: expect.stringContaining('No such mailbox here'),
    });
  });

  test.each([
    ['for good', 554, false],
    ['for a while', 451, true],
  ])('that is refused %s did not arrive', async (_, code, again) => {
    inbox.judge = () => ({ code, message: 'I do not like it' });
    const why = `127.0.0.1: ${code} I do not like it`;
    expect(await sendMail(server(), mail, true)).toEqual({ kind: 'failed', why, again });
  });

  test('that was given as a whole and never answered may have arrived', async () => {
    inbox.judge = () => 'cut';
    expect(await sendMail(server(), mail, true)).toMatchObject({ kind: 'unknown' });
  });

  test('that cannot even be offered is tried again, unless it is the login that is wrong', async () => {
    const login = { user: 'readout', password: 'another' };
    const refused = await sendMail(server({ login }), mail, true);
    expect(refused).toMatchObject({ kind: 'failed', again: false, why: expect.stringMatching(/^127.0.0.1: 535 /) });
    const encrypted = await sendMail(server({ tls: 'starttls' }), mail, true);
    expect(encrypted).toMatchObject({ kind: 'failed', why: '127.0.0.1: 500 Error: command not recognized' });
    const nobody = await sendMail(server({ port: 1 }), mail, true);
    expect(nobody).toMatchObject({ kind: 'failed', again: true, why: expect.stringContaining('ECONNREFUSED') });
    expect(inbox.arrived).toEqual([]);
  });

  test('goes to no server in a private network, unless the operator allows that', async () => {
    for (const host of ['127.0.0.1', 'localhost', '::1', '10.1.2.3', '169.254.169.254', '::ffff:127.0.0.1']) {
      expect(await sendMail(server({ host }), mail, false)).toMatchObject({
        kind: 'failed',
        again: false,
        why: expect.stringContaining('READOUT_DELIVERY_PRIVATE_TARGETS=on'),
      });
    }
    expect(inbox.arrived).toEqual([]);
  });
});
