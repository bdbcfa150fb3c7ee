import { expect, test } from '@jest/globals';
import type { NewScheduleRun } from './catalog.ts';
import { NotInCatalogError } from './errors.ts';
import { newPublication, onBothEngines } from './testing/engines.ts';
import { bareIssue } from './testing/new-issue.ts';

const at = (iso: string) => new Date(iso);
const NOW = at('2026-03-02T07:00:00.000Z');
const schedule = {
  name: 'Weekly figures',
  what: { report: 'growth' },
  cadence: { every: 'week' },
  destination: { by: 'email' },
  since: NOW,
  createdAt: NOW,
};
const run = (changes: Partial<NewScheduleRun> = {}): NewScheduleRun => ({
  key: 'time 2026-03-02T07:00',
  cause: 'time',
  dueAt: NOW,
  issue: null,
  issueTitle: null,
  missed: 0,
  startedAt: NOW,
  holder: 'one',
  heldUntil: at('2026-03-02T07:02:00.000Z'),
  ...changes,
});

onBothEngines('schedules', (engine) => {
  test('of a publication are written, changed, paused and removed there, and nowhere else', async () => {
    const { id } = await newPublication(engine.catalog);
    const other = await newPublication(engine.catalog);
    const { publicId } = await engine.catalog.createSchedule(id, schedule);
    expect(await engine.catalog.findSchedule(id, publicId)).toEqual({
      ...schedule,
      publicId,
      publication: id,
      pausedAt: null,
    });
    expect(await engine.catalog.findSchedule(other.id, publicId)).toBeNull();
    expect(await engine.catalog.updateSchedule(other.id, publicId, { name: 'Theirs' })).toBeNull();
    expect(await engine.catalog.deleteSchedule(other.id, publicId)).toBe(false);
    const atWork = async () => (await engine.catalog.schedulesAtWork()).filter((one) => one.publication.id === id);
    expect(await atWork()).toMatchObject([{ schedule: { publicId }, lastDueAt: null }]);
    await engine.catalog.updateSchedule(id, publicId, { pausedAt: NOW });
    expect(await atWork()).toEqual([]);
    expect(await engine.catalog.deleteSchedule(id, publicId)).toBe(true);
    expect(await engine.catalog.listSchedules(id)).toEqual([]);
    await expect(engine.catalog.claimRun(publicId, run())).rejects.toThrow(NotInCatalogError);
  });

  test('a run is begun once, of however many who would, and changed only by whoever holds it', async () => {
    const { id } = await newPublication(engine.catalog);
    const { publicId } = await engine.catalog.createSchedule(id, schedule);
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, n) => engine.catalog.claimRun(publicId, run({ holder: `holder ${n}` }))),
    );
    const [claimed, ...more] = claims.filter((one) => one !== null);
    expect(more).toEqual([]);
    if (claimed === undefined) throw new Error('nobody has claimed it');
    expect(claimed).toMatchObject({ state: 'making', attempts: 1, files: [], endedAt: null });
    expect(await engine.catalog.changeRun({ ...claimed, holder: 'somebody else' }, { state: 'sending' })).toBeNull();
    const files = [{ name: 'a.pdf', bytes: 3, sha256: 'ab' }];
    expect(await engine.catalog.changeRun(claimed, { state: 'sending', files })).toMatchObject({
      state: 'sending',
      files,
    });
    // What was known is not so any more.
    expect(await engine.catalog.changeRun(claimed, { state: 'sending' })).toBeNull();
    expect(await engine.catalog.claimRun(publicId, run({ key: 'time 2026-03-09T07:00' }))).not.toBeNull();
    expect((await engine.catalog.schedulesAtWork()).find((one) => one.publication.id === id)?.lastDueAt).toEqual(NOW);
  });

  test('runs are taken up when their time has come, or their holder is silent', async () => {
    const { id } = await newPublication(engine.catalog);
    const { publicId } = await engine.catalog.createSchedule(id, schedule);
    const held = await engine.catalog.claimRun(publicId, run());
    const waiting = await engine.catalog.claimRun(publicId, run({ key: 'time 2026-03-09T07:00' }));
    if (held === null || waiting === null) throw new Error('not claimed');
    const nextAttemptAt = at('2026-03-02T07:05:00.000Z');
    await engine.catalog.changeRun(waiting, { state: 'waiting', nextAttemptAt, holder: null, heldUntil: null });
    const takenUp = async (iso: string) =>
      (await engine.catalog.runsToTakeUp(at(iso))).flatMap((one) =>
        one.publication.id === id ? [one.run.publicId] : [],
      );
    expect(await takenUp('2026-03-02T07:01:59.000Z')).toEqual([]);
    expect(await takenUp('2026-03-02T07:02:00.000Z')).toEqual([held.publicId]);
    expect((await takenUp('2026-03-02T07:05:00.000Z')).toSorted()).toEqual(
      [held.publicId, waiting.publicId].toSorted(),
    );
    await engine.catalog.changeRun(held, { state: 'done', endedAt: NOW, holder: null });
    expect(await takenUp('2026-03-02T07:05:00.000Z')).toEqual([waiting.publicId]);
    expect((await engine.catalog.lastRuns(id)).map((one) => one.schedule)).toEqual([publicId]);
  });

  test('runs are listed page by page, the latest first', async () => {
    const { id } = await newPublication(engine.catalog);
    const { publicId } = await engine.catalog.createSchedule(id, schedule);
    for (let day = 1; day <= 5; day++) {
      await engine.catalog.claimRun(publicId, run({ key: `time ${day}`, dueAt: at(`2026-03-0${day}T07:00:00.000Z`) }));
    }
    const first = await engine.catalog.listRuns(publicId, { limit: 3 });
    const rest = await engine.catalog.listRuns(publicId, { limit: 3, cursor: first.next ?? '' });
    const keys = [...first.items, ...rest.items].map(({ key }) => key);
    expect([keys, rest.next]).toEqual([['time 5', 'time 4', 'time 3', 'time 2', 'time 1'], null]);
    await expect(engine.catalog.listRuns(publicId, { limit: 3, cursor: 'x' })).rejects.toThrow('cursor');
  });

  test('issues are found that went out within a stretch and have no run yet', async () => {
    const { id } = await newPublication(engine.catalog);
    const { publicId, publication } = await engine.catalog.createSchedule(id, schedule);
    const [before, first, second] = await Promise.all(
      ['2026-02-28T07:00:00.000Z', '2026-03-01T07:00:00.000Z', '2026-03-02T07:00:00.000Z'].map((sentAt) =>
        engine.catalog.createIssue(id, bareIssue({ sentAt: at(sentAt) })),
      ),
    );
    await engine.catalog.createIssue(id, bareIssue({ sentAt: null }));
    const stretch = { after: before?.sentAt ?? NOW, until: NOW, keyPrefix: 'issue ' };
    const found = async () =>
      (await engine.catalog.issuesWithoutRun({ publicId, publication }, stretch)).map((one) => one.publicId);
    expect(await found()).toEqual([first?.publicId, second?.publicId]);
    await engine.catalog.claimRun(publicId, run({ key: `issue ${first?.publicId}`, cause: 'issue' }));
    expect(await found()).toEqual([second?.publicId]);
  });

  test('a mail server is a publication’s own, and goes with it', async () => {
    const { id } = await newPublication(engine.catalog);
    const setup = {
      host: 'smtp.example.com',
      port: 587,
      tls: 'starttls' as const,
      user: 'me',
      password: Uint8Array.of(1, 2, 3),
      from: 'a@example.com',
    };
    expect(await engine.catalog.mailServer(id)).toBeNull();
    await engine.catalog.setMailServer(id, setup);
    await engine.catalog.setMailServer(id, { ...setup, port: 465 });
    expect(await engine.catalog.mailServer(id)).toEqual({ ...setup, port: 465, createdAt: expect.any(Date) });
    expect(await engine.catalog.removeMailServer(id)).toBe(true);
    expect(await engine.catalog.removeMailServer(id)).toBe(false);
  });
});
