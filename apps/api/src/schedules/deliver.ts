import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Schedule } from '@readout/catalog';
import {
  type Delivered,
  type OutgoingFile,
  postWebhook,
  putIntoFolder,
  sendMail,
  webhookSecret,
} from '@readout/delivery';
import type { ApiDependencies } from '../dependencies.ts';
import { letterOf } from './letter.ts';
import type { Made, RunParts } from './made-files.ts';
import { mailServerFor } from './publication-mail.ts';

/** Most servers take no message of more than 25 MB, and in a message four bytes stand for three. */
const MOST_MAIL_BYTES = 15_000_000;
const MOST_WEBHOOK_BYTES = 10_000_000;

/** Brings what was made to where it is to go. */
export function deliver(deps: ApiDependencies, parts: RunParts, made: Made): Promise<Delivered> {
  switch (parts.terms.destination.by) {
    case 'email':
      return byMail(deps, parts, made, parts.terms.destination.to);
    case 'webhook':
      return byWebhook(deps, parts, made, parts.terms.destination.url);
    case 'folder':
      return byFolder(deps, parts, made, parts.terms.destination.folder);
  }
}

/** By which a receiver knows that a schedule's webhooks are ours: of the installation's secret and the schedule's id. */
export async function secretOfWebhook(
  { catalog }: Pick<ApiDependencies, 'catalog'>,
  { publicId }: Pick<Schedule, 'publicId'>,
): Promise<string> {
  const secret = await catalog.installationSecret('schedule-webhooks');
  return webhookSecret(createHmac('sha256', secret).update(publicId).digest());
}

async function byMail(deps: ApiDependencies, parts: RunParts, made: Made, to: readonly string[]): Promise<Delivered> {
  const tooLarge = tooMuch(made.files, MOST_MAIL_BYTES, 'a message');
  if (tooLarge !== null) return tooLarge;
  const used = await mailServerFor(deps, parts.publication);
  if (used === null) {
    return { kind: 'failed', why: 'No mail server is set up. Set one up, then try again.', again: false };
  }
  const { run } = parts;
  const { subject, text } = letterOf(parts, made, deps.publicUrl);
  const { hostname } = new URL(deps.publicUrl);
  return sendMail(
    used.server,
    {
      to,
      subject,
      text,
      files: made.files,
      messageId: `${run.publicId}.${run.attempts}@${hostname}`,
      at: deps.clock(),
    },
    used.allowsPrivate,
  );
}

async function byWebhook(deps: ApiDependencies, parts: RunParts, made: Made, url: string): Promise<Delivered> {
  const tooLarge = tooMuch(made.files, MOST_WEBHOOK_BYTES, 'a webhook');
  if (tooLarge !== null) return tooLarge;
  const { publication, schedule, run } = parts;
  const files = await Promise.all(
    made.files.map(async ({ name, mediaType, bytes, sha256, path }) => ({
      name,
      mediaType,
      bytes,
      sha256,
      content: await readFile(path, 'base64'),
    })),
  );
  const body = JSON.stringify({
    type: 'schedule.run',
    timestamp: run.dueAt.toISOString(),
    data: {
      publication: { id: publication.publicId, name: publication.name },
      schedule: { id: schedule.publicId, name: schedule.name },
      run: {
        id: run.publicId,
        cause: run.cause,
        dueAt: run.dueAt.toISOString(),
        issue: run.issue === null ? null : { id: run.issue, title: run.issueTitle },
        missed: run.missed,
      },
      files,
    },
  });
  const secret = await secretOfWebhook(deps, schedule);
  const message = { url: new URL(url), id: `run_${run.publicId}`, secret, body, at: deps.clock() };
  return postWebhook(message, deps.delivery.allowsPrivateTargets);
}

async function byFolder(
  { delivery }: ApiDependencies,
  { publication }: RunParts,
  { files }: Made,
  folder: string,
): Promise<Delivered> {
  if (delivery.folder === null) {
    const why = 'No folder is set for files. Whoever runs Readout sets one with READOUT_DELIVERY_FOLDER.';
    return { kind: 'failed', why, again: false };
  }
  // Each publication below its own id: none writes over another's.
  return putIntoFolder(delivery.folder, [publication.publicId, ...folder.split('/').filter(Boolean)], files);
}

function tooMuch(files: readonly OutgoingFile[], most: number, what: string): Delivered | null {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  if (bytes <= most) return null;
  const size = (bytes / 1_000_000).toFixed(1);
  const why = `The files have ${size} MB, and ${what} takes ${most / 1_000_000}. Choose a folder, or less to be exported.`;
  return { kind: 'failed', why, again: false };
}
