import { constants } from 'node:fs';
import { access, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type CreateIssueRequest, createdIssue } from '@readout/api-contract';
import { onlyPublication } from './only-publication.ts';
import { CommandError, call, checkKey, type Server } from './running-server.ts';

export interface InstrumentOptions {
  readonly file: string;
  readonly cut?: string;
  readonly publication?: string;
  readonly title?: string;
  readonly sentAt?: string;
  readonly mergeTag: string;
  readonly out?: string;
  readonly outCut?: string;
}

/** Creates the issue in a running Readout and writes its tracked HTML; notices go to standard error. */
export async function instrument(options: InstrumentOptions, server: Server): Promise<void> {
  checkKey(server);
  if (options.cut !== undefined && options.outCut === undefined) {
    throw new CommandError('--cut needs --out-cut, to say where its tracked HTML goes.');
  }
  // Before the issue is created: a second try would create a second one.
  for (const target of [options.out, options.outCut]) if (target !== undefined) await checkWritable(target);
  const editions: CreateIssueRequest['editions'] = [{ edition: 'whole', html: await readHtml(options.file) }];
  if (options.cut !== undefined) editions.push({ edition: 'cut', html: await readHtml(options.cut) });

  const publication = options.publication ?? (await onlyPublication(server));
  const request: CreateIssueRequest = {
    editions,
    mergeTag: options.mergeTag,
    ...(options.title === undefined ? {} : { title: options.title }),
    ...(options.sentAt === undefined ? {} : { sentAt: options.sentAt }),
  };
  const issue = await call(server, `/publications/${encodeURIComponent(publication)}/issues`, createdIssue, request);
  process.stderr.write(
    `Issue ${issue.id} “${issue.title}”: ${issue.sections.length} sections, ${issue.links.length} links${issue.hasPaywall ? ', a paywall' : ''}.\n`,
  );
  for (const notice of issue.notices) process.stderr.write(`note: ${notice.message}\n`);
  for (const { edition, html } of issue.editions) {
    const target = edition === 'whole' ? options.out : options.outCut;
    if (target === undefined) process.stdout.write(html);
    else await writeFile(target, html);
  }
  process.stderr.write(
    `Next, say who gets it: POST ${server.url}/api/v1/publications/${publication}/issues/${issue.id}/recipients (docs/first-issue.md).\n`,
  );
}

async function checkWritable(path: string): Promise<void> {
  try {
    await access(dirname(path), constants.W_OK);
    await access(path, constants.W_OK);
  } catch (error) {
    // That the file itself is not there yet is as it should be.
    const { code, path: missing } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && missing === path) return;
    throw new CommandError(
      `${path} cannot be written: ${error instanceof Error ? error.message : String(error)}. No issue was created.`,
    );
  }
}

async function readHtml(path: string): Promise<string> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    throw new CommandError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new CommandError(`${path} is not UTF-8. Convert it first, as in: iconv -f WINDOWS-1252 -t UTF-8 ${path}`);
  }
}
