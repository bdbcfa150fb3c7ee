import { NETWORK_KINDS } from '@readout/events';
import { z } from 'zod';
import { fetchKind, fetchVerdict } from './verdicts.ts';

const networkKind = z.enum(NETWORK_KINDS);

export const MOST_OWN_RULES = 50;

const name = z
  .string()
  .trim()
  .min(1, 'A rule needs a name.')
  .max(60, 'A name has 60 characters at most.')
  .refine((text) => /^[\p{L}\p{N} \-_.]*$/u.test(text), {
    message: 'A name is made of letters, digits, spaces, hyphens, underscores and full stops.',
  });

/** What must hold, all of it. */
const ownRuleWhen = z.strictObject({
  /** A part of the client's label, such as `Outlook` or `python-requests`; upper and lower case are the same. */
  client: z.string().trim().min(1).max(100).optional(),
  network: networkKind.optional(),
  /**
   * A network by its addresses: 192.0.2.0/24 or 2001:db8:1::/48, no larger and no smaller ones, since that much of an
   * address is kept.
   */
  range: z.string().trim().max(64).optional(),
  /** Of the address that the issue was sent to, or what it ends with after a dot. */
  domain: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/, 'A domain is written like example.org.')
    .max(253)
    .optional(),
});

/** One of a publication's own rules; they are asked in their order, and the first that applies decides. */
const ownRule = z.strictObject({
  name,
  when: ownRuleWhen.refine((when) => Object.values(when).some((value) => value !== undefined), {
    message: 'Say when it applies: give a client, a network, a range or a domain.',
  }),
  verdict: fetchVerdict,
});
export type OwnRule = z.output<typeof ownRule>;

const ownRules = z
  .array(ownRule)
  .max(MOST_OWN_RULES, `A publication has ${MOST_OWN_RULES} rules at most.`)
  .superRefine((rules, context) => {
    const names = new Set<string>();
    for (const [at, { name: one }] of rules.entries()) {
      if (names.has(one)) {
        context.addIssue({ code: 'custom', path: [at, 'name'], message: `Two rules have the name ${one}.` });
      }
      names.add(one);
    }
  });

/** How judging a publication's history by the rules as they are now stands. */
export const judgingStatus = z.object({
  state: z.enum(['idle', 'running', 'done', 'failed']),
  /** What is being done: verdicts are found and written, then figures are made of them. Null where nothing runs. */
  step: z.enum(['verdicts', 'figures']).nullable(),
  /** Share that is done of everything, from 0 to 1. */
  share: z.number(),
  /** Opens and clicks that have been judged anew. */
  judged: z.int(),
  /** How many verdicts came out differently, by the old one and the new one. */
  changed: z.array(z.object({ from: fetchVerdict, to: fetchVerdict, count: z.int() })),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  error: z.string().nullable(),
});
export type JudgingStatus = z.infer<typeof judgingStatus>;

export const ownRulesView = z.object({
  /** Rises with each change; to be given back with the next one. */
  version: z.int(),
  rules: z.array(ownRule.extend({ id: z.string(), createdAt: z.string() })),
  /** Whether the whole history has been judged by these rules and by this version of Readout's own. */
  isApplied: z.boolean(),
});
export type OwnRulesView = z.infer<typeof ownRulesView>;

/** All rules of the publication, in their order. One that keeps its name keeps its id. */
export const replaceOwnRulesRequest = z.strictObject({
  /** The version that was read: where somebody has changed the rules since, nothing is changed (409). */
  version: z.int().min(0),
  rules: ownRules,
});
export type ReplaceOwnRulesRequest = z.input<typeof replaceOwnRulesRequest>;

export const previewRulesRequest = z.strictObject({
  rules: ownRules,
  days: z.int().min(1).max(90).default(30),
});
export type PreviewRulesRequest = z.input<typeof previewRulesRequest>;

const beforeAndAfter = z.object({ before: z.int(), after: z.int() });
const judged = z.object({ verdict: fetchVerdict, reasons: z.array(z.string()) });

/** What other rules would change; nothing is written. `before` is by the rules as they are, `after` by those asked about. */
export const rulesPreview = z.object({
  from: z.string(),
  to: z.string(),
  /** Of the issues with opens or clicks in this time, how many were looked at, the newest first: it is limited. */
  issuesLookedAt: z.int(),
  issues: z.int(),
  /** Opens and clicks that were judged, of the issues looked at and within this time. */
  judged: z.int(),
  /** How many of them come out differently, by kind and by both verdicts. */
  changed: z.array(z.object({ kind: fetchKind, from: fetchVerdict, to: fetchVerdict, count: z.int() })),
  /** The issues that change most, at most 20. Readers and clicks are of the whole issue. */
  byIssue: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      sentAt: z.string().nullable(),
      /** Opens and clicks with another verdict, of the whole issue. */
      changed: z.int(),
      readers: beforeAndAfter,
      clicks: beforeAndAfter,
    }),
  ),
  /** At most 20. */
  examples: z.array(
    z.object({
      issue: z.string(),
      kind: fetchKind,
      time: z.string(),
      client: z.string(),
      network: networkKind,
      before: judged,
      after: judged,
    }),
  ),
});
export type RulesPreview = z.infer<typeof rulesPreview>;
