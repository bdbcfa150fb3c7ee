import type { WeighingRule } from './rule.ts';

export const NETWORK_RULES: readonly WeighingRule[] = [
  {
    // Defender and many others check from rented clouds, but VPNs leave from there too: weak.
    name: 'hosting_network',
    category: 'network',
    weight: 0.45,
    says: 'It came from a data centre, as gateways do, and some VPNs.',
    source: 'docs/mail-machines.md; packages/network/README.md',
    applies: (seen) => seen.network === 'hosting',
  },
  {
    // Not certain: products that show pages in a browser at the vendor's (isolation) carry a person's clicks.
    name: 'security_network',
    category: 'network',
    weight: 0.9,
    says: 'It came from the network of a maker of mail security gateways.',
    source: 'packages/network/src/autonomous-systems.ts',
    applies: (seen) => seen.network === 'security',
  },
  {
    name: 'mail_network_click',
    category: 'network',
    weight: 0.45,
    says: 'A link was followed from the network of a mail provider, where nobody browses.',
    source: 'packages/network/README.md',
    applies: (seen) => seen.kind === 'clicked' && seen.network === 'mail',
  },
];
