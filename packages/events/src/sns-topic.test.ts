import { describe, expect, test } from '@jest/globals';
import { snsTopicOf } from './sns-topic.ts';

describe('a topic of Amazon SNS', () => {
  test.each([
    ['arn:aws:sns:eu-west-1:123456789012:readout', 'sns.eu-west-1.amazonaws.com'],
    ['arn:aws-us-gov:sns:us-gov-west-1:123456789012:readout_2', 'sns.us-gov-west-1.amazonaws.com'],
    ['arn:aws-cn:sns:cn-north-1:123456789012:readout', 'sns.cn-north-1.amazonaws.com.cn'],
    ['arn:aws:sns:ap-southeast-3:123456789012:Low-Tide', 'sns.ap-southeast-3.amazonaws.com'],
  ])('%s is answered for by %s', (arn, host) => {
    expect(snsTopicOf(arn)).toEqual({ arn, host });
  });

  test.each([
    '',
    'readout',
    'arn:aws:sqs:eu-west-1:123456789012:readout',
    'arn:aws:sns:eu-west-1:123456789012:readout.fifo',
    'arn:aws:sns:eu-west-1:123456789012:readout:6f1d2c93-b7e8-4a05',
    'arn:aws:sns:eu-west-1:12345:readout',
    'arn:aws:sns:evil.example/:123456789012:readout',
    'arn:aws:sns:eu-west-1.evil.example#:123456789012:readout',
    ' arn:aws:sns:eu-west-1:123456789012:readout',
    'arn:aws:sns:eu-west-1:123456789012:readout\n',
  ])('%j is none', (arn) => {
    expect(snsTopicOf(arn)).toBeNull();
  });
});
