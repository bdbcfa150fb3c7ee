import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { issueClients } from '@readout/api-contract';
import { eventually, RunningReadout, temporaryFolder } from './running-readout.ts';

/** `npm run soak -- faults` does 200, of every process. */
const ROUNDS = 20;
const READERS = 40;
const CALLERS = 16;
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';
const HTML = '<h1>One</h1><h2>First</h2><p><a href="https://example.com/a">a</a></p>';

const sum = <T>(all: readonly T[], of: (one: T) => number) => all.reduce((total, one) => total + of(one), 0);

describe('kill -9 under load', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  beforeAll(async () => {
    folder = await temporaryFolder();
  });
  afterAll(() => folder.remove());

  test(
    `after ${ROUNDS} kills at random moments every answered hit is counted, exactly once`,
    async () => {
      // Settled within moments, so that kills fall among both: what is shown, and what is written for good.
      const start = () => RunningReadout.start(folder.path, 0, [], { READOUT_SETTLE_SECONDS: '1' });
      let readout = await start();
      const publication = await readout.createPublication('Killed');
      const issue = await readout.createIssue(publication.id, HTML);
      const tokens = await readout.addRecipients(publication.id, issue.id, READERS);
      const link = issue.links[0]?.id;
      const answered = { opened: 0, clicked: 0 };
      // The one request of each caller that the kill cut off may have reached the disk: counted at most once.
      const unanswered = { opened: 0, clicked: 0 };
      const readers = { answered: new Set<string>(), asked: new Set<string>() };

      for (let round = 0; round < ROUNDS; round++) {
        let running = true;
        const caller = async () => {
          for (let at = 0; running; at++) {
            const kind = at % 4 === 3 ? 'clicked' : 'opened';
            const token = tokens[(at * 7 + round) % tokens.length] ?? '';
            readers.asked.add(token);
            const path = kind === 'opened' ? `/o/${issue.id}/${token}.gif` : `/c/${link}/${token}`;
            try {
              const response = await fetch(readout.address + path, {
                redirect: 'manual',
                headers: { 'user-agent': FIREFOX },
              });
              await response.arrayBuffer();
              if (response.status !== (kind === 'opened' ? 200 : 302)) continue;
              answered[kind]++;
              readers.answered.add(token);
            } catch {
              unanswered[kind]++;
              return;
            }
          }
        };
        const callers = Array.from({ length: CALLERS }, caller);
        // The first answer comes as soon as it is up; the kill falls anywhere in what an ingestion round takes.
        await sleep(20 + Math.random() * 700);
        await readout.kill('SIGKILL');
        running = false;
        await Promise.all(callers);
        readout = await start();
      }

      expect(answered.opened).toBeGreaterThan(ROUNDS * 10);
      // Nobody asks any more: what the log holds is all there is, and once it is in the warehouse nothing may move.
      await eventually(
        () => readout.metric('readout_ingester_lag_records'),
        (lag) => lag === 0,
        60_000,
      );
      const settled = await eventually(
        () => readout.report(publication.id, issue.id),
        (report) => report.figures.settling === 0,
      );
      const { figures } = settled;
      const counted = await readout.fetches(publication.id, issue.id);
      await sleep(1_500);
      expect((await readout.report(publication.id, issue.id)).figures).toEqual(figures);
      expect(counted.opens - answered.opened).toBeGreaterThanOrEqual(0);
      expect(counted.opens - answered.opened).toBeLessThanOrEqual(unanswered.opened);
      expect(counted.clicks - answered.clicked).toBeGreaterThanOrEqual(0);
      expect(counted.clicks - answered.clicked).toBeLessThanOrEqual(unanswered.clicked);
      expect(figures).toMatchObject({ sent: READERS, delivered: READERS });
      expect(counted.readers).toBeGreaterThanOrEqual(readers.answered.size);
      expect(figures.readers).toBeLessThanOrEqual(readers.asked.size);
      const { items } = await readout.call(issueClients, `/publications/${publication.id}/issues/${issue.id}/clients`);
      expect(sum(items, (one) => sum(Object.values(one.opensByVerdict), (opens) => opens))).toBe(counted.opens);
      // Every aggregate says the same, the hours and the links as well as the totals.
      expect(sum(settled.activity, (hour) => hour.opens + hour.machineOpens)).toBe(counted.opens);
      expect(sum(settled.links, (one) => one.clicks + one.machineClicks + one.unclearClicks)).toBe(counted.clicks);
      expect(figures.clicks + figures.machineClicks + figures.unclearClicks).toBe(counted.clicks);
      await readout.kill('SIGTERM');
    },
    15 * 60_000,
  );
});
