import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { createdKey, type JustCreated } from '../../api/queries.ts';
import { paywallPlace } from '../../findings/readership.ts';
import { numbers } from '../../format/viewer.ts';
import { Heading } from '../../frame/heading.tsx';
import { Message } from '../../frame/message.tsx';
import { usePublication } from '../../frame/publication-context.ts';
import { useTitle } from '../../frame/use-title.ts';
import { words } from '../../words/en.ts';
import { CodeBlock } from './code-block.tsx';
import styles from './create.module.css';
import { recipientsCommand } from './recipients-command.ts';
import { TrackedHtml } from './tracked-html.tsx';

const route = getRouteApi('/signed-in/p/$publication/issues/$issue/ready');

/** What to do with an issue that has just been created. */
export function CreatedPage() {
  const { issue } = route.useParams();
  const publication = usePublication();
  const just = useQueryClient().getQueryData<JustCreated>(createdKey(issue));
  useTitle(words.created.title, just?.created.title, publication.name);
  const toFigures = (
    <Button
      variant="default"
      renderRoot={(props) => (
        <Link to="/p/$publication/issues/$issue" params={{ publication: publication.id, issue }} {...props} />
      )}
    >
      {words.created.toIssue}
    </Button>
  );
  if (just === undefined) {
    return (
      <>
        <Heading>{words.created.title}</Heading>
        <Message action={toFigures}>{words.created.gone}</Message>
      </>
    );
  }
  const { created, mergeTag } = just;
  return (
    <div className={styles['form']}>
      <div>
        <Heading>{words.created.heading(created.title)}</Heading>
        <p className="dim">{foundIn(created)}</p>
      </div>
      {created.notices.length > 0 && (
        <section aria-labelledby="notices" className={styles['notices']}>
          <h2 id="notices">{words.created.notices}</h2>
          <ul>
            {created.notices.map((one) => (
              <li key={`${one.code} ${one.message}`}>{one.message}</li>
            ))}
          </ul>
        </section>
      )}
      <ol className={styles['steps']}>
        <li>
          <h2>{words.created.stepHtml}</h2>
          <p className="dim">
            {words.created.stepHtmlSays(mergeTag)} {words.created.keep}
          </p>
          {created.editions.map((one) => (
            <TrackedHtml key={one.edition} edition={one.edition} html={one.html} title={created.title} />
          ))}
        </li>
        <li>
          <h2>{words.created.stepReaders}</h2>
          <p className="dim">{words.created.stepReadersSays}</p>
          <CodeBlock label={words.created.curl} code={recipientsCommand(location.origin, publication.id, issue)} />
          <p className="small dim">
            <code>READOUT_API_KEY</code> {words.created.apiKey} <Link to="/settings">{words.settings.title}</Link>
          </p>
        </li>
        <li>
          <h2>{words.created.stepWatch}</h2>
          <p className="dim">{words.created.stepWatchSays}</p>
          {toFigures}
        </li>
      </ol>
    </div>
  );
}

function foundIn({ sections, links, hasPaywall }: JustCreated['created']): string {
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
