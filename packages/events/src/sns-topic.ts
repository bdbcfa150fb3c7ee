const ARN = /^arn:(aws|aws-cn|aws-us-gov):sns:([a-z]{2}(?:-[a-z]{2,12}){1,3}-\d{1,2}):\d{12}:[A-Za-z0-9_-]{1,256}$/;

/** A topic of Amazon SNS. */
export interface SnsTopic {
  readonly arn: string;
  /** The one host that answers for it, and that has the certificates its messages are signed with. */
  readonly host: string;
}

/** Null: it is not the ARN of a topic that can report over HTTPS, which those of FIFO topics are not. */
export function snsTopicOf(arn: string): SnsTopic | null {
  const [, partition, region] = ARN.exec(arn) ?? [];
  if (region === undefined) return null;
  return { arn, host: `sns.${region}.amazonaws.com${partition === 'aws-cn' ? '.cn' : ''}` };
}
