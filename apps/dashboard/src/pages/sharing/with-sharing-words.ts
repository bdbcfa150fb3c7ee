/** What has to do with links without sign-in, together with its words. Both are on their way at once; neither is in the first load. */
export async function withSharingWords<Page>(page: Promise<Page>): Promise<Page> {
  const [loaded] = await Promise.all([
    page,
    import('../../words/sharing-words.ts').then(({ speakOfSharing }) => speakOfSharing()),
  ]);
  return loaded;
}
