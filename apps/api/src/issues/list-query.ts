import { issueAudience, issueSort } from '@readout/api-contract';
import { z } from 'zod';

const day = z.iso.date('Not a day. Example: 2026-03-02.');
const tag = z.string().trim().normalize().min(1).max(50);

export const listQuery = z
  .strictObject({
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: z.string().min(1).max(500).optional(),
    sort: issueSort.default('-sentAt'),
    q: z.string().max(200).optional(),
    from: day.optional(),
    to: day.optional(),
    audience: issueAudience.optional(),
    tag: z.union([tag, z.array(tag).max(20)]).optional(),
    weekday: z.coerce.number().int().min(1).max(7).optional(),
  })
  .refine(({ from = '', to }) => to === undefined || from <= to, { path: ['to'], error: 'This is before `from`.' });
export type ListQuery = z.output<typeof listQuery>;

/** What issues are looked for. */
export type IssueSearch = Pick<ListQuery, 'q' | 'from' | 'to' | 'audience' | 'tag' | 'weekday'>;
