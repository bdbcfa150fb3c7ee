import { NativeSelect, TextInput } from '@mantine/core';
import type { PublicationView, ScheduleList, ScheduleView } from '@readout/api-contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ApiError } from '../../api/client.ts';
import { sponsorLinksQuery } from '../../api/report-queries.ts';
import { createSchedule, schedulesQuery, updateSchedule } from '../../api/schedule-queries.ts';
import { numbers, week } from '../../format/viewer.ts';
import { FIELD_ORDER } from '../../frame/field-order.ts';
import { say as announce } from '../../frame/undo.tsx';
import { chosenLanguage } from '../../words/language.ts';
import { scheduleWords } from '../../words/schedule-words.ts';
import { words } from '../../words/words.ts';
import { type Draft, draftOf, newDraft, requestOf } from './draft.ts';
import { FormEnd } from './form-end.tsx';
import styles from './schedules.module.css';

const REPORTS = ['issue', 'month', 'growth', 'sponsor'] as const;
const EXPORTS = ['issues', 'links', 'sections', 'events', 'readers', 'trials', 'cohorts'] as const;
const FORMATS = ['csv', 'xlsx', 'parquet', 'ndjson', 'arrow'] as const;
const DAYS = [30, 90, 365] as const;

/** What is to be made, when, and where it goes. @param known undefined: a new one */
export function ScheduleForm({
  publication,
  known,
  ways,
  onDone,
}: {
  publication: PublicationView;
  known: ScheduleView | undefined;
  ways: ScheduleList['ways'];
  onDone: () => void;
}) {
  const say = scheduleWords;
  const [draft, setDraft] = useState<Draft>(() => (known === undefined ? newDraft(chosenLanguage()) : draftOf(known)));
  const links = useQuery({ ...sponsorLinksQuery(publication.id), enabled: draft.report === 'sponsor' });
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: () =>
      known === undefined
        ? createSchedule(publication.id, requestOf(draft))
        : updateSchedule(publication.id, known.id, requestOf(draft)),
    onSuccess: async ({ name }) => {
      await queries.invalidateQueries({ queryKey: schedulesQuery(publication.id).queryKey });
      announce(known === undefined ? say.created(name) : words.saved);
      onDone();
    },
  });
  const refused = (field: string) => (save.error instanceof ApiError ? save.error.about(field) : undefined);
  const isElsewhere =
    save.error !== null && !['name', 'what', 'cadence', 'destination'].some((field) => refused(field) !== undefined);
  const put = (change: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...change }));
    save.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const isTimed = draft.every === 'week' || draft.every === 'month';
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <TextInput
        label={say.name}
        maxLength={100}
        value={draft.name}
        onChange={(event) => put({ name: event.currentTarget.value })}
        error={refused('name')}
      />
      <fieldset>
        <legend>{say.what}</legend>
        <Choice
          label={say.report}
          value={draft.report}
          choices={[['none', say.noReport], ...REPORTS.map((kind) => [kind, say.kinds[kind]] as const)]}
          onChoose={(report) => put({ report })}
          error={draft.report === 'sponsor' ? undefined : refused('what')}
        />
        {draft.report !== 'none' && (
          <>
            <Choice
              label={say.formats}
              value={draft.formats}
              choices={[
                ['pdf', words.reports.asPdf],
                ['xlsx', words.reports.asWorkbook],
                ['both', say.both],
              ]}
              onChoose={(formats) => put({ formats })}
            />
            <Choice
              label={say.language}
              value={draft.language}
              choices={[
                ['en', words.reports.languages.en],
                ['es', words.reports.languages.es],
              ]}
              onChoose={(language) => put({ language })}
            />
          </>
        )}
        {draft.report === 'growth' && (
          <Choice
            label={say.days}
            value={String(draft.days)}
            choices={[...new Set([...DAYS, draft.days])].map((days) => [String(days), say.daysOf(numbers.count(days))])}
            onChoose={(days) => put({ days: Number(days) })}
          />
        )}
        {draft.report === 'sponsor' && (
          <Choice
            label={say.link}
            value={draft.link}
            choices={[
              ['', say.chooseLink],
              ...(links.data?.some(({ link }) => link === draft.link) === true || draft.link === ''
                ? []
                : [[draft.link, draft.link] as const]),
              ...(links.data ?? []).map(({ link, url }) => [link, url] as const),
            ]}
            onChoose={(link) => put({ link })}
            error={refused('what')}
          />
        )}
        <Choice
          label={say.export}
          value={draft.export}
          choices={[['none', say.noExport], ...EXPORTS.map((what) => [what, words.exports.whats[what]] as const)]}
          onChoose={(what) => put({ export: what })}
        />
        {draft.export !== 'none' && (
          <>
            <Choice
              label={say.exportAs}
              value={draft.format}
              choices={FORMATS.map((format) => [format, format.toUpperCase()])}
              onChoose={(format) => put({ format })}
            />
            <Choice
              label={say.span}
              value={draft.span}
              choices={[
                ['stretch', say.spans.stretch],
                ['all', say.spans.all],
              ]}
              onChoose={(span) => put({ span })}
            />
          </>
        )}
      </fieldset>
      <fieldset>
        <legend>{say.when}</legend>
        <Choice
          label={say.when}
          value={draft.every}
          choices={[
            ['issue-24', say.afterIssue(24)],
            ['issue-72', say.afterIssue(72)],
            ['week', say.everyWeek],
            ['month', say.everyMonth],
          ]}
          onChoose={(every) => put({ every })}
          error={refused('cadence')}
        />
        {draft.every === 'week' && (
          <Choice
            label={say.weekday}
            value={String(draft.weekday)}
            choices={[1, 2, 3, 4, 5, 6, 7].map((weekday) => [String(weekday), week.weekday(weekday)])}
            onChoose={(weekday) => put({ weekday: Number(weekday) })}
          />
        )}
        {draft.every === 'month' && (
          <Choice
            label={say.dayOfMonth}
            description={draft.day > 28 ? say.shortMonth : undefined}
            value={String(draft.day)}
            choices={Array.from({ length: 31 }, (_, at) => [String(at + 1), numbers.count(at + 1)])}
            onChoose={(day) => put({ day: Number(day) })}
          />
        )}
        {isTimed && (
          <Choice
            label={say.hour}
            description={say.ofZone(publication.timeZone)}
            value={String(draft.hour)}
            choices={Array.from({ length: 24 }, (_, hour) => [String(hour), week.hour(hour)])}
            onChoose={(hour) => put({ hour: Number(hour) })}
          />
        )}
      </fieldset>
      <fieldset>
        <legend>{say.where}</legend>
        <Choice
          label={say.where}
          value={draft.by}
          choices={(['email', 'webhook', 'folder'] as const).map((by) => [by, say.by[by]])}
          onChoose={(by) => put({ by })}
        />
        {draft.by === 'email' && (
          <TextInput
            label={say.to}
            description={ways.email ? say.toSays : `${say.toSays} ${say.noMail}`}
            inputWrapperOrder={FIELD_ORDER}
            autoCapitalize="none"
            spellCheck={false}
            value={draft.to}
            onChange={(event) => put({ to: event.currentTarget.value })}
            error={refused('destination')}
          />
        )}
        {draft.by === 'webhook' && (
          <TextInput
            label={say.url}
            description={say.urlSays}
            inputWrapperOrder={FIELD_ORDER}
            placeholder="https://"
            autoCapitalize="none"
            spellCheck={false}
            value={draft.url}
            onChange={(event) => put({ url: event.currentTarget.value })}
            error={refused('destination')}
          />
        )}
        {draft.by === 'folder' && (
          <TextInput
            label={say.folder}
            description={ways.folder ? say.folderSays : say.noFolder}
            inputWrapperOrder={FIELD_ORDER}
            value={draft.folder}
            onChange={(event) => put({ folder: event.currentTarget.value })}
            error={refused('destination')}
          />
        )}
      </fieldset>
      <FormEnd
        refusal={isElsewhere ? save.error : null}
        save={known === undefined ? say.create : words.save}
        isSaving={save.isPending}
        onCancel={onDone}
      />
    </form>
  );
}

/** One of several, in a list that opens. */
function Choice<Value extends string>({
  label,
  value,
  choices,
  onChoose,
  description,
  error,
}: {
  label: string;
  value: Value;
  choices: readonly (readonly [value: Value, label: string])[];
  onChoose: (value: Value) => void;
  description?: string | undefined;
  error?: string | undefined;
}) {
  return (
    <NativeSelect
      label={label}
      description={description}
      inputWrapperOrder={FIELD_ORDER}
      error={error}
      value={value}
      onChange={(event) => {
        const found = choices.find(([one]) => one === event.currentTarget.value);
        if (found !== undefined) onChoose(found[0]);
      }}
      data={choices.map(([one, text]) => ({ value: one, label: text }))}
    />
  );
}
