import type { SceneRule } from './rule.ts';

const SECOND = 1000;
// The delivery is dated when the receiving server accepted: a gateway that looks before it accepts comes earlier still.
const AT_ONCE = 2 * SECOND;
const SECONDS = 10 * SECOND;
const MINUTE = 60 * SECOND;

/** From so long after delivery on, when something was delivered says nothing of who fetched it, milliseconds. */
export const DELIVERY_TELLS_MS = MINUTE;

export const TIMING_RULES: readonly SceneRule[] = [
  {
    name: 'at_delivery',
    category: 'timing',
    weight: 0.4,
    says: 'It came within two seconds of delivery, or before.',
    source: "docs/mail-machines.md; Mautic's two seconds",
    applies: (_, { sinceDelivery }) => sinceDelivery !== null && sinceDelivery <= AT_ONCE,
  },
  {
    // Some readers are that fast.
    name: 'seconds_after_delivery',
    category: 'timing',
    weight: 0.3,
    says: 'It came within ten seconds of delivery.',
    source: 'docs/mail-machines.md',
    applies: (_, { sinceDelivery }) => sinceDelivery !== null && sinceDelivery > AT_ONCE && sinceDelivery <= SECONDS,
  },
  {
    // Of a browser it would be a doubt; where not even that much is known, nobody can say.
    name: 'unknown_at_delivery',
    category: 'timing',
    weight: 0.5,
    says: 'It came within ten seconds of delivery, and nobody knows with what program.',
    source: 'docs/mail-machines.md',
    applies: (_, { sinceDelivery }, { kind }) =>
      kind === 'not_kept' && sinceDelivery !== null && sinceDelivery <= SECONDS,
  },
  {
    name: 'minute_after_delivery',
    category: 'timing',
    weight: 0.12,
    says: 'It came within a minute of delivery.',
    source: 'docs/mail-machines.md',
    applies: (_, { sinceDelivery }) => sinceDelivery !== null && sinceDelivery > SECONDS && sinceDelivery <= MINUTE,
  },
];

/** Of a proxy: it may have looked ahead. It lowers the confidence and condemns nothing. */
export const PROXY_AT_DELIVERY = {
  name: 'proxy_at_delivery',
  category: 'timing',
  says: 'The proxy came within two seconds of delivery: it may have looked ahead.',
  source: 'docs/mail-machines.md',
  applies: (sinceDelivery: number | null) => sinceDelivery !== null && sinceDelivery <= AT_ONCE,
} as const;
