import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { deleteSchedule, schedulesQuery } from '../../api/schedule-queries.ts';
import { Heading } from '../../frame/heading.tsx';
import { Loading } from '../../frame/loading.tsx';
import { Failed, Message } from '../../frame/message.tsx';
import { usePublication } from '../../frame/publication-context.ts';
import { useLeaving } from '../../frame/use-leaving.ts';
import { useTitle } from '../../frame/use-title.ts';
import { scheduleWords } from '../../words/schedule-words.ts';
import { words } from '../../words/words.ts';
import { MailServer } from './mail-server.tsx';
import { ScheduleForm } from './schedule-form.tsx';
import { ScheduleItem } from './schedule-item.tsx';
import styles from './schedules.module.css';

/** What is made and sent by itself, when next, and how that went. */
export function SchedulesPage() {
  const publication = usePublication();
  const say = scheduleWords;
  useTitle(say.title, publication.name);
  const queries = useQueryClient();
  const query = schedulesQuery(publication.id);
  const schedules = useQuery(query);
  /** `new`, or the id of one. */
  const [editing, setEditing] = useState<string | null>(null);
  const { leaving, leave } = useLeaving(
    (id: string) => deleteSchedule(publication.id, id),
    (id) =>
      queries.setQueryData(
        query.queryKey,
        (before) => before && { ...before, items: before.items.filter((one) => one.id !== id) },
      ),
  );
  const shown = schedules.data?.items.filter(({ id }) => !leaving.has(id)) ?? [];
  const close = () => setEditing(null);
  return (
    <div className="page">
      <div>
        <p className="back">
          <Link to="/p/$publication/reports" params={{ publication: publication.id }}>
            <span aria-hidden="true">← </span>
            {words.reports.title}
          </Link>
        </p>
        <Heading>{say.title}</Heading>
        <p className="says">{say.says}</p>
        {editing !== 'new' && schedules.data !== undefined && (
          <Button mt="sm" onClick={() => setEditing('new')}>
            {say.add}
          </Button>
        )}
        {editing === 'new' && schedules.data !== undefined && (
          <ScheduleForm publication={publication} known={undefined} ways={schedules.data.ways} onDone={close} />
        )}
        {schedules.isPending && <Loading height={240} />}
        {schedules.isError && schedules.data === undefined && (
          <Failed title={say.loadFailed} error={schedules.error} retry={() => void schedules.refetch()} />
        )}
        {schedules.data !== undefined && shown.length === 0 && editing !== 'new' && (
          <Message title={say.none}>{say.noneSays}</Message>
        )}
        {schedules.data !== undefined && shown.length > 0 && (
          <ul className={styles['list']}>
            {shown.map((schedule) =>
              editing === schedule.id ? (
                <li key={schedule.id} className={styles['item']}>
                  <h2>{say.change(schedule.name)}</h2>
                  <ScheduleForm publication={publication} known={schedule} ways={schedules.data.ways} onDone={close} />
                </li>
              ) : (
                <ScheduleItem
                  key={schedule.id}
                  publication={publication}
                  schedule={schedule}
                  onEdit={() => setEditing(schedule.id)}
                  onRemove={() => leave(schedule.id, say.willGo(schedule.name))}
                />
              ),
            )}
          </ul>
        )}
      </div>
      <MailServer publication={publication.id} />
    </div>
  );
}
