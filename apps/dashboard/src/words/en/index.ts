import { billing } from './billing.ts';
import { cameFrom } from './came-from.ts';
import { chart } from './chart.ts';
import { compare } from './compare.ts';
import { connections } from './connections.ts';
import { create } from './create.ts';
import { created } from './created.ts';
import { csv } from './csv.ts';
import { definitions } from './definitions.ts';
import { exports } from './exports.ts';
import { frame } from './frame.ts';
import { home } from './home.ts';
import { issue } from './issue.ts';
import { issues } from './issues.ts';
import { issuesTable } from './issues-table.ts';
import { jump } from './jump.ts';
import { links } from './links.ts';
import { machines } from './machines.ts';
import { mailProviders } from './mail-providers.ts';
import { notes } from './notes.ts';
import { pace } from './pace.ts';
import { problems } from './problems.ts';
import { publication } from './publication.ts';
import { reader } from './reader.ts';
import { readers } from './readers.ts';
import { refused } from './refused.ts';
import { reports } from './reports.ts';
import { rules } from './rules.ts';
import { sections } from './sections.ts';
import { segments } from './segments.ts';
import { session } from './session.ts';
import { settings } from './settings.ts';
import { spool } from './spool.ts';
import { start } from './start.ts';
import { subjects } from './subjects.ts';
import { tags } from './tags.ts';
import { usual } from './usual.ts';
import { verdicts } from './verdicts.ts';
import { whole } from './whole.ts';
import { why } from './why.ts';

/** Everything that the interface says, in one place. A translation is another object of the same shape. */
export const en = {
  product: 'Readout',
  skip: 'Skip to the content',
  main: 'Readout, start page',
  retry: 'Try again',
  cancel: 'Cancel',
  save: 'Save',
  saved: 'Saved.',
  share: 'Share',
  copy: 'Copy',
  copied: 'Copied',
  download: 'Download',
  undo: 'Undo',
  loading: 'Loading',
  close: 'Close this message',

  problems,
  session,
  start,
  frame,
  exports,
  spool,
  home,
  issues,
  issuesTable,
  compare,
  tags,
  issue,
  usual,
  verdicts,
  refused,
  jump,
  why,
  whole,
  cameFrom,
  machines,
  reader,
  readers,
  subjects,
  reports,
  rules,
  notes,
  pace,
  chart,
  csv,
  links,
  sections,
  segments,
  create,
  created,
  publication,
  mailProviders,
  connections,
  billing,
  settings,
  definitions,
};
