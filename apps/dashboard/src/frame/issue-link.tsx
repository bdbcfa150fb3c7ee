import { Link } from '@tanstack/react-router';
import { shownTitle } from '../format/titles.ts';
import { usePublication } from './publication-context.ts';

/** A title so long may be cut off where it stands: then it is whole for those who point at it. */
const LONG = 60;

/** An issue's title that leads to the issue, in the direction of its script. */
export function IssueLink({
  issue,
  className,
}: {
  issue: { id: string; title: string };
  className?: string | undefined;
}) {
  const publication = usePublication();
  return (
    <Link
      to="/p/$publication/issues/$issue"
      params={{ publication: publication.id, issue: issue.id }}
      className={className === undefined ? 'theirs' : `theirs ${className}`}
    >
      <span dir="auto" title={issue.title.length > LONG ? issue.title : undefined}>
        {shownTitle(issue.title)}
      </span>
    </Link>
  );
}
