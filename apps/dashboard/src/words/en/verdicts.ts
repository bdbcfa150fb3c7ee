/** Who caused a fetch. The definitions of these words are in definitions.ts, under the same names. */
export const verdicts = {
  names: {
    human: 'Person',
    proxied: 'Through a proxy',
    prefetched: 'Fetched ahead',
    scanner: 'Security scanner',
    unclear: 'Unclear',
  },
  colours: 'What the colours mean',
};
