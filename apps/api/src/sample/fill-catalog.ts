import { setImmediate as nextTurn } from 'node:timers/promises';
import type { IssueWithStructure, Publication } from '@readout/catalog';
import type { InputIssue, InputReader, SampleInput, SampleReader } from '@readout/sample';
import { mintToken, REFERENCE_SECRET, readerReference } from '@readout/tokens';
import type { ApiDependencies } from '../dependencies.ts';
import { createIssueAsAsked } from '../issues/create-issue.ts';
import type { SampleSource } from './sample-source.ts';

const MERGE_TAG = '{{ readout_token }}';
/** Hashing and signing take a few microseconds each: other requests get their turn in between. */
const READERS_PER_TURN = 500;

type Dependencies = Pick<ApiDependencies, 'catalog' | 'publicUrl'>;

/** Writes the sample's issues and readers into the catalog, the way an author's own get there. `now` in UTC ms. */
export async function fillCatalog(
  deps: Dependencies,
  source: SampleSource,
  publication: Publication,
  now: number,
  signal: AbortSignal,
): Promise<SampleInput> {
  const issues: InputIssue[] = [];
  for (const { title, subtitle, sentAt, whole, cut } of source.issues(now)) {
    signal.throwIfAborted();
    await nextTurn();
    const editions = [
      { edition: 'whole' as const, html: whole },
      ...(cut === null ? [] : [{ edition: 'cut' as const, html: cut }]),
    ];
    const request = {
      title,
      subtitle,
      sentAt: new Date(sentAt).toISOString(),
      tags: [],
      editions,
      mergeTag: MERGE_TAG,
    };
    const { issue } = await createIssueAsAsked(deps, publication, request);
    issues.push(inputIssue(issue, sentAt));
  }
  return {
    now,
    publication: publication.id,
    issues,
    readers: await addReaders(deps, publication, source.readers(), signal),
  };
}

function inputIssue({ id, publicId, links, sections, hasPaywall }: IssueWithStructure, sentAt: number): InputIssue {
  const ordinals = new Map(sections.map((section) => [section.id, section.ordinal]));
  return {
    id,
    publicId,
    sentAt,
    hasPaywall,
    sections,
    links: links.map((link) => ({
      id: link.id,
      publicId: link.publicId,
      kind: link.kind,
      url: link.url,
      section: link.section === null ? null : (ordinals.get(link.section) ?? null),
    })),
  };
}

async function addReaders(
  { catalog }: Dependencies,
  publication: Publication,
  people: readonly SampleReader[],
  signal: AbortSignal,
): Promise<InputReader[]> {
  const secret = await catalog.installationSecret(REFERENCE_SECRET);
  const key = await catalog.signingKey(publication.id);
  const readers: InputReader[] = [];
  for (let from = 0; from < people.length; from += READERS_PER_TURN) {
    signal.throwIfAborted();
    await nextTurn();
    const upserts = people.slice(from, from + READERS_PER_TURN).map(({ reference, segment }) => ({
      reference: readerReference(secret, publication.publicId, reference),
      segment,
    }));
    for (const { id, segment } of await catalog.upsertReaders(publication.id, upserts)) {
      readers.push({ id, token: mintToken(key, id), segment });
    }
  }
  return readers;
}
