import { decodeReplay } from './replay.ts';

/** In a line's JSON: quotes within a value are escaped, so that only a field of the record looks like this. */
const ISSUE = '"issue":"';
const TARGET = '"target":"';
const PUBLIC_ID_LENGTH = 12;
const NAMES_BY_PUBLIC_ID = /^\{"type":"(?:hit|report|notice)"/;

/**
 * What a record of the log belongs with: records with the same key stay in order. The issue of a hit, where it says
 * so, and of a mail provider's notice; else its target, as of a page's report. Of a fact, its publication and issue. A pure function of the line, whatever is known besides:
 * a line that is sent twice goes the same way twice, which is what tells the repeat.
 */
export function routingKey(logged: string): string {
  const line = decodeReplay(logged)?.line ?? logged;
  if (NAMES_BY_PUBLIC_ID.test(line)) {
    for (const field of [ISSUE, TARGET]) {
      const at = line.indexOf(field);
      if (at !== -1) return line.slice(at + field.length, at + field.length + PUBLIC_ID_LENGTH);
    }
  }
  const publication = /"publication":(\d+)/.exec(line)?.[1] ?? '';
  const issue = /"issue":(\d+)/.exec(line)?.[1] ?? '';
  return `${publication}/${issue}`;
}
