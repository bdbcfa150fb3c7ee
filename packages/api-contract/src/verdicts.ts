import { FETCH_VERDICTS, NETWORK_KINDS, SEGMENTS } from '@readout/events';
import { z } from 'zod';

/** Who caused a fetch, in the order in which they are shown. */
export const fetchVerdict = z.enum(FETCH_VERDICTS);
export type FetchVerdict = z.infer<typeof fetchVerdict>;
export const fetchKind = z.enum(['opened', 'clicked']);

/** Fetches by who caused them. Unclear ones are added to neither side. */
export const verdictCounts = z.object({
  human: z.int(),
  proxied: z.int(),
  prefetched: z.int(),
  scanner: z.int(),
  unclear: z.int(),
});
export type VerdictCounts = z.infer<typeof verdictCounts>;

/** Whole people; the truth lies from low to high with a probability of 90 %. */
export const peopleRange = z.object({ estimate: z.int(), low: z.int(), high: z.int() });

/** Readers that prefetching hides, estimated from who clicked; never added to the counted figures. See docs/estimated-readers.md. */
export const readersEstimate = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    /** All readers: those whose opens are seen, and `hiddenReaders`. */
    readers: peopleRange,
    hiddenReaders: peopleRange,
    /** Recipients whose message was prefetched and opened by nobody else, as far as can be seen. */
    hiddenRecipients: z.int(),
    /** Readers who were counted, not estimated. */
    counted: z.int(),
    /** Clickers among readers whose opens are seen, from 0 to 1: what the estimate rests on. */
    seenClickRate: z.number(),
  }),
  z.object({
    ok: z.literal(false),
    reason: z.enum([
      'inconsistent-counts',
      'nothing-hidden',
      'no-seen-readers',
      'too-few-clicks',
      'clicks-not-explained',
      /** The publication does not keep who opened and clicked. */
      'readers-not-kept',
    ]),
    message: z.string(),
  }),
]);
export type ReadersEstimate = z.infer<typeof readersEstimate>;

/** More of an issue was fetched by machines than usual: a change at somebody's mail gateway, and no success. */
export const machineJump = z.object({
  /** What stands out. */
  of: z.enum(['machine_clicks', 'scanner_opens']),
  /** Of this issue, for each delivered recipient; above 1 where machines come several times. */
  share: z.number(),
  /** Median of the same over the issues before, at most 30. */
  usual: z.number(),
  /** share ÷ usual; null where there usually are none. */
  times: z.number().nullable(),
});
export type MachineJump = z.infer<typeof machineJump>;

/** A rule that led to verdicts. */
export const verdictReason = z.object({
  /** As the rule is called; a publication's own begin with `own:`. */
  name: z.string(),
  /** A sentence for "why?". */
  says: z.string(),
  /** Null where this version does not know the rule. */
  category: z.enum(['agent', 'network', 'request', 'timing', 'pattern', 'provider', 'token', 'own']).nullable(),
  /** Where the rule is known from. */
  source: z.string().nullable(),
});
export type VerdictReason = z.infer<typeof verdictReason>;

/** An issue's opens or clicks by verdict, and why. */
export const verdictSplit = z.object({
  kind: fetchKind,
  /** Public id of the one link whose clicks these are; null: of all. */
  link: z.string().nullable(),
  events: z.int(),
  /** Distinct readers, whatever the verdict; whoever has two verdicts is counted once here and under each of the two. */
  readers: z.int(),
  /** Of `events`: those whose verdict is the first look's and may still change. */
  settling: z.int(),
  /** All five, in their order. */
  verdicts: z.array(
    z.object({
      verdict: fetchVerdict,
      events: z.int(),
      readers: z.int(),
      settling: z.int(),
      /** Most events first. An event may have several reasons, and counts for each. */
      reasons: z.array(verdictReason.extend({ events: z.int() })),
    }),
  ),
});
export type VerdictSplit = z.infer<typeof verdictSplit>;

/** One open or click as it was judged; never whose. */
export const judgedEvent = z.object({
  /** ISO 8601, UTC. */
  time: z.string(),
  kind: fetchKind,
  verdict: fetchVerdict,
  reasons: z.array(verdictReason),
  /** How sure the verdict is, from 0 to 1; null where nobody said. */
  confidence: z.number().nullable(),
  /** Program and system in a few words; null where it sent none. */
  client: z.string().nullable(),
  network: z.enum(NETWORK_KINDS),
  /** ISO 3166-1 alpha-2. */
  country: z.string().nullable(),
  link: z.object({ id: z.string(), text: z.string() }).nullable(),
  /** Of the reader when the issue was sent. */
  segment: z.enum(SEGMENTS),
  /** Whether the verdict is final; until then it is the first look's. */
  settled: z.boolean(),
  secondsSinceSent: z.number().nullable(),
  /** Null where the mail provider reports no deliveries. */
  secondsSinceDelivery: z.number().nullable(),
});
export type JudgedEvent = z.infer<typeof judgedEvent>;
/** Newest first. */
export const judgedEventList = z.object({ items: z.array(judgedEvent), next: z.string().nullable() });
export type JudgedEventList = z.infer<typeof judgedEventList>;

const whatCame = {
  opensByVerdict: verdictCounts,
  /** By people. */
  clicks: z.int(),
  machineClicks: z.int(),
  unclearClicks: z.int(),
  /** Distinct readers with an open or click by a person. */
  readers: z.int(),
};

/** An issue's opens and clicks by the program that fetched, most first. */
export const issueClients = z.object({
  items: z.array(
    z.object({
      /** Without its version, such as `Chrome`; empty: none was sent. `not kept`: what it was imported from keeps none. Null: all the others together. */
      client: z.string().nullable(),
      group: z.enum(['mail', 'browser', 'app', 'text', 'proxy', 'machine', 'program', 'other', 'none', 'not_kept']),
      ...whatCame,
    }),
  ),
});
export type IssueClients = z.infer<typeof issueClients>;

/** An issue's figures by the domain that it was sent to, most recipients first. */
export const issueDomains = z.object({
  items: z.array(
    z.object({
      /**
       * Null, last: all other domains together, those with fewer than five recipients among them, so that nobody stands
       * alone; and recipients whose domain is not known.
       */
      domain: z.string().nullable(),
      recipients: z.int(),
      delivered: z.int(),
      bounced: z.int(),
      ...whatCame,
    }),
  ),
  /** Recipients whose domain is known. */
  known: z.int(),
});
export type IssueDomains = z.infer<typeof issueDomains>;

/** What machines did to a publication's issues over time. */
export const machineHistory = z.object({
  /** Issues that went out, newest last. */
  items: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      /** ISO 8601, UTC. */
      sentAt: z.string(),
      delivered: z.int(),
      ...whatCame,
      /** Of opens and clicks: those whose verdict may still change. */
      settling: z.int(),
      /** Opens by scanners and clicks by machines, for each delivered recipient; null where nothing was delivered. */
      scannerShare: z.number().nullable(),
      jump: machineJump.nullable(),
    }),
  ),
  /** Over all these issues, everybody counted once for each issue: for where single issues have too few clicks. */
  estimate: readersEstimate,
});
export type MachineHistory = z.infer<typeof machineHistory>;
