export { type Decoded, decodeRecord, encodePageEvents, encodeRecord, encodeReport, MAX_RECORD_BYTES } from './codec.ts';
export type { EventFetch, ReaderEvent, Sighting } from './event.ts';
export {
  EXPERIMENT_MEASURES,
  EXPERIMENT_READERS,
  type ExperimentMeasure,
  type ExperimentReaders,
  GUARDED_MEASURES,
  type GuardedMeasure,
} from './experiment.ts';
export { HEADER_SHAPE, shapeOf } from './header-shape.ts';
export {
  type Brand,
  type CheckId,
  checkOf,
  type IssueId,
  isPublicId,
  isVisitor,
  type KeyId,
  type LinkId,
  type OfferId,
  PUBLIC_ID,
  type PublicationId,
  type PublicId,
  type ReaderId,
  type SectionId,
  visitorAsReader,
} from './ids.ts';
export {
  type Fact,
  factSchema,
  type Hit,
  hitSchema,
  type LogRecord,
  logRecordSchema,
  MOST_PAGE_EVENTS,
  NOTICE_KINDS,
  type Notice,
  type NoticeKind,
  PAGE_KINDS,
  type PageKind,
  type Report,
  type Statement,
} from './log-record.ts';
export type { Origin } from './origin.ts';
export { parsedUrl } from './parsed-url.ts';
export { referrerHost } from './referrer.ts';
export { decodeReplay, encodeReplay, type Replay } from './replay.ts';
export { routingKey } from './routing-key.ts';
export { type SnsTopic, snsTopicOf } from './sns-topic.ts';
export {
  BILLING_SYSTEMS,
  type BillingSystem,
  EDITIONS,
  type Edition,
  EVENT_KINDS,
  type EventKind,
  FETCH_VERDICTS,
  type FetchVerdict,
  LINK_KINDS,
  type LinkKind,
  MAIL_PROVIDERS,
  type MailProvider,
  NETWORK_KINDS,
  type NetworkKind,
  PROVIDER_WORDS,
  type ProviderWord,
  REPORTING_SYSTEMS,
  type ReportingSystem,
  SEGMENTS,
  type Segment,
  SOURCES,
  type Source,
  SUBSCRIPTION_STATUSES,
  type SubscriptionStatus,
  UNKNOWN_CURRENCY,
  VERDICTS,
  type Verdict,
} from './vocabulary.ts';
