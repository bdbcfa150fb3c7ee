/** What came of passing a message on. */
export type Answer =
  | { readonly kind: 'accepted'; readonly response: string }
  | {
      /** For good. */
      readonly kind: 'refused';
      readonly response: string;
      /** Of SMTP; null: it did not come so far. */
      readonly code: number | null;
      /** Whether the connection is of no more use. */
      readonly isCutOff: boolean;
    }
  | {
      readonly kind: 'later';
      readonly response: string;
      readonly code: number | null;
      readonly isCutOff: boolean;
      /** Whether it is the server that cannot be used at present, and not this message. */
      readonly isOfServer: boolean;
    };

/** That we may not send at all: another login may mend it, another message does not. */
const OF_OUR_LOGIN = new Set([530, 534, 535, 538]);
/** The server ends what it was doing. */
const OF_SERVER = new Set([421, 454]);

/** Reads an error of nodemailer's. */
export function answerOf(error: unknown): Answer {
  const { code, responseCode, response, message } = fieldsOf(error);
  const said = (response ?? message).slice(0, 500);
  const smtp = responseCode ?? null;
  if (code === 'ESTREAM') return { kind: 'later', response: said, code: smtp, isCutOff: true, isOfServer: false };
  const isOfMessage = code === 'EENVELOPE' || code === 'EMESSAGE';
  if (!isOfMessage || (smtp !== null && (OF_SERVER.has(smtp) || OF_OUR_LOGIN.has(smtp)))) {
    return { kind: 'later', response: said, code: smtp, isCutOff: true, isOfServer: true };
  }
  if (smtp !== null && smtp < 500)
    return { kind: 'later', response: said, code: smtp, isCutOff: false, isOfServer: false };
  // Without a code the library itself saw that the server would not take it: too large, or no address.
  return { kind: 'refused', response: said, code: smtp, isCutOff: false };
}

function fieldsOf(error: unknown): { code?: string; responseCode?: number; response?: string; message: string } {
  if (!(error instanceof Error)) return { message: String(error) };
  const field = (name: string): unknown => Reflect.get(error, name);
  const [code, responseCode, response] = [field('code'), field('responseCode'), field('response')];
  return {
    message: error.message,
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof responseCode === 'number' && responseCode >= 400 ? { responseCode } : {}),
    ...(typeof response === 'string' ? { response } : {}),
  };
}
