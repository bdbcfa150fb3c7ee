import { Button, Skeleton } from '@mantine/core';
import type { PublicationView, ShareLinkView } from '@readout/api-contract';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { exportsQuery } from '../../api/export-queries.ts';
import { restoreShare, revokeShare, sharesQuery } from '../../api/share-queries.ts';
import { numbers, useDates } from '../../format/viewer.ts';
import { Failed, Message } from '../../frame/message.tsx';
import { MoreButton } from '../../frame/more-button.tsx';
import { complain, say as sayDone, sayWithUndo } from '../../frame/undo.tsx';
import { sharingWords } from '../../words/sharing-words.ts';
import styles from './sharing.module.css';
import { subjectName } from './subject-name.ts';

/** The links without sign-in that were made: what each shows, how it stands, and how often it was opened. */
export function ShareList({ publication }: { publication: PublicationView }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const queries = useQueryClient();
  const links = useInfiniteQuery(sharesQuery(publication.id));
  const read = () => {
    void queries.invalidateQueries({ queryKey: sharesQuery(publication.id).queryKey });
    // The log of exports tells of it as well.
    void queries.invalidateQueries({ queryKey: exportsQuery(publication.id).queryKey });
  };
  const say = sharingWords;
  const restore = useMutation({
    mutationFn: (link: ShareLinkView) => restoreShare(publication.id, link.id),
    onSuccess: ({ label }) => sayDone(say.restored(label)),
    onError: complain,
    onSettled: read,
  });
  // At once, and taken back where it was a mistake: meanwhile nobody may see what is to be seen no more.
  const revoke = useMutation({
    mutationFn: (link: ShareLinkView) => revokeShare(publication.id, link.id),
    onSuccess: (link) => {
      sayWithUndo(say.revokedNow(link.label), () => restore.mutate(link));
      heading.current?.focus();
    },
    onError: complain,
    onSettled: read,
  });
  const items = links.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-labelledby="shares">
      <h2 id="shares" ref={heading} tabIndex={-1}>
        {say.links}
      </h2>
      <p className="dim">{say.linksSay}</p>
      {links.isPending && <Skeleton height={60} mt="md" />}
      {links.isError && links.data === undefined && <Failed error={links.error} retry={() => void links.refetch()} />}
      {links.data !== undefined && items.length === 0 && <Message>{say.none}</Message>}
      {items.length > 0 && (
        <ul className={styles['links']}>
          {items.map((link) => (
            <Item
              key={link.id}
              link={link}
              timeZone={publication.timeZone}
              isLeaving={revoke.isPending && revoke.variables.id === link.id}
              onRevoke={() => revoke.mutate(link)}
            />
          ))}
        </ul>
      )}
      <MoreButton list={links} size="compact-sm" mt="sm">
        {say.more}
      </MoreButton>
    </section>
  );
}

function Item({
  link,
  timeZone,
  isLeaving,
  onRevoke,
}: {
  link: ShareLinkView;
  timeZone: string;
  isLeaving: boolean;
  onRevoke: () => void;
}) {
  const dates = useDates(timeZone);
  const say = sharingWords;
  const { label, subject, title, state, actor, key, createdAt, opened, lastOpenedAt, files, sites } = link;
  const who = actor === 'key' ? say.byKey(key ?? '') : say.who[actor];
  const facts = [
    standing(link, dates.moment),
    lastOpenedAt === null ? say.neverOpened : say.opened(opened, numbers.count(opened), dates.moment(lastOpenedAt)),
    ...(files ? [say.withFiles] : []),
    ...(sites.length > 0 ? [say.withinSites(sites.join(', '))] : []),
    say.madeBy(who, dates.moment(createdAt)),
  ];
  return (
    <li data-over={state === 'open' ? undefined : true}>
      <div>
        <strong dir="auto">{label}</strong>
        <div>{subjectName(subject, title)}</div>
        <div className="dim small">{facts.join(' · ')}</div>
      </div>
      {state === 'open' && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={say.revokeNamed(label)}
          disabled={isLeaving}
          onClick={onRevoke}
        >
          {say.revoke}
        </Button>
      )}
    </li>
  );
}

function standing({ state, expiresAt, revokedAt }: ShareLinkView, moment: (iso: string) => string): string {
  if (state === 'revoked' && revokedAt !== null) return sharingWords.revoked(moment(revokedAt));
  if (expiresAt === null) return sharingWords.untilRevoked;
  return state === 'expired' ? sharingWords.expired(moment(expiresAt)) : sharingWords.until(moment(expiresAt));
}
