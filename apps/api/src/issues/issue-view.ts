import type {
  IssueDetail,
  IssueView,
  linkView as linkSchema,
  sectionView as sectionSchema,
} from '@readout/api-contract';
import type { Issue, IssueWithStructure, Link, Section } from '@readout/catalog';
import type { SectionId } from '@readout/events';
import type { z } from 'zod';

/** What the outside sees of things in the catalog: public ids for numbers, ISO 8601 for times. */
export function issueView({ publicId, title, subtitle, sentAt, hasPaywall, tags, createdAt }: Issue): IssueView {
  return {
    id: publicId,
    title,
    subtitle,
    sentAt: sentAt?.toISOString() ?? null,
    hasPaywall,
    tags: [...tags],
    createdAt: createdAt.toISOString(),
  };
}

export function sectionView({ publicId, title, ordinal, access }: Section): z.output<typeof sectionSchema> {
  return { id: publicId, title, ordinal, access };
}

export function linkView(link: Link, sections: ReadonlyMap<SectionId, Section>): z.output<typeof linkSchema> {
  const { publicId, url, text, kind, ordinal } = link;
  const section = link.section === null ? undefined : sections.get(link.section);
  return { id: publicId, url, text, kind, section: section?.publicId ?? null, ordinal };
}

export function issueDetail(issue: IssueWithStructure): IssueDetail {
  const sections = sectionsById(issue);
  return {
    ...issueView(issue),
    sections: issue.sections.map(sectionView),
    links: seenLinks(issue).map((link) => linkView(link, sections)),
  };
}

/** The links that a reader can see: what is hidden for machines is none of the issue's to whoever reads about it. */
export function seenLinks({ links }: IssueWithStructure): readonly Link[] {
  return links.filter(({ kind }) => kind !== 'honeypot');
}

export function sectionsById(issue: IssueWithStructure): ReadonlyMap<SectionId, Section> {
  return new Map(issue.sections.map((section) => [section.id, section]));
}
