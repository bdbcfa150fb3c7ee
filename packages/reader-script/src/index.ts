export { askOffer, type Offered, type OfferOptions, showOffers } from './offers.ts';
export { type Reader, type ReaderOptions, startReader } from './reader.ts';
