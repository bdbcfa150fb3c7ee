import { domainToASCII } from 'node:url';

/** Labels of letters, digits and inner hyphens, at least two of them (RFC 1123 §2.1). */
const DOMAIN = /^(?=.{3,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/;
const ADDRESS = /^[^\s@<>]+@([^\s@<>]+)$/;

/** A domain as it is kept: in lower case, international names as the DNS has them. Null: it is none. */
export function domainOf(text: string): string | null {
  const ascii = domainToASCII(text.trim().toLowerCase().replace(/\.$/, ''));
  return DOMAIN.test(ascii) ? ascii : null;
}

/** The domain of whatever a sender calls a reader; null where that is no e-mail address. */
export function domainOfAddress(reader: string): string | null {
  const [, domain] = ADDRESS.exec(reader.trim()) ?? [];
  return domain === undefined ? null : domainOf(domain);
}
