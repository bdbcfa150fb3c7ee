/**
 * Of kafkajs 2.2.4 what stands below its consumer: connections to brokers, and requests to them. It is not part of its
 * public face, so package.json asks for exactly this version; there has been no later one since 2023.
 */
declare module 'kafkajs/src/cluster/index.js' {
  import type { ISocketFactory, KafkaConfig, Logger } from 'kafkajs';

  interface ClusterOptions
    extends Pick<
      KafkaConfig,
      | 'brokers'
      | 'ssl'
      | 'sasl'
      | 'clientId'
      | 'connectionTimeout'
      | 'authenticationTimeout'
      | 'requestTimeout'
      | 'retry'
    > {
    readonly logger: Logger;
    readonly socketFactory?: ISocketFactory | undefined;
    readonly enforceRequestTimeout: boolean;
    readonly allowAutoTopicCreation: boolean;
    readonly metadataMaxAge: number;
    readonly maxInFlightRequests: number | null;
    readonly isolationLevel: number;
  }

  interface PartitionOffset {
    readonly partition: number;
    readonly offset: string;
  }

  interface Message {
    readonly offset: string;
    readonly key: Buffer | null;
    readonly value: Buffer | null;
    readonly isControlRecord: boolean;
    /** Missing in the message format of before Kafka 0.11. */
    readonly batchContext?: { readonly firstOffset: string; readonly lastOffsetDelta: number };
  }

  interface Broker {
    metadata(topics: readonly string[]): Promise<{
      readonly topicMetadata: readonly {
        readonly topic: string;
        readonly partitionMetadata: readonly { readonly partitionId: number; readonly leader: number }[];
      }[];
    }>;
    joinGroup(request: {
      readonly groupId: string;
      readonly sessionTimeout: number;
      readonly rebalanceTimeout: number;
      readonly memberId: string;
      readonly groupProtocols: readonly { readonly name: string; readonly metadata: Buffer }[];
    }): Promise<{
      readonly generationId: number;
      readonly leaderId: string;
      readonly memberId: string;
      readonly members: readonly { readonly memberId: string; readonly memberMetadata: Buffer }[];
    }>;
    syncGroup(request: {
      readonly groupId: string;
      readonly generationId: number;
      readonly memberId: string;
      readonly groupAssignment: readonly { readonly memberId: string; readonly memberAssignment: Buffer }[];
    }): Promise<{ readonly memberAssignment: Buffer }>;
    heartbeat(request: {
      readonly groupId: string;
      readonly groupGenerationId: number;
      readonly memberId: string;
    }): Promise<unknown>;
    leaveGroup(request: { readonly groupId: string; readonly memberId: string }): Promise<unknown>;
    offsetCommit(request: {
      readonly groupId: string;
      readonly groupGenerationId: number;
      readonly memberId: string;
      readonly topics: readonly { readonly topic: string; readonly partitions: readonly PartitionOffset[] }[];
    }): Promise<unknown>;
    offsetFetch(request: {
      readonly groupId: string;
      readonly topics: readonly {
        readonly topic: string;
        readonly partitions: readonly { readonly partition: number }[];
      }[];
    }): Promise<{
      readonly responses: readonly { readonly topic: string; readonly partitions: readonly PartitionOffset[] }[];
    }>;
    fetch(request: {
      readonly maxWaitTime: number;
      readonly minBytes: number;
      readonly maxBytes: number;
      readonly isolationLevel: number;
      readonly topics: readonly {
        readonly topic: string;
        readonly partitions: readonly {
          readonly partition: number;
          readonly fetchOffset: string;
          readonly maxBytes: number;
        }[];
      }[];
    }): Promise<{
      readonly responses: readonly {
        readonly topicName: string;
        readonly partitions: readonly { readonly partition: number; readonly messages: readonly Message[] }[];
      }[];
    }>;
  }

  export default class Cluster {
    constructor(options: ClusterOptions);
    connect(): Promise<void>;
    addTargetTopic(topic: string): Promise<void>;
    refreshMetadata(): Promise<void>;
    findBroker(options: { readonly nodeId: number }): Promise<Broker>;
    findControllerBroker(): Promise<Broker>;
    findGroupCoordinator(options: { readonly groupId: string }): Promise<Broker>;
    fetchTopicsOffset(
      topics: readonly {
        readonly topic: string;
        readonly partitions: readonly { readonly partition: number }[];
        readonly fromBeginning: boolean;
      }[],
    ): Promise<readonly { readonly topic: string; readonly partitions: readonly PartitionOffset[] }[]>;
    disconnect(): Promise<void>;
  }
}
