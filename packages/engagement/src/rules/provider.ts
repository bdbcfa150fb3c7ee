import type { CertainRule, WeighingRule } from './rule.ts';

export const PROVIDER_SAYS_APPLE: CertainRule = {
  name: 'provider_says_apple',
  category: 'provider',
  verdict: 'prefetched',
  confidence: 0.97,
  says: 'The mail provider reports it as a prefetch by Apple Mail.',
  source: 'Mailgun, Open and Click Bot Detection: apple; SendGrid event webhook: sg_machine_open',
  applies: (seen) => seen.kind === 'opened' && seen.said === 'apple',
};

// Mailgun means the image proxy by it, not the prefetch alone (mailgun.com/blog/product/bot-detection): asked after the
// agent, which tells the two apart.
export const PROVIDER_SAYS_GMAIL: CertainRule = {
  name: 'provider_says_gmail',
  category: 'provider',
  verdict: 'proxied',
  confidence: 0.8,
  says: 'The mail provider reports it as the image proxy of Gmail.',
  source: 'Mailgun, Open and Click Bot Detection: gmail',
  applies: (seen) => seen.kind === 'opened' && seen.said === 'gmail',
};

export const PROVIDER_RULES: readonly WeighingRule[] = [
  {
    // Not certain: Mailgun itself calls it an attempt, and it takes readers in data centres (VPNs) for machines.
    name: 'provider_says_bot',
    category: 'provider',
    weight: 0.65,
    says: 'The mail provider reports it as a firewall or virus scanner.',
    source: 'Mailgun, Open and Click Bot Detection: client-info.bot = generic',
    applies: (seen) => seen.said === 'bot',
  },
  {
    name: 'provider_says_machine_click',
    category: 'provider',
    weight: 0.5,
    says: 'The mail provider reports the click as a machine.',
    source: 'Mailgun, Open and Click Bot Detection',
    applies: (seen) => seen.kind === 'clicked' && (seen.said === 'apple' || seen.said === 'gmail'),
  },
  {
    // Only that it found nothing: SendGrid's false means "not Apple", Mailgun's empty "no bot was detected".
    name: 'provider_says_person',
    category: 'provider',
    weight: -0.15,
    says: 'The mail provider found no machine in it.',
    source: 'Mailgun, Open and Click Bot Detection; SendGrid support 4452853929115',
    applies: (seen) => seen.said === 'person',
  },
];
