import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { CreateIssueRequest } from '@readout/api-contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ApiError, api } from '../../api/client.ts';
import { issuesKey, trackedKey } from '../../api/queries.ts';
import { wallClockToUtc } from '../../format/wall-clock.ts';
import { BusyButton } from '../../frame/busy-button.tsx';
import { FIELD_ORDER } from '../../frame/field-order.ts';
import { Heading } from '../../frame/heading.tsx';
import { Message } from '../../frame/message.tsx';
import { usePublication } from '../../frame/publication-context.ts';
import { useTitle } from '../../frame/use-title.ts';
import { words } from '../../words/words.ts';
import styles from './create.module.css';
import { EditionField } from './edition-field.tsx';
import { DEFAULT_TAG, OTHER_SENDER, SENDERS } from './merge-tags.ts';
import { type EditionText, NO_EDITION } from './read-html-file.ts';

/** An issue from its HTML. */
export function CreatePage() {
  const publication = usePublication();
  useTitle(words.create.title, publication.name);
  const [whole, setWhole] = useState(NO_EDITION);
  const [cut, setCut] = useState<EditionText | null>(null);
  const [title, setTitle] = useState('');
  const [sent, setSent] = useState('');
  const [sender, setSender] = useState(OTHER_SENDER);
  const [tag, setTag] = useState(DEFAULT_TAG);
  const [tried, setTried] = useState(false);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const create = useMutation({
    mutationFn: (body: CreateIssueRequest) =>
      api.post('/api/v1/publications/{publication}/issues', { path: { publication: publication.id }, body }),
    onSuccess: async (created) => {
      queries.setQueryData(trackedKey(publication.id, created.id), created);
      void queries.invalidateQueries({ queryKey: issuesKey(publication.id) });
      await navigate({
        to: '/p/$publication/issues/$issue/ready',
        params: { publication: publication.id, issue: created.id },
      });
    },
  });
  const refused = create.error instanceof ApiError ? create.error : null;
  const missing = {
    whole: whole.html.trim() === '' ? words.create.wholeMissing : undefined,
    cut: cut !== null && cut.html.trim() === '' ? words.create.cutMissing : undefined,
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing.whole !== undefined || missing.cut !== undefined) return;
    create.mutate({
      ...(title.trim() === '' ? {} : { title: title.trim() }),
      sentAt: sent === '' ? null : wallClockToUtc(sent, publication.timeZone),
      editions: [
        { edition: 'whole', html: whole.html },
        ...(cut === null ? [] : [{ edition: 'cut' as const, html: cut.html }]),
      ],
      mergeTag: tag.trim() === '' ? DEFAULT_TAG : tag,
    });
  };
  const chooseSender = (id: string) => {
    setSender(id);
    setTag(SENDERS.find((one) => one.id === id)?.tag ?? DEFAULT_TAG);
  };
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <div>
        <Heading>{words.create.title}</Heading>
        <p className="dim">{words.create.says}</p>
      </div>
      <EditionField
        label={words.create.whole}
        description={words.create.wholeSays}
        value={whole}
        onChange={setWhole}
        error={(tried ? missing.whole : undefined) ?? refused?.about('editions.0')}
      />
      {cut === null ? (
        <Button variant="default" size="sm" className={styles['start'] ?? ''} onClick={() => setCut(NO_EDITION)}>
          {words.create.addCut}
        </Button>
      ) : (
        <div>
          <EditionField
            label={words.create.cut}
            description={words.create.cutSays}
            value={cut}
            onChange={setCut}
            error={(tried ? missing.cut : undefined) ?? refused?.about('editions.1')}
          />
          <Button variant="default" size="compact-sm" mt="xs" onClick={() => setCut(null)}>
            {words.create.removeCut}
          </Button>
        </div>
      )}
      <div className={styles['two']}>
        <TextInput
          label={`${words.create.issueTitle} (${words.create.optional})`}
          description={words.create.issueTitleRule}
          inputWrapperOrder={FIELD_ORDER}
          value={title}
          maxLength={500}
          onChange={(event) => setTitle(event.currentTarget.value)}
          error={refused?.about('title')}
        />
        <TextInput
          type="datetime-local"
          label={`${words.create.sentAt} (${words.create.optional})`}
          description={words.create.sentAtRule(publication.timeZone)}
          inputWrapperOrder={FIELD_ORDER}
          value={sent}
          onChange={(event) => setSent(event.currentTarget.value)}
          error={refused?.about('sentAt')}
        />
        <NativeSelect
          label={words.create.sender}
          description={words.create.senderRule}
          inputWrapperOrder={FIELD_ORDER}
          value={sender}
          onChange={(event) => chooseSender(event.currentTarget.value)}
          data={[
            ...SENDERS.map(({ id, name }) => ({ value: id, label: name })),
            { value: OTHER_SENDER, label: words.create.other },
          ]}
        />
        <TextInput
          label={words.create.mergeTag}
          description={words.create.mergeTagRule}
          inputWrapperOrder={FIELD_ORDER}
          value={tag}
          maxLength={64}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setTag(event.currentTarget.value)}
          error={refused?.about('mergeTag')}
          classNames={{ input: styles['code'] ?? '' }}
        />
      </div>
      {create.error !== null && <Message urgent>{create.error.message}</Message>}
      <div>
        <BusyButton type="submit" loading={create.isPending}>
          {words.create.submit}
        </BusyButton>
      </div>
    </form>
  );
}
