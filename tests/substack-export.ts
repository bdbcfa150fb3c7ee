import { zipOf } from '../packages/importers/src/testing/zip-of.ts';
import { READER_AGENT } from './browsers.ts';

const DAY_MS = 86_400_000;
/** Some weeks ago, so that home shows it. */
const BEGIN = Math.floor(Date.now() / DAY_MS - 20) * DAY_MS + 21_600_000;
const POSTS = 'post_id,post_date,is_published,email_sent_at,type,audience,title,subtitle';
const DELIVERIES = 'post_id,timestamp,email,post_type,post_audience,active_subscription';
const OPENS = `${DELIVERIES},country,city,region,device_type,client_os,client_type,user_agent`;
const LIST = 'email,active_subscription,expiry,plan,email_disabled,created_at,first_payment_at';

/** What a plain count over the rows of an export gives, by the title of an issue. */
export type PlainCounts = ReadonlyMap<string, { readonly delivered: number; readonly readers: number }>;

/** Writes an export of so many issues to so many readers, with a draft, a column and a file that nobody knows, and a time without its zone. */
export async function substackExport(
  path: string,
  { issues, people, padding = 0 }: { readonly issues: number; readonly people: number; readonly padding?: number },
): Promise<PlainCounts> {
  const at = (time: number) => new Date(time).toISOString();
  const address = (person: number) => `reader.${person}@mail.example`;
  const files: Record<string, string | Uint8Array> = {};
  const counts = new Map<string, { delivered: number; readers: number }>();
  const posts = [`${POSTS},mood`, `99.a-draft,${at(BEGIN)},false,,newsletter,everyone,A draft,`];
  for (let issue = 1; issue <= issues; issue++) {
    const sentAt = BEGIN + issue * DAY_MS;
    const title = `Tide ${issue}`;
    posts.push(`${issue}.tide-${issue},${at(sentAt)},true,${at(sentAt)},newsletter,everyone,${title},Of the sea,calm`);
    files[`posts/${issue}.tide-${issue}.html`] = '<h2>Ebb</h2><p><a href="https://example.org/ebb">ebb</a></p>';
    const deliveries = [DELIVERIES];
    const opens = [OPENS];
    let readers = 0;
    for (let person = 0; person < people; person++) {
      deliveries.push(`${issue},${at(sentAt + person)},${address(person)},newsletter,everyone,false`);
      if ((person + issue) % 3 === 0) continue;
      readers++;
      const openedAt = at(sentAt + 3_600_000 + person * 1_000);
      const time = issue === 1 && person === 0 ? openedAt.slice(0, -1) : openedAt;
      opens.push(
        `${issue},${time},${address(person)},newsletter,everyone,false,ES,,,desktop,x,email,"${READER_AGENT}"`,
      );
    }
    counts.set(title, { delivered: people, readers });
    files[`posts/${issue}.delivers.csv`] = `${deliveries.join('\n')}\n`;
    files[`posts/${issue}.opens.csv`] = `${opens.join('\n')}\n`;
  }
  files['posts.csv'] = `${posts.join('\n')}\n`;
  const list = Array.from(
    { length: people },
    (_, person) => `${address(person)},false,,other,false,${at(BEGIN - DAY_MS + person)},`,
  );
  files['email_list.lowtide.csv'] = `${[LIST, ...list].join('\n')}\n`;
  // As dense as an archive's own photographs.
  if (padding > 0) files['photographs.bin'] = crypto.getRandomValues(new Uint8Array(padding));
  await zipOf(path, files);
  return counts;
}
