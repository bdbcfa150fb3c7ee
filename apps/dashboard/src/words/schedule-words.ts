import { schedulePages } from './en/schedule-pages.ts';
import { fetchedWords, type OtherLanguages } from './fetched-words.ts';
import { chosenLanguage, type Language } from './language.ts';
import type { ScheduleWords } from './shape.ts';

const OTHERS: OtherLanguages<ScheduleWords> = {
  es: async () => (await import('./es/schedule-pages.ts')).schedulePages,
};

/** What the page of schedules says: fetched with it. */
export let scheduleWords: ScheduleWords = schedulePages;

/** Fetches them in the chosen language, to be waited for before the page is drawn; English stands in, as elsewhere. */
export async function speakOfSchedules(wanted: Language = chosenLanguage()): Promise<void> {
  scheduleWords = await fetchedWords(scheduleWords, wanted, OTHERS);
}
