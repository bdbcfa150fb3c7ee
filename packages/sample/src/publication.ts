/** The sample's publication: invented, like its author and everything it says. */
export const SAMPLE_PUBLICATION = { name: 'Tide Table', timeZone: 'Europe/Madrid' } as const;

export const AUTHOR = 'Nuria Halloran';

/** Where the sample's web pages would stand. `.example` belongs to nobody (RFC 2606). */
export const SITE = 'https://tidetable.example';

/** Where the calls to action lead. The trial is offered in cut editions alone, the gift in whole ones alone. */
export const TRIAL_OFFER = `${SITE}/premium/trial`;
export const GIFT_OFFER = `${SITE}/premium/gift`;
