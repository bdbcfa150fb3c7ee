/** A page of bringing history in together with its words. Both are on their way at once; neither is in the first load. */
export async function withImportWords<Page>(page: Promise<Page>): Promise<Page> {
  const [loaded] = await Promise.all([
    page,
    import('../../words/import-words.ts').then(({ speakOfImports }) => speakOfImports()),
  ]);
  return loaded;
}
