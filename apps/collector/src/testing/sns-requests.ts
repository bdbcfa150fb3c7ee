import { type KeyObject, sign } from 'node:crypto';
import { signedText } from '../hooks/sns-message.ts';
import type { Signed } from './provider-requests.ts';

export const TOPIC = 'arn:aws:sns:eu-west-1:123456789012:readout';
export const CERTIFICATE_URL = 'https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0a1b2c3d4e5f.pem';
export const SUBSCRIBE_URL = `https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=${TOPIC}&Token=2336412f37`;

interface Sent {
  readonly key: KeyObject;
  /** UTC, milliseconds. */
  readonly at: number;
  readonly version?: '1' | '2';
  /** Over what SNS says by itself, before it is signed. */
  readonly more?: Readonly<Record<string, string>>;
}

/** As SNS posts what was published to a topic: https://docs.aws.amazon.com/sns/latest/dg/http-notification-json.html */
export function bySns(published: unknown, { key, at, version = '2', more = {} }: Sent): Signed {
  const message = {
    Type: 'Notification' as const,
    MessageId: '22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324',
    TopicArn: TOPIC,
    Message: typeof published === 'string' ? published : JSON.stringify(published),
    Timestamp: new Date(at).toISOString(),
    SignatureVersion: version,
    SigningCertURL: CERTIFICATE_URL,
    UnsubscribeURL: `https://sns.eu-west-1.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=${TOPIC}:c9135db0`,
    ...more,
  };
  const digest = version === '1' ? 'sha1' : 'sha256';
  const Signature = sign(digest, Buffer.from(signedText(message)), key).toString('base64');
  return {
    body: JSON.stringify({ ...message, Signature }),
    headers: { 'content-type': 'text/plain; charset=UTF-8', 'x-amz-sns-message-type': message.Type },
  };
}

/** https://docs.aws.amazon.com/sns/latest/dg/http-subscription-confirmation-json.html */
export function confirmationBySns(sent: Sent): Signed {
  return bySns('You have chosen to subscribe to the topic.', {
    ...sent,
    more: { Type: 'SubscriptionConfirmation', Token: '2336412f37', SubscribeURL: SUBSCRIBE_URL, ...sent.more },
  });
}

const MAIL = {
  timestamp: '2026-06-01T12:26:29.000Z',
  source: 'letters@low-tide.example',
  sendingAccountId: '123456789012',
  messageId: '0102019acf4b1f2e-7f0e3a52-000000',
  destination: ['Eva@Harbour.example'],
  headersTruncated: false,
  headers: [{ name: 'Subject', value: 'Rates' }],
  tags: {
    'ses:configuration-set': ['letters'],
    readout_issue: ['abcdefghijkm'],
    readout_token: ['tok'],
  } as Readonly<Record<string, readonly string[]>> | undefined,
};
const TIME = '2026-06-01T12:26:30.257Z';
const EVA = [{ emailAddress: 'eva@harbour.example' }];

/** What SES says of each kind beside the message: https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-examples.html */
const PARTS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  Send: { send: {} },
  Delivery: {
    delivery: {
      timestamp: TIME,
      processingTimeMillis: 546,
      recipients: ['eva@harbour.example'],
      smtpResponse: '250 ok',
    },
  },
  Bounce: {
    bounce: {
      bounceType: 'Permanent',
      bounceSubType: 'General',
      bouncedRecipients: [{ ...EVA[0], action: 'failed', status: '5.1.1', diagnosticCode: 'smtp; 550 user unknown' }],
      timestamp: TIME,
      feedbackId: '0102019acf4b2000-61b59c11-000000',
    },
  },
  Complaint: {
    complaint: {
      complainedRecipients: EVA,
      timestamp: TIME,
      feedbackId: '0102019acf4b2001-61b59c11-000000',
      complaintFeedbackType: 'abuse',
    },
  },
  Reject: { reject: { reason: 'Bad content' } },
  Open: { open: { ipAddress: '88.26.241.17', timestamp: TIME, userAgent: 'Mozilla/5.0' } },
  Click: {
    click: { ipAddress: '88.26.241.17', timestamp: TIME, userAgent: 'Mozilla/5.0', link: 'https://example.com/' },
  },
  'Rendering Failure': { failure: { templateName: 'letter', errorMessage: 'Attribute "x" is not present' } },
  DeliveryDelay: {
    deliveryDelay: { timestamp: TIME, delayType: 'TransientCommunicationFailure', delayedRecipients: EVA },
  },
  Subscription: {
    subscription: {
      contactList: 'readers',
      timestamp: TIME,
      source: 'UnsubscribeHeader',
      newTopicPreferences: { unsubscribeAll: true, topicSubscriptionStatus: [] },
      oldTopicPreferences: { unsubscribeAll: false, topicSubscriptionStatus: [] },
    },
  },
};

/** As a configuration set publishes it. @param mail over what is said of the message. */
export function sesEvent(
  eventType: string,
  more: Readonly<Record<string, unknown>> = {},
  mail: Partial<typeof MAIL> = {},
): Record<string, unknown> {
  return { eventType, mail: { ...MAIL, ...mail }, ...PARTS[eventType], ...more };
}

/** As an identity notifies of it: without tags, with the message's headers. */
export function sesNotification(notificationType: string): Record<string, unknown> {
  const headers = [
    { name: 'X-Readout-Issue', value: 'abcdefghijkm' },
    { name: 'X-Readout-Token', value: 'tok' },
  ];
  return { notificationType, mail: { ...MAIL, tags: undefined, headers }, ...PARTS[notificationType] };
}
