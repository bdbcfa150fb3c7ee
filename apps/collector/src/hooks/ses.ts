import { type SnsTopic, snsTopicOf } from '@readout/events';
import type { FetchText } from './fetch-text.ts';
import type { HookProvider, Posted, Proof } from './provider.ts';
import { happeningsOf } from './ses-event.ts';
import { addressOn, SnsCertificates } from './sns-certificates.ts';
import { isSignedWith, readSnsMessage, type SnsMessage } from './sns-message.ts';

/** How old a message may be: SNS sends one again for an hour at most. */
const STALE_MS = 2 * 3_600_000;
const AHEAD_MS = 300_000;
const RAW = 'x-amz-sns-rawdelivery';

const SAYS_RAW =
  'Amazon SNS delivers this raw, without its signature: turn raw message delivery off for the subscription.';
const SAYS_OTHER_TOPIC = 'This comes from another topic than the one in the settings of the publication.';
const SAYS_ELSEWHERE =
  'The certificate of the signature stands elsewhere than with Amazon SNS in the region of the topic. It was not looked at.';

/**
 * Amazon SES, by way of a topic of Amazon SNS, whose ARN is the key: anybody may have topics, and SNS signs for all of
 * them. With Node's own crypto, because `sns-validator` and `sns-payload-validator` fetch by themselves, from hosts of any
 * region, without an end to time or size.
 */
export function ses(fetchText: FetchText): HookProvider {
  const certificates = new SnsCertificates(fetchText);
  return {
    name: 'ses',

    async verify({ headers, json }: Posted, key, now): Promise<Proof> {
      if (headers[RAW] === 'true') return { ok: false, refusal: 'forged', says: SAYS_RAW };
      const message = readSnsMessage(json);
      if (message === null) return { ok: false, refusal: 'forged' };
      const topic = snsTopicOf(key);
      // Before anything is fetched: who does not know the topic causes nothing.
      if (topic === null || message.TopicArn !== topic.arn) {
        return { ok: false, refusal: 'forged', says: SAYS_OTHER_TOPIC };
      }
      const certificate = await certificates.at(message.SigningCertURL, topic.host, now);
      if (certificate === 'elsewhere') return { ok: false, refusal: 'forged', says: SAYS_ELSEWHERE };
      if (certificate === null) return { ok: false, refusal: 'unavailable' };
      if (!isSignedWith(message, certificate)) return { ok: false, refusal: 'forged' };
      const signedAt = Date.parse(message.Timestamp);
      if (signedAt < now - STALE_MS || signedAt > now + AHEAD_MS) return { ok: false, refusal: 'stale' };
      return { ok: true, once: null };
    },

    async introduce(json, key) {
      const [message, topic] = [readSnsMessage(json), snsTopicOf(key)];
      if (message?.Type !== 'SubscriptionConfirmation' || topic === null) return null;
      const url = confirmationOf(message, topic);
      if (url === null) return 'malformed';
      try {
        await fetchText(url);
        return 'done';
      } catch {
        // SNS asks again, as after any answer 503.
        return 'unavailable';
      }
    },

    read(json) {
      const message = readSnsMessage(json);
      if (message === null) return null;
      return message.Type === 'Notification' ? happeningsOf(message.Message) : [];
    },
  };
}

/** Where the subscription is confirmed: with SNS itself, and that of this topic alone. Null: it leads elsewhere. */
function confirmationOf({ SubscribeURL = '', Token }: SnsMessage, { arn, host }: SnsTopic): URL | null {
  const url = addressOn(host, SubscribeURL);
  if (url === null || url.pathname !== '/') return null;
  const asked = url.searchParams;
  const isConfirmation = asked.get('Action') === 'ConfirmSubscription' && asked.get('Token') === Token;
  return isConfirmation && asked.get('TopicArn') === arn ? url : null;
}
