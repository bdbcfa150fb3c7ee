import type { JudgedEvent } from '@readout/api-contract';

/** What is known of a network that somebody came from. */
export type NetworkKind = JudgedEvent['network'];

/** Those that a rule may ask for, likely ones first. */
export const NETWORK_NAMES = ['hosting', 'security', 'mail', 'other', 'unknown'] as const satisfies NetworkKind[];
