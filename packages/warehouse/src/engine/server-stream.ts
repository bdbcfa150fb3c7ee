import type { ClickHouseClient } from '@clickhouse/client';

/** A server that fails half-way says so within what it sends, marked by this header's value, and ends as if all was well. */
const MARK = 'x-clickhouse-exception-tag';
/** At the end of what is sent, at most so much of it: bytes. */
const MESSAGE = 32_768;

/** What a server answers to a query, as it comes. Given up, the connection is closed, by which the server stops. */
export async function* serverStream(client: ClickHouseClient, sql: string, format: string): AsyncGenerator<Uint8Array> {
  const giveUp = new AbortController();
  const query = `${sql} FORMAT ${format}`;
  const { stream, response_headers } = await client.exec({
    query,
    abort_signal: giveUp.signal,
    clickhouse_settings: { cancel_http_readonly_queries_on_client_close: 1 },
  });
  const tag = response_headers[MARK];
  let tail = Buffer.alloc(0);
  let isWhole = false;
  try {
    for await (const chunk of stream) {
      const bytes: Buffer = Buffer.from(chunk);
      if (typeof tag === 'string') {
        tail = Buffer.concat([tail, bytes]).subarray(-MESSAGE);
        const at = tail.lastIndexOf(`__exception__\r\n${tag}`);
        if (at >= 0) throw new Error(`ClickHouse failed half-way: ${tail.toString('utf8', at + 15, at + 500)}`);
      }
      yield bytes;
    }
    isWhole = true;
  } finally {
    if (!isWhole) giveUp.abort();
  }
}
