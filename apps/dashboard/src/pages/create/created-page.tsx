import { Button } from '@mantine/core';
import type { CreatedIssue } from '@readout/api-contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ApiError } from '../../api/client.ts';
import { trackedQuery } from '../../api/queries.ts';
import { paywallPlace } from '../../findings/readership.ts';
import { numbers } from '../../format/viewer.ts';
import { Heading } from '../../frame/heading.tsx';
import { Failed, Message } from '../../frame/message.tsx';
import { NotFound } from '../../frame/not-found.tsx';
import { usePublication } from '../../frame/publication-context.ts';
import { useTitle } from '../../frame/use-title.ts';
import { Waiting } from '../../frame/waiting.tsx';
import { words } from '../../words/words.ts';
import { CodeBlock } from './code-block.tsx';
import styles from './create.module.css';
import { DEFAULT_TAG } from './merge-tags.ts';
import { isLoopback, pixelOf } from './pixel.ts';
import { recipientsCommand } from './recipients-command.ts';
import { TrackedHtml } from './tracked-html.tsx';

const route = getRouteApi('/signed-in/p/$publication/issues/$issue/ready');

/** What to do with an issue: right after it was created, and whenever one comes back to it. */
export function CreatedPage() {
  const { issue } = route.useParams();
  const publication = usePublication();
  const tracked = useQuery(trackedQuery(publication.id, issue));
  useTitle(words.created.title, tracked.data?.title, publication.name);
  if (tracked.data === undefined) {
    if (tracked.error === null) return <Waiting />;
    if (tracked.error instanceof ApiError && tracked.error.status === 404) return <NotFound />;
    return <Failed title={words.created.loadFailed} error={tracked.error} retry={() => void tracked.refetch()} />;
  }
  return <Ready issue={tracked.data} />;
}

function Ready({ issue }: { issue: CreatedIssue }) {
  const publication = usePublication();
  const pixel = pixelOf(issue.editions[0]?.html ?? '', issue.id);
  const isSent = issue.sentAt !== null && Date.parse(issue.sentAt) < Date.now();
  return (
    <div className={styles['form']}>
      <div>
        <Heading>{isSent ? words.created.headingSent(issue.title) : words.created.heading(issue.title)}</Heading>
        <p className="dim">{foundIn(issue)}</p>
      </div>
      {pixel !== null && isLoopback(pixel.base) && <Message urgent>{words.created.loopback(pixel.base)}</Message>}
      {issue.notices.length > 0 && (
        <section aria-labelledby="notices" className={styles['notices']}>
          <h2 id="notices">{words.created.notices}</h2>
          <ul>
            {issue.notices.map((one) => (
              <li key={`${one.code} ${one.message}`}>{words.created.notice(one.code, one.message)}</li>
            ))}
          </ul>
        </section>
      )}
      <ol className={styles['steps']}>
        <li>
          <h2>{words.created.stepHtml}</h2>
          <p className="dim">{words.created.stepHtmlSays(pixel?.mergeTag ?? DEFAULT_TAG)}</p>
          {issue.editions.map((one) => (
            <TrackedHtml key={one.edition} edition={one.edition} html={one.html} title={issue.title} />
          ))}
        </li>
        <li>
          <h2>{words.created.stepReaders}</h2>
          <p className="dim">{words.created.stepReadersSays}</p>
          <CodeBlock label={words.created.curl} code={recipientsCommand(location.origin, publication.id, issue.id)} />
          <p className="small dim">
            <code>READOUT_API_KEY</code> {words.created.apiKey} <Link to="/settings">{words.settings.title}</Link>
          </p>
        </li>
        <li>
          <h2>{words.created.stepWatch}</h2>
          <p className="dim">{words.created.stepWatchSays}</p>
          <Button
            variant="default"
            renderRoot={(props) => (
              <Link
                to="/p/$publication/issues/$issue"
                params={{ publication: publication.id, issue: issue.id }}
                {...props}
              />
            )}
          >
            {words.created.toIssue}
          </Button>
          <p className="small">
            <Link to="/p/$publication/connections" params={{ publication: publication.id }}>
              {words.connections.open}
            </Link>
          </p>
        </li>
      </ol>
    </div>
  );
}

function foundIn({ sections, links, hasPaywall }: CreatedIssue): string {
  const place = paywallPlace(sections);
  const title = place === null ? undefined : sections[place.index]?.title;
  const paywall =
    place === null || title === undefined
      ? hasPaywall
        ? words.created.paywall
        : words.created.noPaywall
      : place.place === 'within'
        ? words.created.paywallWithin(title)
        : words.created.paywallBefore(title);
  const counts = [
    words.created.sections(sections.length, numbers.count(sections.length)),
    words.created.links(links.length, numbers.count(links.length)),
  ];
  return `${words.created.found}: ${counts.join(', ')}. ${paywall}`;
}
