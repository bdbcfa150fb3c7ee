import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually, RunningReadout, temporaryFolder } from './running-readout.ts';

const ROUNDS = 50;
const READERS = 40;
const CALLERS = 16;
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';
const HTML = '<h1>One</h1><h2>First</h2><p><a href="https://example.com/a">a</a></p>';

describe('kill -9 under load', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  beforeAll(async () => {
    folder = await temporaryFolder();
  });
  afterAll(() => folder.remove());

  test(
    `after ${ROUNDS} kills at random moments every answered hit is counted, exactly once`,
    async () => {
      let readout = await RunningReadout.start(folder.path);
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
        readout = await RunningReadout.start(folder.path);
      }

      expect(answered.opened).toBeGreaterThan(ROUNDS * 10);
      // Nobody asks any more: what the log holds is all there is, and once it is in the warehouse nothing may move.
      await eventually(
        () => readout.metric('readout_ingester_lag_records'),
        (lag) => lag === 0,
        60_000,
      );
      const settled = await readout.report(publication.id, issue.id);
      const { figures } = settled;
      await sleep(1_500);
      expect((await readout.report(publication.id, issue.id)).figures).toEqual(figures);
      expect(figures.opens - answered.opened).toBeGreaterThanOrEqual(0);
      expect(figures.opens - answered.opened).toBeLessThanOrEqual(unanswered.opened);
      expect(figures.clicks - answered.clicked).toBeGreaterThanOrEqual(0);
      expect(figures.clicks - answered.clicked).toBeLessThanOrEqual(unanswered.clicked);
      expect(figures).toMatchObject({ sent: READERS, delivered: READERS });
      expect(figures.readers).toBeGreaterThanOrEqual(readers.answered.size);
      expect(figures.readers).toBeLessThanOrEqual(readers.asked.size);
      // Every aggregate says the same, the hours and the links as well as the totals.
      expect(settled.activity.reduce((sum, hour) => sum + hour.opens, 0)).toBe(figures.opens);
      expect(settled.links.reduce((sum, one) => sum + one.clicks, 0)).toBe(figures.clicks);
      await readout.kill('SIGTERM');
    },
    15 * 60_000,
  );
});
