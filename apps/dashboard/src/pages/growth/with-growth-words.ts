/** A page of growth together with its words. Both are on their way at once; neither is in the first load. */
export async function withGrowthWords<Page>(page: Promise<Page>): Promise<Page> {
  const [loaded] = await Promise.all([
    page,
    import('../../words/growth-words.ts').then(({ speakOfGrowth }) => speakOfGrowth()),
  ]);
  return loaded;
}
