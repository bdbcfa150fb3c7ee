import { readStripeEvent } from '@readout/billing';
import type { ReportingBilling } from './system.ts';

const SIGNATURE = 'stripe-signature';
/** Seconds. Stripe signs anew each time that it sends an event again: https://docs.stripe.com/webhooks/signature */
const TOLERANCE = 300;
/** Any age. */
const NO_MATTER_WHEN = 0;

export const stripe: ReportingBilling = {
  async verify({ headers, body }, secret, now) {
    const signature = headers[SIGNATURE];
    if (typeof signature !== 'string') return 'forged';
    // Some 25 MB of memory that only those need who have Stripe.
    const { default: Stripe } = await import('stripe');
    const verifier = Stripe.webhooks.signature;
    if (verifier === null) throw new Error('the stripe package came without its verification');
    // What `constructEvent` does before it reads the body, which is read already; of an event without contents it throws.
    const holds = (tolerance: number) => {
      try {
        return verifier.verifyHeader(body, signature, secret, tolerance, undefined, now);
      } catch (error) {
        if (error instanceof Stripe.errors.StripeSignatureVerificationError) return false;
        throw error;
      }
    };
    if (holds(TOLERANCE)) return 'verified';
    return holds(NO_MATTER_WHEN) ? 'stale' : 'forged';
  },

  read(json, { account, takesTests }) {
    const event = readStripeEvent(json);
    if (event === null) return { outcome: 'malformed', why: 'This is no event as Stripe documents it.' };
    const told = `${event.type} ${event.id}`;
    if (event.account !== null && event.account !== account) {
      const why = 'The event is of a connected account that is not set up for this publication.';
      return { outcome: 'refused', fate: 'foreign', why, event: told };
    }
    if (!event.isLive && !takesTests) {
      const why = 'The event is a test, and tests are not taken: see the publication’s settings.';
      return { outcome: 'refused', fate: 'test', why, event: told };
    }
    if (event.stated === null) {
      return { outcome: 'malformed', why: `This ${event.type} has not the shape that Stripe documents.` };
    }
    return event.isKnown ? { outcome: 'stated', stated: event.stated } : { outcome: 'passing' };
  },
};
