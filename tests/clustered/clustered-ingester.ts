import { ClickHouseFront } from './clickhouse-front.ts';
import { type Environment, RunningProgram } from './running-program.ts';

/** An ingester, which reaches ClickHouse by a way of its own. */
export class ClusteredIngester {
  readonly front: ClickHouseFront;
  readonly #environment: Environment;
  #program: RunningProgram;

  private constructor(front: ClickHouseFront, environment: Environment, program: RunningProgram) {
    this.front = front;
    this.#environment = environment;
    this.#program = program;
  }

  static async start(clickhouse: string, environment: Environment): Promise<ClusteredIngester> {
    const front = await ClickHouseFront.before(clickhouse);
    const its = { ...environment, CLICKHOUSE_URL: front.url };
    return new ClusteredIngester(front, its, await RunningProgram.start('ingester', its));
  }

  get program(): RunningProgram {
    return this.#program;
  }

  /** After its process has ended. */
  async startAgain(more: Environment = {}): Promise<void> {
    this.#program = await RunningProgram.start('ingester', { ...this.#environment, ...more });
  }
}
