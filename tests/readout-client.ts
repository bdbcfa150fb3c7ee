import { createdIssue, issueReport, publicationView, recipientsResponse, verdictSplit } from '@readout/api-contract';
import type { z } from 'zod';
import { somebodys } from './somebodys.ts';

export const OWNER_KEY = 'owner-key-of-the-tests-0123456789';

/** The API of whatever process serves it at an address. */
export class ReadoutClient {
  readonly address: string;

  constructor(address: string) {
    this.address = address;
  }

  /** A call of the API with the owner's key (or another, or none). */
  fetch(path: string, init: { method?: string; body?: unknown; key?: string | null } = {}): Promise<Response> {
    const { method, body, key = OWNER_KEY } = init;
    return fetch(`${this.address}/api/v1${path}`, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  async call<T extends z.ZodType>(schema: T, path: string, body?: unknown): Promise<z.infer<T>> {
    const response = await this.fetch(path, body === undefined ? {} : { body });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`${path}: ${response.status} ${JSON.stringify(answer)}`);
    return schema.parse(answer);
  }

  createPublication(name: string) {
    return this.call(publicationView, '/publications', { name, timeZone: 'Europe/Madrid' });
  }

  createIssue(publication: string, html: string, cut?: string) {
    return this.call(createdIssue, `/publications/${publication}/issues`, {
      title: 'An issue',
      editions: [{ edition: 'whole', html }, ...(cut === undefined ? [] : [{ edition: 'cut', html: cut }])],
    });
  }

  /** An issue that went out so many days ago to readers named r1, r2, …; with their tokens. */
  async sendIssue(
    publication: string,
    title: string,
    daysAgo: number,
    count: number,
  ): Promise<{
    readonly id: string;
    readonly links: readonly { readonly id: string }[];
    readonly tokens: readonly string[];
  }> {
    const sentAt = new Date(Date.now() - daysAgo * 86_400_000).toISOString();
    const html = `<h1>${title}</h1><p><a href="https://example.com/source">A source</a></p>`;
    const { id, links } = await this.call(createdIssue, `/publications/${publication}/issues`, {
      title,
      sentAt,
      editions: [{ edition: 'whole', html }],
    });
    const recipients = Array.from({ length: count }, (_, at) => ({
      reader: `r${at + 1}`,
      segment: at % 4 === 0 ? 'premium' : 'free',
    }));
    const path = `/publications/${publication}/issues/${id}/recipients`;
    const { tokens } = await this.call(recipientsResponse, path, { sentAt, recipients });
    return { id, links, tokens: tokens.map(({ token }) => token) };
  }

  /** Sends an issue to readers named r1, r2, … and gives their tokens. */
  async addRecipients(publication: string, issue: string, count: number): Promise<readonly string[]> {
    const recipients = Array.from({ length: count }, (_, at) => ({ reader: `r${at + 1}`, segment: 'free' }));
    const answer = await this.call(recipientsResponse, `/publications/${publication}/issues/${issue}/recipients`, {
      recipients,
    });
    return answer.tokens.map((one) => one.token);
  }

  /** What was counted of an issue's readers; `readers` is the sum of those who opened and those who clicked. */
  async fetches(
    publication: string,
    issue: string,
  ): Promise<{ readonly opens: number; readonly clicks: number; readonly readers: number }> {
    const path = `/publications/${publication}/issues/${issue}/verdicts`;
    const opened = await this.call(verdictSplit, `${path}?kind=opened`);
    const clicked = await this.call(verdictSplit, `${path}?kind=clicked`);
    return { opens: somebodys(opened), clicks: somebodys(clicked), readers: opened.readers + clicked.readers };
  }

  /** A metric without labels, as Prometheus would read it. */
  async metric(name: string): Promise<number> {
    const response = await fetch(`${this.address}/metrics`);
    const value = new RegExp(`^${name} (\\S+)$`, 'm').exec(await response.text())?.[1];
    if (value === undefined) throw new Error(`there is no metric ${name}`);
    return Number(value);
  }

  report(publication: string, issue: string) {
    return this.call(issueReport, `/publications/${publication}/issues/${issue}/report`);
  }
}
