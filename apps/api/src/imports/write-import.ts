import type { ImportSource } from '@readout/importers';
import { Appending } from './appending.ts';
import { EventRecords } from './event-records.ts';
import { issuesOfPosts } from './issues-of-posts.ts';
import { Messages } from './messages.ts';
import { People } from './people.ts';
import { PeopleRecords } from './people-records.ts';
import type { Home, ImportContext, Step, Tally } from './worker-messages.ts';

const TELL_EVERY_MS = 200;

interface Heard {
  readonly signal: AbortSignal;
  readonly onProgress: (step: Step, done: number, tally: Tally) => void;
}

/**
 * Makes records of all that a source holds and is not there yet. Issues first, since signups and payments are attributed
 * to them; then the list; then what happened, issue by issue.
 */
export async function writeImport(
  source: ImportSource,
  home: Home,
  context: ImportContext,
  { signal, onProgress }: Heard,
): Promise<Tally> {
  const tally: Tally = { issues: 0, readers: 0, events: 0, statements: 0, known: 0, leftOut: 0, retitled: 0, kept: 0 };
  let toldAt = 0;
  const tell = (step: Step, done: number, isEnd = false) => {
    if (!isEnd && performance.now() - toldAt < TELL_EVERY_MS) return;
    toldAt = performance.now();
    onProgress(step, done, tally);
  };
  const appending = new Appending(home);

  const issues = await issuesOfPosts(source, home, signal, tally, () => tell('issues', tally.issues));

  const people = new People(home, context);
  const records = await PeopleRecords.begin(home, context);
  for await (const some of source.people(signal)) {
    const known = await people.onList(some);
    tally.readers += some.length;
    for (const [at, person] of some.entries()) {
      const reader = known[at];
      if (reader !== undefined) await appending.add(records.linesOf(person, reader, tally));
    }
    tell('readers', tally.readers);
  }

  const messages = new Messages(source.events(signal));
  const events = new EventRecords({ home, context, people, issues });
  let done = 0;
  tell('events', done, true);
  for await (const group of messages) {
    await appending.add(await events.linesOf(group, tally));
    done += group.size;
    tell('events', done);
  }
  await appending.end();
  tell('events', done, true);
  return tally;
}
