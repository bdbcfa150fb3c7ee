import { createHash } from 'node:crypto';

/** Whom a message goes to, as far as its text may name them. */
export interface Addressee {
  readonly address: string;
  /** From the header `To`; null: it names nobody. */
  readonly name: string | null;
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
/** A parameter that says who somebody is, whatever its value. */
const WHO =
  /^(token|tok|uid|sid|email|e-?mail|sig|signature|hash|auth|contact|member|recipient|rcpt|uuid|subscriber\w*|subscription|reader|user(_?id)?|mc_eid|_hsenc|_hsmi|vero_id|ck_subscriber_id|ml_subscriber\w*|_kx|cid2)$/i;
/** Long, of letters and digits, and no words: nobody writes that by hand. */
const OPAQUE = /^(?=.*\d)(?=.*[a-z])[\w~.-]{20,}=*$/i;
const HEXADECIMAL = /^[0-9a-f]{24,}$/i;

/** Whether an address seems to be one recipient's own, so that it must not become a link of the issue. */
export function looksPersonal(address: string, to: Addressee): boolean {
  const plain = decoded(address).toLowerCase();
  if (UUID.test(plain) || namesOf(to.address).some((name) => plain.includes(name))) return true;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null) return false;
  if (url.pathname.split('/').some((segment) => HEXADECIMAL.test(segment))) return true;
  return [...url.searchParams].some(
    ([name, value]) => value !== '' && !/^utm_/i.test(name) && (WHO.test(name) || OPAQUE.test(value)),
  );
}

/** What an address is often written as in a link. In lower case: so are the addresses that are compared. */
function namesOf(address: string): readonly string[] {
  const lower = address.toLowerCase();
  const encoded = [address, lower].flatMap((text) => {
    const bytes = Buffer.from(text);
    return [bytes.toString('base64').replace(/=+$/, ''), bytes.toString('base64url'), bytes.toString('hex')];
  });
  const hashed = ['md5', 'sha1', 'sha256'].map((algorithm) => createHash(algorithm).update(lower).digest('hex'));
  return [lower, ...encoded.map((text) => text.toLowerCase()), ...hashed];
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
