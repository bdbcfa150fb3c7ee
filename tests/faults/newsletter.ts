import { quarantineList, recipientsResponse } from '@readout/api-contract';
import type { ReadoutClient } from '../readout-client.ts';
import { eventually } from '../running-readout.ts';
import { Audience, type Counted } from './audience.ts';

const HTML = '<h1>One</h1><h2>First</h2><p><a href="https://example.com/there">there</a></p>';
/** As many as the API takes at once. */
const RECIPIENTS_AT_ONCE = 10_000;
const SETTLES_WITHIN_MS = 120_000;

/** A publication with readers, each of whom may be asked for once per issue. */
export class Newsletter {
  readonly #publication: string;
  readonly #tokens: readonly string[];

  private constructor(publication: string, tokens: readonly string[]) {
    this.#publication = publication;
    this.#tokens = tokens;
  }

  static async with(readers: number, readout: ReadoutClient): Promise<Newsletter> {
    const { id } = await readout.createPublication('Faults');
    const issue = await readout.createIssue(id, HTML);
    const tokens: string[] = [];
    while (tokens.length < readers) {
      const count = Math.min(RECIPIENTS_AT_ONCE, readers - tokens.length);
      const recipients = Array.from({ length: count }, (_, at) => ({
        reader: `r${tokens.length + at}`,
        segment: 'free',
      }));
      const path = `/publications/${id}/issues/${issue.id}/recipients`;
      const answer = await readout.call(recipientsResponse, path, { recipients });
      tokens.push(...answer.tokens.map(({ token }) => token));
    }
    return new Newsletter(id, tokens);
  }

  /** Another issue, with all readers before it. */
  async newIssue(readout: ReadoutClient): Promise<{ readonly id: string; readonly audience: Audience }> {
    const issue = await readout.createIssue(this.#publication, HTML);
    return { id: issue.id, audience: new Audience(issue.id, issue.links[0]?.id ?? '', this.#tokens) };
  }

  /** An issue's figures once everything that the log holds is in the warehouse. */
  async settled(readout: ReadoutClient, issue: string): Promise<Counted> {
    await eventually(
      () => readout.metric('readout_ingester_lag_records'),
      (lag) => lag === 0,
      SETTLES_WITHIN_MS,
    );
    return this.figures(readout, issue);
  }

  /** An issue's figures as they are; of readers who ask for one thing each. */
  figures(readout: ReadoutClient, issue: string): Promise<Counted> {
    return readout.fetches(this.#publication, issue);
  }
}

export function quarantined(readout: ReadoutClient) {
  return readout.call(quarantineList, '/quarantine');
}
