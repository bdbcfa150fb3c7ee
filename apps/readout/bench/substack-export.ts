import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

const DAY_MS = 86_400_000;
const PARAGRAPH =
  'Boats stay in when the wind comes from the land, and the town has a day that nobody planned. Shops open late, nets are mended on the quay, and whoever has something to say says it slowly.';
const AGENTS = [
  'Mozilla/5.0',
  'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)',
  'YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html',
];
const COUNTRIES = ['ES', 'GB', 'US', 'DE', 'FR', 'NL', 'PT', 'IE'];

interface ExportSize {
  readonly issues: number;
  readonly opens: number;
  readonly people: number;
}

/** Always the same numbers (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Writes an export as Substack gives it out: a list that grows, an issue a day, delivered to whoever is on the list then,
 * opened by half of them, some more than once. Made while it is written, a table of an issue at a time.
 * @returns Rows of deliveries and opens.
 */
export async function writeExport(
  path: string,
  { issues, opens, people }: ExportSize,
): Promise<{ delivered: number; opened: number }> {
  const zip = new ZipFile();
  const next = random(7);
  const agents = Array.from({ length: 200 }, (_, at) => agent(at));
  const begin = Date.UTC(2025, 0, 6, 6);
  const at = (time: number) => new Date(time).toISOString();
  const address = (person: number) => `reader.${person}@mail${person % 40}.example`;
  const joined = (person: number) => begin - 30 * DAY_MS + Math.floor((person / people) * (issues + 20) * DAY_MS);
  const isPaying = (person: number) => person % 9 === 0;
  const add = (name: string, text: string) => zip.addBuffer(Buffer.from(text), name);
  let delivered = 0;
  let opened = 0;

  let posts = 'post_id,post_date,is_published,email_sent_at,inbox_sent_at,type,audience,title,subtitle,podcast_url\n';
  let list = 'email,active_subscription,expiry,plan,email_disabled,created_at,first_payment_at\n';
  for (let person = 0; person < people; person++) {
    const since = joined(person);
    const paid = isPaying(person) ? at(since + 9 * DAY_MS) : '';
    list += `${address(person)},${isPaying(person)},${isPaying(person) ? at(since + 400 * DAY_MS) : ''},${isPaying(person) ? 'monthly' : 'other'},false,${at(since)},${paid}\n`;
  }
  add('email_list.bench.csv', list);
  const written = pipeline(zip.outputStream as Readable, createWriteStream(path));
  for (let issue = 0; issue < issues; issue++) {
    const sentAt = begin + issue * DAY_MS;
    const id = `${140_000_000 + issue * 371}.the-quiet-harbour-${issue}`;
    const audience = issue % 3 === 0 ? 'only_paid' : 'everyone';
    posts += `${id},${at(sentAt - 60_000)},true,${at(sentAt)},${at(sentAt)},newsletter,${audience},"The quiet harbour, ${issue}",What a town does when its boats stay in,\n`;
    add(`posts/${id}.html`, htmlOf(issue));
    let deliveries = 'post_id,timestamp,email,post_type,post_audience,active_subscription\n';
    let table =
      'post_id,timestamp,email,post_type,post_audience,active_subscription,country,city,region,device_type,client_os,client_type,user_agent\n';
    const recipients: number[] = [];
    for (let person = 0; person < people && joined(person) < sentAt; person++) {
      recipients.push(person);
      deliveries += `${id},${at(sentAt + Math.floor(next() * 90_000))},${address(person)},newsletter,${audience},${isPaying(person)}\n`;
      delivered++;
    }
    const wanted = Math.round((opens * (issue + 1)) / issues) - opened;
    for (let open = 0; open < wanted; open++) {
      const person = recipients[Math.floor(next() ** 2 * recipients.length)] ?? 0;
      const time = sentAt + 120_000 + Math.floor(next() ** 4 * 6 * DAY_MS);
      const which = agents[Math.floor(next() * agents.length)] ?? '';
      const country = COUNTRIES[person % COUNTRIES.length] ?? 'ES';
      table += `${id},${at(time)},${address(person)},newsletter,${audience},${isPaying(person)},${country},"A town, somewhere",,desktop,Windows,email,"${which}"\n`;
      opened++;
    }
    add(`posts/${id}.delivers.csv`, deliveries);
    add(`posts/${id}.opens.csv`, table);
    // What is waiting to be packed is in memory.
    await new Promise((resolve) => setImmediate(resolve));
  }
  add('posts.csv', posts);
  zip.end();
  await written;
  return { delivered, opened };
}

function agent(at: number): string {
  const known = AGENTS[at % 5];
  if (known !== undefined) return known;
  return `Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${100 + (at % 40)}.0.0.0 Safari/537.36`;
}

function htmlOf(issue: number): string {
  const sections = Array.from(
    { length: 4 },
    (_, at) =>
      `<h2>Part ${at + 1} of ${issue}</h2>${`<p>${PARAGRAPH} <a href="https://example.org/${issue}/${at}">A map</a></p>`.repeat(6)}${at === 2 ? '<div class="paywall-jump" data-component-name="PaywallToDOM"></div>' : ''}`,
  );
  return sections.join('\n');
}
