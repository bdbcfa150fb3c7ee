/** The page of schedules together with its words. Both are on their way at once; neither is in the first load. */
export async function withScheduleWords<Page>(page: Promise<Page>): Promise<Page> {
  const [loaded] = await Promise.all([
    page,
    import('../../words/schedule-words.ts').then(({ speakOfSchedules }) => speakOfSchedules()),
  ]);
  return loaded;
}
