import { publicationView } from '@readout/api-contract';
import { eventually, OWNER_KEY, RunningReadout } from '../running-readout.ts';
import { type Ground, HostileBytes, type Onslaught, SITE } from './hostile-bytes.ts';
import { type Aftermath, send } from './onslaught.ts';

export interface FuzzOptions {
  /** Requests at least. */
  readonly requests: number;
  readonly seed: number;
  /** Connections at a time. */
  readonly connections: number;
  /** Told now and then how many requests have been sent. */
  readonly progress?: (sent: number) => void;
}

export interface FuzzResult {
  readonly requests: number;
  readonly seconds: number;
  readonly answersByStatus: ReadonlyMap<number, number>;
  /** Pixels that have to be counted and were answered 200, and how many the report counts. */
  readonly answered: number;
  readonly counted: number;
  /** Resident memory in MB after the first tenth, and at the end. */
  readonly memoryMB: { readonly early: number; readonly late: number };
  /** What must not be, in words, with the bytes that brought it about; a few of each. */
  readonly faults: readonly string[];
}

/** Statuses that say that the server failed. 501 and 505 are refusals of what it does not do. */
const FAILURES: readonly number[] = [500, 502, 504, 506, 507, 508, 510, 511];
const STACK = /^\s+at .+:\d+:\d+\)?$/m;
const PATHS = /file:\/\/|node_modules\/|\/dist\/[a-z-]+\.js/;
const MOST_FAULTS = 20;
const READERS = 50;
const HTML = '<h1>One</h1><h2>First</h2><p><a href="https://example.com/a">a</a></p>';

/** Throws requests of every kind, valid and not, at all routes of a running program, and holds it to what it owes. */
export async function fuzz(dataDirectory: string, options: FuzzOptions): Promise<FuzzResult> {
  const readout = await RunningReadout.start(dataDirectory);
  const { publication, ground } = await prepareGround(readout);
  const port = Number(new URL(readout.address).port);
  const hostile = new HostileBytes(ground, options.seed);
  const faults: string[] = [];
  const answersByStatus = new Map<number, number>();
  let [sent, answered] = [0, 0];
  let early = Number.NaN;
  let ended = false;
  void readout.exited.then(() => {
    ended = true;
  });
  const began = performance.now();

  const thrower = async () => {
    while (sent < options.requests && !ended && faults.length < MOST_FAULTS) {
      const onslaught = hostile.next();
      sent += onslaught.requests;
      const aftermath = await send(port, onslaught);
      for (const { status } of aftermath.answers) answersByStatus.set(status, (answersByStatus.get(status) ?? 0) + 1);
      const fault = faultOf(onslaught, aftermath);
      if (fault !== null && !ended) faults.push(`${fault}: ${shown(onslaught.bytes)} → ${shown(textOf(aftermath))}`);
      onslaught.expected.forEach(({ counted }, at) => {
        if (counted && aftermath.answers[at]?.status === 200) answered++;
      });
      options.progress?.(sent);
      if (Number.isNaN(early) && sent >= options.requests / 10) {
        early = 0;
        early = await memoryOf(readout);
      }
    }
  };
  await Promise.all(Array.from({ length: options.connections }, thrower));
  const seconds = (performance.now() - began) / 1000;
  if (ended) {
    const { code, signal, stderr } = await readout.exited;
    throw new Error(`Readout ended amid it, with ${code ?? signal}: ${stderr.slice(-2_000)}`);
  }

  const pixel = await fetch(`${readout.address}/o/${ground.noise.issue}/${ground.noise.tokens[0]}.gif`);
  const gif = Buffer.from(await pixel.arrayBuffer());
  if (pixel.status !== 200 || gif.length !== 43 || gif.toString('latin1', 0, 6) !== 'GIF89a') {
    faults.push(`the pixel at the end is answered ${pixel.status}, with ${gif.length} bytes`);
  }
  await eventually(
    () => readout.metric('readout_ingester_lag_records'),
    (lag) => lag === 0,
    300_000,
  );
  const late = await memoryOf(readout);
  const { figures } = await readout.report(publication, ground.issue);
  await readout.kill('SIGTERM');
  return {
    requests: sent,
    seconds,
    answersByStatus,
    answered,
    counted: figures.opens,
    memoryMB: { early, late },
    faults,
  };
}

async function prepareGround(readout: RunningReadout): Promise<{ publication: string; ground: Ground }> {
  const make = async (name: string) => {
    const settings = { name, timeZone: 'Europe/Madrid', sites: [SITE] };
    const { id: publication } = await readout.call(publicationView, '/publications', settings);
    const issue = await readout.createIssue(publication, HTML);
    return { publication, issue, tokens: await readout.addRecipients(publication, issue.id, READERS) };
  };
  const counted = await make('Counted');
  const noise = await make('Noise');
  return {
    publication: counted.publication,
    ground: {
      issue: counted.issue.id,
      tokens: counted.tokens,
      noise: { issue: noise.issue.id, link: noise.issue.links[0]?.id ?? '', tokens: noise.tokens },
      ownerKey: OWNER_KEY,
    },
  };
}

async function memoryOf(readout: RunningReadout): Promise<number> {
  return Math.round((await readout.metric('process_resident_memory_bytes')) / 1e6);
}

/** What is wrong with what came back; null: nothing. */
function faultOf({ manner, expected }: Onslaught, aftermath: Aftermath): string | null {
  const { answers, rest, hung } = aftermath;
  if (hung) return 'the connection was left hanging';
  const failure = answers.find(({ status }) => FAILURES.includes(status));
  if (failure !== undefined) return `an answer ${failure.status}`;
  if (answers.some(({ status, head }) => status === 503 && !/\nretry-after: /i.test(head))) {
    return 'a 503 that does not say when to come back';
  }
  const text = answers.map(({ head, body }) => `${head}\n${isText(head) ? body : ''}`).join('\n');
  if (STACK.test(text) || PATHS.test(text)) return 'an answer that shows the inside';
  if (manner === 'aborted') return null;
  if (rest !== '' && !rest.startsWith('HTTP/1.1 ')) return 'something that is no answer';
  if (manner !== 'answered') return null;
  if (answers.length !== expected.length) return `${answers.length} answers to ${expected.length} requests`;
  const wrong = expected.findIndex(({ statuses }, at) => ![...statuses, 503].includes(answers[at]?.status ?? 0));
  return wrong === -1
    ? null
    : `answer ${wrong} is ${answers[wrong]?.status}, not ${expected[wrong]?.statuses.join(' or ')}`;
}

/** Scripts of the dashboard are somebody else's text. */
function isText(head: string): boolean {
  return /\ncontent-type: (?:text\/(?:plain|html)|application\/(?:problem\+)?json)/i.test(head);
}

function textOf({ answers, rest }: Aftermath): string {
  return answers.map(({ head, body }) => `${head}\r\n\r\n${body}`).join('') + rest;
}

function shown(bytes: string): string {
  return JSON.stringify(bytes.length > 600 ? `${bytes.slice(0, 600)} … ${bytes.length}` : bytes);
}
