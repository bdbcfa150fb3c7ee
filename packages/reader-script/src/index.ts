export { type Reader, type ReaderOptions, startReader } from './reader.ts';
