import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import ts from 'typescript';
import { postmark } from '../apps/collector/src/hooks/postmark.ts';
import { happeningsOf } from '../apps/collector/src/hooks/ses-event.ts';
import { postmarkRecord } from '../apps/collector/src/testing/postmark-requests.ts';
import { sesEvent } from '../apps/collector/src/testing/sns-requests.ts';

const READERS = [
  { address: 'ana@example.org', token: 'AQAAAAEtx0Vb2qkWm3fZc8uYd1nRg5hJpA' },
  { address: 'ben@example.org', token: 'AQAAAAGk7LqPz4sXv9oTe6iBw0yUm2cNrQ' },
];
const ISSUE = 'abcdefghijkm';

/** What the TypeScript of a page exports. */
async function exampleOf(page: string): Promise<Record<string, (...given: readonly unknown[]) => unknown>> {
  const text = await readFile(new URL(`../docs/${page}`, import.meta.url), 'utf8');
  const [, source = ''] = /```ts\n([\s\S]*?)```/.exec(text) ?? [];
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS },
  });
  const exports = {};
  new Function('exports', 'fetch', outputText)(exports, fetch);
  return exports;
}

test('what the page on Amazon SES sends carries the token to the reader, and back in a report', async () => {
  const { bulkEmail } = await exampleOf('sending-ses.md');
  const sent = bulkEmail?.(ISSUE, READERS) as {
    BulkEmailEntries: {
      Destination: { ToAddresses: string[] };
      ReplacementEmailContent: { ReplacementTemplate: { ReplacementTemplateData: string } };
      ReplacementTags: { Name: string; Value: string }[];
    }[];
  };
  for (const [at, { Destination, ReplacementEmailContent, ReplacementTags }] of sent.BulkEmailEntries.entries()) {
    const { address, token } = READERS[at] ?? {};
    expect(Destination.ToAddresses).toEqual([address]);
    expect(JSON.parse(ReplacementEmailContent.ReplacementTemplate.ReplacementTemplateData)).toEqual({ token });
    // As SES reports tags: each a list of values.
    const tags = Object.fromEntries(ReplacementTags.map(({ Name, Value }) => [Name, [Value]]));
    const reported = happeningsOf(JSON.stringify(sesEvent('Delivery', {}, { tags })));
    expect(reported).toMatchObject([{ kind: 'delivered', issue: ISSUE, token }]);
  }
  expect(sent.BulkEmailEntries).toHaveLength(2);
});

test('what the page on Postmark sends carries the token to the reader, and back in a report', async () => {
  // A stand-in for Postmark's API: it keeps what it is sent.
  const kept: { headers: unknown; url: unknown; body: unknown }[] = [];
  let status = 200;
  const server = createServer(async (request, response) => {
    kept.push({ headers: request.headers, url: request.url, body: await json(request) });
    response.writeHead(status).end('[]');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const { send } = await exampleOf('sending-postmark.md');
    await send?.(api, 'server token', ISSUE, READERS);
    expect(kept).toMatchObject([
      { url: '/email/batchWithTemplates', headers: { 'x-postmark-server-token': 'server token' } },
    ]);
    const [{ body } = { body: null }] = kept;
    const { Messages } = body as { Messages: { To: string; TemplateModel: object; Metadata: object }[] };
    for (const [at, { To, TemplateModel, Metadata }] of Messages.entries()) {
      const { address, token } = READERS[at] ?? {};
      expect([To, TemplateModel]).toEqual([address, { token }]);
      const reported = postmark.read(postmarkRecord('Delivery', { Metadata }));
      expect(reported).toMatchObject([{ kind: 'delivered', issue: ISSUE, token }]);
    }
    expect(Messages).toHaveLength(2);
    status = 422;
    await expect(send?.(api, 'server token', ISSUE, READERS)).rejects.toThrow(/422/);
  } finally {
    server.close();
  }
});
