import { createPrivateKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { RelayConfig } from '@readout/config';
import DKIM from 'nodemailer/lib/dkim';

/** Puts a signature before a message (RFC 6376), without holding more of it than fits into memory easily. */
export type Sign = (message: Readable) => Readable;

/** The key cannot be used. */
class SigningKeyError extends Error {
  readonly code = 'DKIM_KEY';
}

const HELD_BYTES = 1_048_576;
/** The usual ones, and those that one-click unsubscription has to have signed (RFC 8058 §4). */
const SIGNED_FIELDS = [
  'From:Sender:Reply-To:Subject:Date:Message-ID:To:Cc:MIME-Version:Content-Type:Content-Transfer-Encoding',
  'In-Reply-To:References:List-Id:List-Help:List-Unsubscribe:List-Unsubscribe-Post:List-Subscribe:List-Post',
  'List-Owner:List-Archive:Feedback-ID',
].join(':');

/**
 * Reads the operator's key.
 * @param scratch A folder for what does not fit into memory.
 * @throws {SigningKeyError}
 */
export async function signingWith(
  { domain, selector, keyFile }: NonNullable<RelayConfig['dkim']>,
  scratch: string,
): Promise<Sign> {
  const privateKey = await readFile(keyFile, 'utf8').catch((error: unknown) => {
    throw new SigningKeyError(`The key in READOUT_RELAY_DKIM_KEY_FILE cannot be read (${String(error)}).`);
  });
  if (!isRsa(privateKey)) {
    throw new SigningKeyError(
      'READOUT_RELAY_DKIM_KEY_FILE holds no RSA key in PEM. Make one with: openssl genrsa -out dkim.pem 2048',
    );
  }
  const dkim = new DKIM({
    domainName: domain,
    keySelector: selector,
    privateKey,
    headerFieldNames: SIGNED_FIELDS,
    cacheDir: scratch,
    cacheTreshold: HELD_BYTES,
  });
  return (message) => dkim.sign(message);
}

function isRsa(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}
