import type { SceneRule, WeighedAlone } from './rule.ts';

const SMALL_CROWD = 3;
const LARGE_CROWD = 10;

/** What several fetches of one message, or of many readers, tell together. */
export const PATTERN_RULES: readonly SceneRule[] = [
  {
    name: 'every_link',
    category: 'pattern',
    weight: 0.65,
    says: 'Every link of the message was followed within two minutes.',
    source: 'docs/mail-machines.md',
    applies: (seen, scene) => seen.kind === 'clicked' && scene.everyLink,
  },
  {
    name: 'burst',
    category: 'pattern',
    weight: 0.5,
    says: 'Three links or more were followed within ten seconds.',
    source: 'docs/mail-machines.md',
    applies: (seen, scene) => seen.kind === 'clicked' && scene.linksAtOnce >= 3,
  },
  {
    name: 'pair',
    category: 'pattern',
    weight: 0.3,
    says: 'Two links were followed within two seconds.',
    source: 'docs/mail-machines.md',
    applies: (seen, scene) => seen.kind === 'clicked' && scene.twoInMoments,
  },
  {
    // A gateway with many machines: other addresses, other agents.
    name: 'scattered_burst',
    category: 'pattern',
    weight: 0.4,
    says: 'Four links or more were followed within ten seconds, by one or by several machines.',
    source: 'docs/mail-machines.md',
    applies: (seen, scene) => seen.kind === 'clicked' && scene.linksAtOnceByAnybody >= 4,
  },
  {
    name: 'crowd',
    category: 'pattern',
    weight: 0.45,
    says: 'The same client in the same place followed links for several readers within a minute.',
    source: 'docs/mail-machines.md',
    applies: (_, scene) => scene.crowd >= SMALL_CROWD && scene.crowd < LARGE_CROWD,
  },
  {
    name: 'large_crowd',
    category: 'pattern',
    weight: 0.6,
    says: 'The same client in the same place followed links for ten readers or more within a minute.',
    source: 'docs/mail-machines.md',
    applies: (_, scene) => scene.crowd >= LARGE_CROWD,
  },
  {
    // The gateway looks again when somebody clicks (docs/mail-machines.md; resend-node issue 901 for an example).
    name: 'recheck',
    category: 'pattern',
    weight: 0.6,
    says: 'Somebody else, who looks more like a reader, followed the same link at the same moment.',
    source: 'docs/mail-machines.md; resend/resend-node issue 901',
    applies: (_, scene) => scene.recheck,
  },
  {
    name: 'other_system_at_once',
    category: 'agent',
    weight: 0.3,
    says: 'The same link was followed at the same moment on another system.',
    source: 'docs/mail-machines.md; resend/resend-node issue 901',
    applies: (_, scene) => scene.otherSystem,
  },
  {
    // Weak: many read with pictures blocked, and text browsers show none.
    name: 'no_open',
    category: 'pattern',
    weight: 0.15,
    says: 'A link was followed in a message that nobody seems to have opened.',
    source: 'docs/mail-machines.md',
    applies: (seen, scene, client) => seen.kind === 'clicked' && client.kind !== 'text' && !scene.opened,
  },
  {
    name: 'opened_here',
    category: 'pattern',
    weight: -0.3,
    says: 'The message was opened before, in the same place.',
    source: 'the order in which people read',
    applies: (seen, scene) => seen.kind === 'clicked' && scene.openedHere,
  },
  {
    name: 'opened_by_proxy',
    category: 'pattern',
    weight: -0.2,
    says: "The message was opened before, through the mail provider's proxy.",
    source: 'the order in which people read',
    // A gateway that looks again comes after the same opening.
    applies: (seen, scene) => seen.kind === 'clicked' && scene.openedByProxy && !scene.recheck,
  },
  {
    // Told only where hardly anything else is: of others the program says more.
    name: 'opened_again',
    category: 'pattern',
    weight: -0.15,
    says: 'The message had been opened before; who fetches pictures ahead mostly does so once.',
    source: 'docs/mail-machines.md',
    applies: (seen, scene, client) => seen.kind === 'opened' && client.kind === 'not_kept' && scene.openedBefore,
  },
  {
    name: 'opened_with_this',
    category: 'pattern',
    weight: -0.15,
    says: 'The message was opened before with the same client.',
    source: 'the order in which people read',
    applies: (seen, scene) => seen.kind === 'clicked' && scene.openedWithThis && !scene.openedHere && !scene.recheck,
  },
];

/** Asked last, once it is known what of the message was scanned, see `scanners.ts`. In this order. */
export const SCANNED_RULES: readonly [sameAsScanner: WeighedAlone, scannedTogether: WeighedAlone] = [
  {
    name: 'same_as_scanner',
    category: 'pattern',
    weight: 0.55,
    says: 'The same client in the same place scanned this message.',
    source: 'docs/mail-machines.md',
  },
  {
    name: 'scanned_together',
    category: 'pattern',
    weight: 0.3,
    says: 'The message was opened while a gateway scanned it.',
    source: 'docs/mail-machines.md',
  },
];

/** Links that nobody sees: who follows one reads the source, not the message. */
export const HONEYPOT = {
  name: 'honeypot',
  category: 'pattern',
  confidence: 0.99,
  says: 'A link was followed that no reader can see.',
  source: 'docs/mail-machines.md',
} as const;

export const HONEYPOT_VISITOR = {
  name: 'honeypot_visitor',
  category: 'pattern',
  confidence: 0.97,
  says: 'The same client in the same place followed a link that no reader can see, within a minute.',
  source: 'docs/mail-machines.md',
} as const;

export const BORROWED_AGENT = {
  name: 'borrowed_agent',
  category: 'pattern',
  confidence: 0.9,
  says: "It calls itself what Apple's prefetch does, yet the same client in the same place scanned this message.",
  source: 'docs/mail-machines.md',
} as const;
