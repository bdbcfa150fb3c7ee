import { Link } from '@tanstack/react-router';
import { Heading } from '../../frame/heading.tsx';
import { usePublication } from '../../frame/publication-context.ts';
import { useTitle } from '../../frame/use-title.ts';
import { words } from '../../words/words.ts';
import { ShareList } from '../sharing/share-list.tsx';
import { Arriving } from './arriving.tsx';
import { Billing } from './billing.tsx';
import { Brand } from './brand.tsx';
import { ExportLog } from './exports.tsx';
import { History } from './history.tsx';
import { Identity } from './identity.tsx';
import { Judging } from './judging.tsx';
import { MailProviders } from './mail-providers.tsx';
import styles from './publication-settings.module.css';
import { Sites } from './sites.tsx';
import { Privacy, Tracking } from './tracking.tsx';

/** What an author decides about one publication: what it is called, and what is collected for it. */
export function PublicationSettingsPage() {
  const publication = usePublication();
  useTitle(words.publication.title, publication.name);
  return (
    <div className={styles['page']}>
      <header>
        <p className="back">
          <Link to="/p/$publication/issues" params={{ publication: publication.id }}>
            <span aria-hidden="true">← </span>
            {words.issue.back}
          </Link>
        </p>
        <Heading>{words.publication.title}</Heading>
      </header>
      <Identity publication={publication} />
      <History publication={publication.id} />
      <Tracking publication={publication} />
      <Privacy publication={publication} />
      <Judging publication={publication.id} />
      <Arriving publication={publication.id} />
      <MailProviders publication={publication} />
      <Billing publication={publication} />
      <Sites publication={publication} />
      <ShareList publication={publication} />
      <ExportLog publication={publication} />
      <Brand publication={publication.id} />
    </div>
  );
}
