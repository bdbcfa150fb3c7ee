import { readTopic } from '../../packages/event-log/src/testing/kafka-topic.ts';
import type { Counted } from './audience.ts';

/** Tokens that say which audience they belong to. */
export function tokensOf(audience: number, readers: number): string[] {
  return Array.from({ length: readers }, (_, at) => `audience-${audience}-${at}`);
}

/**
 * What a topic holds of each audience: every record once by its origin, however often it stands there.
 * @throws {Error} where one origin has two records.
 */
export async function countedInTopic(bootstrap: string[], topic: string): Promise<(audience: number) => Counted> {
  const tokens = new Map<string, string>();
  const counts = new Map<number, { opens: number; clicks: number; readers: Set<string> }>();
  for (const messages of (await readTopic(bootstrap, topic)).values()) {
    for (const message of messages) {
      if (!message.ok) throw new Error(message.reason);
      const origin = `${message.origin.collector} ${message.origin.position}`;
      const token = /"token":"([^"]*)"/.exec(message.line)?.[1] ?? '';
      const known = tokens.get(origin);
      if (known !== undefined && known !== token) throw new Error(`two records stand at ${origin}`);
      if (known !== undefined) continue;
      tokens.set(origin, token);
      const audience = Number(/^audience-(\d+)-/.exec(token)?.[1]);
      const count = counts.get(audience) ?? { opens: 0, clicks: 0, readers: new Set<string>() };
      counts.set(audience, count);
      if (message.line.includes('"kind":"opened"')) count.opens++;
      else count.clicks++;
      count.readers.add(token);
    }
  }
  return (audience) => {
    const { opens = 0, clicks = 0, readers } = counts.get(audience) ?? {};
    return { opens, clicks, readers: readers?.size ?? 0 };
  };
}
