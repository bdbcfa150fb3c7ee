import type { NetworkKind } from '@readout/events';
import type { Judgement, Seen } from '../seen.ts';

/** A publication's own rule. Everything that `when` names must hold; one that names nothing never applies. */
export interface OwnRule {
  readonly name: string;
  readonly when: {
    /** A part of the client's label, in upper or lower case. */
    readonly client?: string;
    readonly network?: NetworkKind;
    readonly place?: number;
    /** Of the address that the message was sent to, or what it ends with after a dot. In lower case. */
    readonly domain?: string;
  };
  readonly verdict: Judgement['verdict'];
}

/** The rules that a verdict is made by: those of this version, and a publication's own, which come first. */
export interface Rules {
  readonly version: number;
  readonly own: readonly OwnRule[];
}

/** Count up whenever a verdict on anything may come out differently: history is then judged anew. */
export const BUILT_IN: Rules = { version: 1, own: [] };

/** Whether a verdict may hang on where the message was sent to. */
export function asksForDomains({ own }: Rules): boolean {
  return own.some(({ when }) => when.domain !== undefined);
}

/**
 * What the publication itself says; null where it says nothing. Of several rules the first decides.
 * @param receiver Domain of the address that the message was sent to; empty where nobody knows.
 */
export function judgeByOwn(seen: Seen, own: readonly OwnRule[], receiver = ''): Judgement | null {
  for (const rule of own) {
    if (applies(rule, seen, receiver)) return { verdict: rule.verdict, reasons: [`own:${rule.name}`], confidence: 1 };
  }
  return null;
}

function applies({ when: { client, network, place, domain } }: OwnRule, seen: Seen, receiver: string): boolean {
  if ((client ?? network ?? place ?? domain) === undefined) return false;
  return (
    (client === undefined || seen.client.toLowerCase().includes(client.toLowerCase())) &&
    (network === undefined || seen.network === network) &&
    (place === undefined || seen.place === place) &&
    (domain === undefined || receiver === domain || receiver.endsWith(`.${domain}`))
  );
}
