export { type CsvFault, type CsvSubscriptions, readSubscriptionsCsv, splitCsv } from './csv.ts';
export { readDocumented, statedBy } from './documented.ts';
export { digitsOf } from './money.ts';
export { type Stated, type StatementParts, statementOf } from './stated.ts';
export { readStripeEvent, type StripeEvent } from './stripe/event.ts';
export { readStripeListing, type StripeListing } from './stripe/listing.ts';
