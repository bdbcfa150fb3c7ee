/** The page of one experiment. */
export const growthExperiment = {
  back: 'All offers and experiments',
  loadFailed: 'The experiment could not be loaded.',
  draft: 'A draft: nobody sees anything of it until it is started.',
  setUp: 'How it is set up',
  takesPart: (share: string, who: string) => `${share} of ${who} take part`,
  who: { all: 'all readers', free: 'the free readers' },
  withVisitors: 'and of people without a token',
  smallest: (share: string) => `A change of ${share} would be worth it`,
  guarded: (measure: string, share: string) => `${measure}: worse by ${share} at most`,
  embed: 'On your pages',
  embedSays:
    'Write every offer into the page, the control first and the others hidden. The script shows each reader their own; docs/experiments.md says how it goes without a script, and in mail.',
  embedCode: 'Offers of this experiment',
};
