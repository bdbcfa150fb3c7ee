import { z } from 'zod';
import { type Happening, ISSUE_VARIABLE, TOKEN_VARIABLE } from './provider.ts';

/** Where SES shows no tags, headers of the message say the same. */
const ISSUE_HEADER = 'x-readout-issue';
const TOKEN_HEADER = 'x-readout-token';

const text = z.string().catch('');
const time = z.iso.datetime({ offset: true });
const tag = z.array(z.string()).catch([]);
const people = z.array(z.object({ emailAddress: z.string() })).catch([]);
const preferences = z
  .object({
    unsubscribeAll: z.boolean().catch(false),
    topicSubscriptionStatus: z.array(z.object({ topicName: z.string(), subscriptionStatus: z.string() })).catch([]),
  })
  .catch({ unsubscribeAll: false, topicSubscriptionStatus: [] });
const mail = z.object({
  timestamp: time,
  messageId: z.string().min(1).max(200),
  destination: z.array(z.string()).catch([]),
  headers: z.array(z.object({ name: z.string(), value: z.string() })).catch([]),
  tags: z
    .object({ [ISSUE_VARIABLE]: tag, [TOKEN_VARIABLE]: tag })
    .optional()
    .catch(undefined),
});
const part = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z
    .object({ timestamp: time, ...shape })
    .optional()
    .catch(undefined);

/**
 * Both shapes in one: what a configuration set publishes (`eventType`), and what an identity notifies of
 * (`notificationType`).
 * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
 * https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html
 */
const reported = z.object({
  eventType: text,
  notificationType: text,
  mail,
  bounce: part({ bounceType: text, bouncedRecipients: people }),
  complaint: part({ complaintFeedbackType: text, complainedRecipients: people }),
  delivery: part({ recipients: z.array(z.string()).catch([]) }),
  deliveryDelay: part({ delayedRecipients: people }),
  open: part({ ipAddress: text, userAgent: text }),
  click: part({ ipAddress: text, userAgent: text, link: text }),
  subscription: part({ newTopicPreferences: preferences, oldTopicPreferences: preferences }),
});
type Reported = z.infer<typeof reported>;

const saysThatItMayReport = z.object({ notificationType: z.literal('AmazonSnsSubscriptionSucceeded') });

/** In the one that SES calls `Rendering Failure` there is a space. */
const KINDS: Readonly<Record<string, Happening['kind'] | undefined>> = {
  Send: 'sent',
  Delivery: 'delivered',
  // What SES refuses to send, or cannot make of a template, has not arrived either.
  Reject: 'bounced',
  'Rendering Failure': 'bounced',
  RenderingFailure: 'bounced',
  DeliveryDelay: 'passing',
  Open: 'opened',
  Click: 'clicked',
};

/** What SES says in a message of SNS: nothing where it is a sentence for people, null where it is not as documented. */
export function happeningsOf(message: string): readonly (Happening | null)[] | null {
  let json: unknown;
  try {
    json = JSON.parse(message);
  } catch {
    // "Successfully validated SNS topic for Amazon SES event publishing."
    return [];
  }
  if (saysThatItMayReport.safeParse(json).success) return [];
  const read = reported.safeParse(json);
  if (!read.success || nameOf(read.data) === '') return null;
  return happenings(read.data);
}

/** One for each recipient that is spoken of; of one that is not, as of an open, for the message's. */
function happenings(one: Reported): Happening[] {
  const { mail, open, click } = one;
  const event = nameOf(one);
  const at = momentOf(one);
  // Of several in one message nobody knows whose the token is.
  const token = mail.destination.length > 1 ? '' : variable(one, TOKEN_VARIABLE, TOKEN_HEADER);
  return recipientsOf(one).map((recipient) => ({
    event,
    kind: kindOf(one),
    // The same by either way that SES reports.
    id: `${mail.messageId} ${event} ${at} ${recipient.toLowerCase()}`,
    time: Date.parse(at),
    issue: variable(one, ISSUE_VARIABLE, ISSUE_HEADER),
    token,
    recipient,
    // SES says nothing of machines.
    said: 'nothing',
    url: click?.link ?? '',
    agent: (click ?? open)?.userAgent ?? '',
    address: (click ?? open)?.ipAddress ?? '',
  }));
}

function nameOf({ eventType, notificationType }: Reported): string {
  return eventType === '' ? notificationType : eventType;
}

function kindOf(one: Reported): Happening['kind'] {
  const event = nameOf(one);
  switch (event) {
    case 'Bounce':
      // `Transient` may arrive yet, `Undetermined` may have arrived.
      return one.bounce?.bounceType === 'Permanent' ? 'bounced' : 'passing';
    case 'Complaint':
      // The reader took it out of the spam folder.
      return one.complaint?.complaintFeedbackType === 'not-spam' ? 'passing' : 'complained';
    case 'Subscription':
      return isLeaving(one) ? 'unsubscribed' : 'passing';
    default:
      return (Object.hasOwn(KINDS, event) ? KINDS[event] : undefined) ?? 'unknown';
  }
}

/** Of everything, or of a topic of the list that they were not out of before. */
function isLeaving({ subscription }: Reported): boolean {
  if (subscription === undefined) return false;
  const { newTopicPreferences: now, oldTopicPreferences: before } = subscription;
  const outOf = ({ topicSubscriptionStatus }: typeof now) =>
    topicSubscriptionStatus.filter(({ subscriptionStatus }) => subscriptionStatus === 'OptOut');
  const known = new Set(outOf(before).map(({ topicName }) => topicName));
  return now.unsubscribeAll || outOf(now).some(({ topicName }) => !known.has(topicName));
}

function momentOf(one: Reported): string {
  const { bounce, complaint, delivery, deliveryDelay, open, click, subscription, mail } = one;
  return (bounce ?? complaint ?? delivery ?? deliveryDelay ?? open ?? click ?? subscription ?? mail).timestamp;
}

function recipientsOf({ bounce, complaint, delivery, deliveryDelay, mail }: Reported): readonly string[] {
  const spokenOf = bounce?.bouncedRecipients ?? complaint?.complainedRecipients ?? deliveryDelay?.delayedRecipients;
  const named = spokenOf?.map(({ emailAddress }) => emailAddress) ?? delivery?.recipients ?? mail.destination;
  if (named.length > 0) return named;
  return mail.destination.length > 0 ? mail.destination : [''];
}

function variable({ mail }: Reported, name: typeof ISSUE_VARIABLE | typeof TOKEN_VARIABLE, header: string): string {
  const tagged = mail.tags?.[name][0];
  return tagged ?? mail.headers.find((one) => one.name.toLowerCase() === header)?.value.trim() ?? '';
}
