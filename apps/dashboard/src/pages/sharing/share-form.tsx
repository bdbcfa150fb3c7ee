import { NativeSelect, Switch, Textarea, TextInput } from '@mantine/core';
import type { CreatedShare } from '@readout/api-contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ApiError } from '../../api/client.ts';
import { createShare, sharesQuery } from '../../api/share-queries.ts';
import { numbers } from '../../format/viewer.ts';
import { BusyButton } from '../../frame/busy-button.tsx';
import { usePublication } from '../../frame/publication-context.ts';
import { sharingWords } from '../../words/sharing-words.ts';
import { ENDS, type Ends, endOf } from './ends.ts';
import type { Offered } from './offered.ts';
import styles from './sharing.module.css';
import { subjectName } from './subject-name.ts';

const USUAL_END: Ends = '30';

/** What a link shows, until when, and what may be done with it. */
export function ShareForm({
  offered: { subjects, title },
  onMade,
}: {
  offered: Offered;
  onMade: (made: CreatedShare) => void;
}) {
  const publication = usePublication();
  const queries = useQueryClient();
  const [which, setWhich] = useState(0);
  const [label, setLabel] = useState('');
  const [ends, setEnds] = useState<Ends>(USUAL_END);
  const [date, setDate] = useState('');
  const [files, setFiles] = useState(false);
  const [sites, setSites] = useState('');
  const subject = subjects[which] ?? subjects[0];
  const isReport = subject.show !== 'issue' && subject.show !== 'overview';
  const expiresAt = endOf(ends, date, publication.timeZone, Date.now());
  const make = useMutation({
    mutationFn: () =>
      createShare(publication.id, {
        label: label.trim(),
        subject,
        expiresAt: expiresAt ?? null,
        files: isReport && files,
        sites: sites
          .split(/\s+/)
          .filter((site) => site !== '')
          .map((site) => (site.includes('://') ? site : `https://${site}`)),
      }),
    onSuccess: (made) => {
      void queries.invalidateQueries({ queryKey: sharesQuery(publication.id).queryKey });
      onMade(made);
    },
  });
  const about = (path: string) => (make.error instanceof ApiError ? make.error.about(path) : undefined);
  const isSaid = ['label', 'expiresAt', 'sites'].some((path) => about(path) !== undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (label.trim() !== '' && expiresAt !== undefined) make.mutate();
  };
  const say = sharingWords;
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <p className="dim">{say.says}</p>
      {subjects.length > 1 ? (
        <NativeSelect
          label={say.what}
          value={String(which)}
          onChange={(event) => setWhich(Number(event.currentTarget.value))}
          data={subjects.map((one, at) => ({ value: String(at), label: subjectName(one, title) }))}
        />
      ) : (
        <p className="theirs">{subjectName(subject, title)}</p>
      )}
      <TextInput
        label={say.label}
        description={say.labelSays}
        placeholder={say.labelExample}
        value={label}
        maxLength={100}
        autoComplete="off"
        dir="auto"
        onChange={(event) => setLabel(event.currentTarget.value)}
        error={about('label')}
        data-autofocus
      />
      <div className={styles['ends']}>
        <NativeSelect
          label={say.ends}
          value={ends}
          onChange={(event) => setEnds(ENDS.find((one) => one === event.currentTarget.value) ?? USUAL_END)}
          data={ENDS.map((value) => ({ value, label: endName(value) }))}
          error={ends === 'date' ? undefined : about('expiresAt')}
        />
        {ends === 'date' && (
          <TextInput
            type="date"
            label={say.lastDay}
            value={date}
            onChange={(event) => setDate(event.currentTarget.value)}
            error={about('expiresAt')}
          />
        )}
      </div>
      {isReport && (
        <Switch label={say.files} checked={files} onChange={(event) => setFiles(event.currentTarget.checked)} />
      )}
      <Textarea
        label={say.sites}
        description={say.sitesSay}
        placeholder={say.sitesExample}
        value={sites}
        onChange={(event) => setSites(event.currentTarget.value)}
        error={about('sites')}
        rows={2}
        spellCheck={false}
        autoCapitalize="none"
      />
      {make.isError && !isSaid && (
        <p role="alert" className="small">
          {make.error.message}
        </p>
      )}
      <div>
        <BusyButton type="submit" loading={make.isPending} disabled={label.trim() === '' || expiresAt === undefined}>
          {say.make}
        </BusyButton>
      </div>
    </form>
  );
}

function endName(ends: Ends): string {
  if (ends === 'date') return sharingWords.endsOn;
  return ends === 'never' ? sharingWords.endsNever : sharingWords.endsAfter(numbers.count(Number(ends)));
}
