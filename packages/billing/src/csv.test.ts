import { describe, expect, test } from '@jest/globals';
import { readSubscriptionsCsv, splitCsv } from './csv.ts';

const AS_OF = Date.UTC(2026, 5, 1);
const read = (...lines: readonly string[]) => readSubscriptionsCsv(lines.join('\n'), AS_OF);
const faultsOf = async (...lines: readonly string[]) => {
  const result = await read(...lines);
  if (result.ok) throw new Error('this was to be refused');
  return result.faults.map(({ line, column, message }) => `${line} ${column}: ${message}`);
};
const taken = async (text: string) => {
  const result = await readSubscriptionsCsv(text, AS_OF);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result;
};

describe('a file of subscriptions', () => {
  test('says how each stood when it was made, and what was paid first', async () => {
    const { rows, stated, unknownColumns } = await taken(
      [
        'subscription,reader,status,started_at,trial_start,trial_end,cancelled_at,ended_at,plan,price,currency,interval,first_paid_at',
        'S-1,eva@harbour.example,active,2026-01-02,2026-01-02T09:00:00Z,2026-01-16T09:00:00Z,,,Premium,9.50,eur,month,2026-01-16 09:05:00',
        'S-2,,ended,2025-01-02,,,2025-06-01,2025-07-02,"Premium, with ""both"" letters",500,JPY,yearly,',
      ].join('\n'),
    );
    expect([rows, unknownColumns]).toEqual([2, []]);
    expect(stated).toEqual([
      {
        time: AS_OF,
        subscription: 'S-1',
        reader: 'eva@harbour.example',
        says: {
          what: 'standing',
          status: 'active',
          startedAt: Date.UTC(2026, 0, 2),
          trialFrom: Date.UTC(2026, 0, 2, 9),
          trialTo: Date.UTC(2026, 0, 16, 9),
          cancelledAt: null,
          endedAt: null,
          plan: 'Premium',
          price: 950,
          currency: 'EUR',
          months: 1,
        },
      },
      {
        time: Date.UTC(2026, 0, 16, 9, 5),
        subscription: 'S-1',
        reader: 'eva@harbour.example',
        says: { what: 'payment', id: 'S-1 first payment', amount: 950, currency: 'EUR' },
      },
      {
        time: AS_OF,
        subscription: 'S-2',
        says: {
          what: 'standing',
          status: 'ended',
          startedAt: Date.UTC(2025, 0, 2),
          trialFrom: null,
          trialTo: null,
          cancelledAt: Date.UTC(2025, 5, 1),
          endedAt: Date.UTC(2025, 6, 2),
          plan: 'Premium, with "both" letters',
          price: 500,
          currency: 'JPY',
          months: 12,
        },
      },
    ]);
  });

  const plain = 'subscription,status,started_at\nS-1,active,2026-01-02\nS-2,trial,2026-01-03\n';
  test.each([
    ['a byte order mark', `\ufeff${plain}`],
    ['line ends of Windows', plain.replaceAll('\n', '\r\n')],
    ['line ends of old Macs', plain.replaceAll('\n', '\r')],
    ['semicolons', plain.replaceAll(',', ';')],
    ['tabs', plain.replaceAll(',', '\t')],
    ['quotes around everything', plain.replaceAll(/[^,\n]+/g, '"$&"')],
    ['columns in another order', 'status,started_at,subscription\nactive,2026-01-02,S-1\ntrial,2026-01-03,S-2\n'],
    [
      'other names of the columns',
      'Subscription ID,Status,Start Date (UTC)\nS-1,active,2026-01-02\nS-2,trial,2026-01-03',
    ],
    ['empty lines', plain.replaceAll('\n', '\n\n')],
    ['rows of nothing but separators', plain.replaceAll('\n', '\n,,\n').slice(0, -1)],
    ['spaces around', plain.replaceAll(',', ' , ')],
    [
      'seconds since 1970',
      `subscription,status,started_at\nS-1,active,${Date.UTC(2026, 0, 2) / 1000}\nS-2,trial,${Date.UTC(2026, 0, 3) / 1000}`,
    ],
  ])('may have %s', async (_what, text) => {
    const withEnd = text.replace('trial', 'active');
    const { rows, stated } = await taken(withEnd);
    expect(rows).toBe(2);
    expect(stated.map(({ subscription, says }) => [subscription, says.what === 'standing' && says.startedAt])).toEqual([
      ['S-1', Date.UTC(2026, 0, 2)],
      ['S-2', Date.UTC(2026, 0, 3)],
    ]);
  });

  test('names the columns that are not read, and says of each row when it was so', async () => {
    const { stated, unknownColumns } = await taken(
      'subscription,Shoe size,status,started_at,as_of\nS-1,42,active,2026-01-02,2026-02-01T00:00:00+02:00',
    );
    expect(unknownColumns).toEqual(['Shoe size']);
    expect(stated).toMatchObject([{ time: Date.UTC(2026, 0, 31, 22) }]);
  });

  test('may be long', async () => {
    const lines = Array.from({ length: 20_000 }, (_, at) => `S-${at},active,2026-01-02,"a plan,\nof two lines"`);
    const { rows } = await taken(['subscription,status,started_at,plan', ...lines].join('\n'));
    expect(rows).toBe(20_000);
  });

  test.each([
    ['nothing', [''], ['1 null: The file is empty.']],
    ['names of columns alone', ['subscription,status,started_at'], [/^1 null: There is nothing below/]],
    [
      'no column of the status',
      ['subscription,started_at', 'S-1,2026-01-01'],
      [/^1 null: Columns are missing: status\. There are: subscription, started_at\.$/],
    ],
    [
      'one column twice',
      ['subscription,id,status,started_at', 'S,S,active,2026-01-01'],
      ['1 id: The same as the column “subscription”.'],
    ],
    [
      'a status that nobody knows',
      ['subscription,Status,started_at', 'S-1,asleep,2026-01-01'],
      ['2 Status: Not one of waiting, trialing, active, past_due, paused, ended.'],
    ],
    [
      'a time that is none',
      ['subscription,status,started_at', 'S-1,active,2026-02-30'],
      [/^2 started_at: Not a time such as/],
    ],
    [
      'milliseconds',
      ['subscription,status,started_at', 'S-1,active,1780272000000'],
      [/^2 started_at: After 2099: seconds/],
    ],
    ['no beginning', ['subscription,status,started_at', 'S-1,active,'], [/^2 started_at: /]],
    ['no subscription', ['subscription,status,started_at', ',active,2026-01-01'], [/^2 subscription: /]],
    [
      'a trial without an end',
      ['subscription,status,started_at', 'S-1,trialing,2026-01-01'],
      ['2 trial_end: A trial has an end.'],
    ],
    [
      'an end that is missing',
      ['subscription,status,started_at', 'S-1,canceled,2026-01-01'],
      ['2 ended_at: What has ended has an end.'],
    ],
    [
      'a comma within the number',
      ['subscription;status;started_at;price;currency;interval', 'S-1;active;2026-01-01;9,50;EUR;month'],
      ['2 price: “9,50” is no amount such as 9.50 in this currency.'],
    ],
    [
      'cents of a yen',
      ['subscription,status,started_at,price,currency,interval', 'S-1,active,2026-01-01,9.50,JPY,month'],
      [/^2 price: “9\.50” is no amount/],
    ],
    [
      'a price in no currency',
      ['subscription,status,started_at,price', 'S-1,active,2026-01-01,9'],
      ['2 currency: A price has a currency.', '2 interval: A price is for an interval.'],
    ],
    [
      'an interval that is none',
      ['subscription,status,started_at,price,currency,interval', 'S-1,active,2026-01-01,9,EUR,moon'],
      ['2 interval: Not one of day, week, month, year.'],
    ],
    [
      'a payment of nobody knows how much',
      ['subscription,status,started_at,first_paid_at', 'S-1,active,2026-01-01,2026-01-02'],
      [/^2 first_paid_at: How much was paid/],
    ],
    [
      'a token that is none',
      ['subscription,status,started_at,token', 'S-1,active,2026-01-01,eva@harbour.example'],
      [/^2 token: Not a reader’s token/],
    ],
    [
      'an issue that is none',
      ['subscription,status,started_at,issue', 'S-1,active,2026-01-01,12'],
      [/^2 issue: Not an id/],
    ],
    [
      'a subscription twice',
      ['subscription,status,started_at', 'S-1,active,2026-01-01', 'S-2,active,2026-01-01', 'S-1,paused,2026-01-01'],
      ['4 subscription: The same as on line 2.'],
    ],
    [
      'a field too many',
      ['subscription,status,started_at', 'S-1,active,2026-01-01,x'],
      [/^2 null: There are 4 fields, and 3 columns/],
    ],
    [
      'a quote that is not closed',
      ['subscription,status,started_at', 'S-1,active,2026-01-01', '"S-2,active,2026-01-01'],
      [/null: A quote is not closed/],
    ],
    [
      'a quote in the middle',
      ['subscription,status,started_at', '"S"-1,active,2026-01-01'],
      [/null: A quote is not closed/],
    ],
  ])('with %s is refused, by line and column', async (_what, lines, expected) => {
    const faults = await faultsOf(...lines);
    expect(faults).toHaveLength(expected.length);
    for (const [at, one] of expected.entries()) {
      expect(faults[at]).toEqual(typeof one === 'string' ? one : expect.stringMatching(one));
    }
  });

  test.each(['\n', '\r\n'])('can be had in parts, each of which is such a file: %j', async (end) => {
    const head = '\ufeffsubscription;status;started_at;plan';
    const lines = Array.from({ length: 7 }, (_, at) => `S-${at};active;2026-01-02;"of${end}two ""lines"""`);
    const text = [head, '', ...lines].join(end);
    const parts = await splitCsv(text, 3);
    expect(parts).toHaveLength(3);
    const whole = await taken(text);
    const again = await Promise.all(parts.map(taken));
    expect(again.flatMap(({ stated }) => stated)).toEqual(whole.stated);
    expect(await splitCsv(head, 3)).toEqual([]);
  });

  test('tells no more than fifty mistakes', async () => {
    const lines = Array.from({ length: 200 }, (_, at) => `S-${at},asleep,2026-01-01`);
    expect(await faultsOf('subscription,status,started_at', ...lines)).toHaveLength(50);
  });
});
