import { schedulePages } from './en/schedule-pages.ts';
import { chosenLanguage, type Language } from './language.ts';
import type { ScheduleWords } from './shape.ts';

const OTHERS: Readonly<Record<Exclude<Language, 'en'>, () => Promise<ScheduleWords>>> = {
  es: async () => (await import('./es/schedule-pages.ts')).schedulePages,
};

/** What the page of schedules says: fetched with it. */
export let scheduleWords: ScheduleWords = schedulePages;

/** Fetches them in the chosen language, to be waited for before the page is drawn; English stands in, as elsewhere. */
export async function speakOfSchedules(wanted: Language = chosenLanguage()): Promise<void> {
  if (wanted === 'en') return;
  try {
    scheduleWords = await OTHERS[wanted]();
  } catch {
    // A lost connection, or files of a version that is no longer there: better in English than not at all.
  }
}
