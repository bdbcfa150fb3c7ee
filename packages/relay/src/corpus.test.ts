import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { analyseIssue, renderEdition } from '@readout/instrumenter';
import { mintToken, REFERENCE_SECRET, readerReference } from '@readout/tokens';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { type CorpusMessage, corpus } from './testing/corpus.ts';
import { BASE, RelayInTest } from './testing/relay-in-test.ts';

const MESSAGES = corpus();
const WESTERN = new Map([
  [0x80, '€'],
  [0x92, '’'],
  [0x93, '“'],
  [0x94, '”'],
  [0x97, '—'],
]);
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const record = `v=DKIM1; k=rsa; p=${keys.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;
const resolver = async (name: string) => {
  if (name !== 'tide._domainkey.tide.example') throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
  return [[record]];
};

let relay: RelayInTest;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readout-relay-dkim-'));
  const keyFile = join(folder, 'dkim.pem');
  await writeFile(keyFile, keys.privateKey.export({ type: 'pkcs8', format: 'pem' }));
  relay = await RelayInTest.open({ dkim: { domain: 'tide.example', selector: 'tide', keyFile } });
}, 180_000);
afterAll(async () => {
  await relay?.close();
  await rm(folder, { recursive: true, force: true });
});

const rawOf = ({ before, html, after }: CorpusMessage) => Buffer.concat([before, html, after]);

/** A message without what servers on its way put before it. */
function withoutTrace(bytes: Buffer, first: Buffer): { trace: string; rest: Buffer } {
  const at = bytes.indexOf(first.subarray(0, first.indexOf('\r\n') + 2));
  return { trace: bytes.toString('latin1', 0, at), rest: bytes.subarray(at) };
}

function decoded(bytes: Buffer, encoding: CorpusMessage['encoding']): Buffer {
  if (encoding === 'bare') return bytes;
  if (encoding === 'base64') return Buffer.from(bytes.toString('latin1'), 'base64');
  const text = bytes.toString('latin1').replace(/=\r\n/g, '');
  const plain = text.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(plain, 'latin1');
}

/** Node 20 decodes Windows-1252 as if it were ISO-8859-1. */
function inWords(bytes: Buffer, charset: string): string {
  if (!/windows-1252/i.test(charset)) return new TextDecoder(charset).decode(bytes);
  return bytes.toString('latin1').replace(/[\x80\x92-\x97]/g, (byte) => WESTERN.get(byte.charCodeAt(0)) ?? byte);
}

/** The HTML that the instrumenter makes for one reader of the newest issue. */
async function expected(text: string, address: string): Promise<string> {
  const { catalog, publication } = relay;
  const [newest] = (await catalog.listIssues(publication.id, { limit: 1 })).items;
  const issue = newest === undefined ? null : await catalog.findIssue(publication.id, newest.publicId);
  const secret = await catalog.installationSecret(REFERENCE_SECRET);
  const reference = readerReference(secret, publication.publicId, address);
  const reader = await catalog.findReader(publication.id, { reference });
  const [edition] = analyseIssue([{ edition: 'whole', html: text }]).editions;
  if (issue === null || reader === null || edition === undefined) throw new Error('there is no issue, or no reader');
  return renderEdition(edition, {
    base: BASE,
    issue: issue.publicId,
    links: issue.links.map(({ publicId }) => publicId),
    mergeTag: mintToken(await catalog.signingKey(publication.id), reader.id),
  });
}

describe('a message that goes through the relay', () => {
  test.each(MESSAGES.map((message, index) => [message.name, index] as const))('%s', async (name, index) => {
    const message = MESSAGES[index];
    if (message === undefined) throw new Error('no such message');
    const address = `reader${index}@example.org`;
    expect(await relay.send(rawOf(message), address)).toMatch(/^250/);
    const arrived = await relay.sink.bytesTo(address);
    const { trace, rest } = withoutTrace(arrived, message.before);
    expect(trace).toMatch(/^DKIM-Signature: [\s\S]+\r\nReceived: from [\s\S]+\r\n$/);

    if (message.text === null) {
      expect(rest.equals(message.before)).toBe(true);
    } else if (message.isWidened) {
      const head = rest.toString('latin1', 0, rest.indexOf('\r\n\r\n'));
      expect(head).toContain('Content-Transfer-Encoding: quoted-printable');
      const html = decoded(rest.subarray(head.length + 4), 'quoted-printable').toString();
      expect(html).toBe(`${await expected(message.text, address)}\r\n`);
      expect(
        Math.max(
          ...rest
            .toString('latin1')
            .split('\r\n')
            .map((line) => line.length),
        ),
      ).toBeLessThan(998);
    } else {
      const { before, after } = message;
      expect(rest.subarray(0, before.length).equals(before)).toBe(true);
      expect(rest.subarray(rest.length - after.length).equals(after)).toBe(true);
      const html = decoded(rest.subarray(before.length, rest.length - after.length), message.encoding);
      const text = await expected(message.text, address);
      // A message ends with a line break, whether or not its HTML does.
      const isLast = after.length === 0 && !text.endsWith('\r\n');
      expect(inWords(html, message.charset.replaceAll('"', ''))).toBe(isLast ? `${text}\r\n` : text);
    }
    const { results } = await dkimVerify(arrived, { resolver });
    expect(results.map(({ status }) => ({ [name]: status.result }))).toEqual([{ [name]: 'pass' }]);
    expect(relay.failures).toEqual([]);
  });
});
