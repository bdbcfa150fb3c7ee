import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Attempts } from '@readout/credentials';
import type { PublicId } from '@readout/events';
import { createTransport, type SMTPTransportOptions } from 'nodemailer';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { RelayMetrics } from './metrics.ts';
import { edited } from './passing-on/edited.ts';
import { NextServer, type NextServerOptions } from './passing-on/next-server.ts';
import { Queue } from './queue/queue.ts';
import { KnownSenders } from './taking/known-senders.ts';
import { type OpenDoor, openDoor } from './taking/smtp-door.ts';
import { CERTIFICATE } from './testing/certificate.ts';

const LIMITS = { maxBytes: 1e8, maxMessages: 100, largestMessageBytes: 1e6 };
const USER = '1'.repeat(12) as PublicId;
const KEY = 'k'.repeat(30);

let folder: string;
let queue: Queue;
let door: OpenDoor;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readout-relay-tls-'));
  queue = await Queue.open(folder, LIMITS, pino({ level: 'silent' }));
});
afterEach(async () => {
  await door.close();
  await rm(folder, { recursive: true, force: true });
});

async function open({ isNear = true, hasCertificate = true, failures = 10 } = {}): Promise<void> {
  const catalog = {
    findApiKey: async () => null,
    touchApiKey: async () => undefined,
    findPublication: async (publicId: PublicId) => (publicId === USER ? ({ id: 1 } as never) : null),
  };
  door = await openDoor({
    host: '127.0.0.1',
    port: 0,
    name: 'localhost',
    certificate: hasCertificate ? CERTIFICATE : null,
    largestMessageBytes: LIMITS.largestMessageBytes,
    senders: new KnownSenders(catalog, KEY),
    attempts: new Attempts(Date.now, { perAddress: failures, inAll: failures }),
    queue,
    metrics: new RelayMetrics(new Registry()),
    logger: pino({ level: 'silent' }),
    onTaken: () => undefined,
    isOnThisMachine: () => isNear,
  });
}

async function send(options: SMTPTransportOptions, pass = KEY): Promise<string> {
  const transport = createTransport({ host: '127.0.0.1', port: door.port, auth: { user: USER, pass }, ...options });
  try {
    const raw = 'From: a@tide.example\r\nSubject: One\r\n\r\nHello\r\n';
    return (await transport.sendMail({ envelope: { from: 'a@tide.example', to: 'b@example.org' }, raw })).response;
  } finally {
    transport.close();
  }
}

const TLS = { requireTLS: true, tls: { ca: CERTIFICATE.cert, servername: 'localhost' } };

describe('a sender on another machine', () => {
  test('is asked for its key over TLS only', async () => {
    await open({ isNear: false });
    await expect(send({ ignoreTLS: true })).rejects.toMatchObject({ code: expect.stringMatching(/^E/) });
    const anonymous = createTransport({ host: '127.0.0.1', port: door.port, ignoreTLS: true });
    await expect(anonymous.sendMail({ from: 'a@tide.example', to: 'b@example.org', text: 'x' })).rejects.toMatchObject({
      responseCode: 530,
    });
    expect(queue.messages).toBe(0);
    expect(await send(TLS)).toMatch(/^250/);
    await expect(send(TLS, 'wrong')).rejects.toMatchObject({ responseCode: 535 });
    expect(queue.messages).toBe(1);
  });

  test('is sent away where there is no certificate', async () => {
    await open({ isNear: false, hasCertificate: false });
    await expect(send({ ignoreTLS: true })).rejects.toMatchObject({ responseCode: 554 });
  });
});

test('whoever guesses keys is held up', async () => {
  await open({ failures: 2 });
  await expect(send({ ignoreTLS: true }, 'one')).rejects.toMatchObject({ responseCode: 535 });
  await expect(send({ ignoreTLS: true }, 'two')).rejects.toMatchObject({ responseCode: 535 });
  await expect(send({ ignoreTLS: true })).rejects.toMatchObject({ responseCode: 454 });
  expect(queue.messages).toBe(0);
});

test('whoever was let in before is not kept out by another one’s guesses', async () => {
  await open({ failures: 1 });
  expect(await send({ ignoreTLS: true })).toMatch(/^250/);
  await expect(send({ ignoreTLS: true }, 'one')).rejects.toMatchObject({ responseCode: 535 });
  expect(await send({ ignoreTLS: true })).toMatch(/^250/);
});

describe('the next server', () => {
  const pass = async (changes: Partial<NextServerOptions>) => {
    const next = new NextServer({
      host: '127.0.0.1',
      port: door.port,
      tls: 'starttls',
      ca: CERTIFICATE.cert,
      login: { user: USER, password: KEY },
      name: 'localhost',
      connections: 1,
      ...changes,
    });
    const text = Buffer.from('Subject: One\r\n\r\nHello\r\n');
    const read = async function* (start: number, end: number) {
      yield text.subarray(start, end);
    };
    try {
      return await next.send({
        from: 'a@tide.example',
        to: 'b@example.org',
        size: text.length,
        eightBit: false,
        open: () => edited(read, text.length, []),
      });
    } finally {
      await next.close();
    }
  };

  test('is spoken to over TLS, and has to be who it says', async () => {
    await open();
    expect(await pass({})).toMatchObject({ kind: 'accepted' });
    expect(await pass({ ca: null })).toMatchObject({ kind: 'later', isOfServer: true });
    expect(await pass({ login: { user: USER, password: 'wrong' } })).toMatchObject({ kind: 'later', isOfServer: true });
    expect(queue.messages).toBe(1);
  });

  test('that has no TLS gets nothing, unless that is what the operator wants', async () => {
    await open({ hasCertificate: false });
    expect(await pass({})).toMatchObject({ kind: 'later', isOfServer: true });
    expect(queue.messages).toBe(0);
    expect(await pass({ tls: 'off' })).toMatchObject({ kind: 'accepted' });
  });
});
