import { Button, Progress, VisuallyHidden } from '@mantine/core';
import type { OwnRulesView } from '@readout/api-contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ApiError, api } from '../../api/client.ts';
import { rulesQuery } from '../../api/verdict-queries.ts';
import { type DraftRule, lacksOf, moved, putBack, refusalsOf, sentOf } from '../../findings/rules-draft.ts';
import { numbers } from '../../format/viewer.ts';
import { BusyButton } from '../../frame/busy-button.tsx';
import { Failed, Message } from '../../frame/message.tsx';
import { sayWithUndo } from '../../frame/undo.tsx';
import { words } from '../../words/words.ts';
import { Conflict } from './conflict.tsx';
import { History } from './history.tsx';
import { PreviewResult } from './preview-result.tsx';
import { RuleItem } from './rule-item.tsx';
import styles from './rules.module.css';
import { useRulesDraft } from './use-rules-draft.ts';

const PREVIEW_DAYS = 30;
let added = 0;

/** The list of rules as it is being written: looked at in advance, then saved as a whole. */
export function RulesEditor({ publication, saved }: { publication: string; saved: OwnRulesView }) {
  const queries = useQueryClient();
  const list = useRef<HTMLUListElement>(null);
  const draft = useRulesDraft(publication, saved);
  const [open, setOpen] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const [said, setSaid] = useState('');
  const { queryKey } = rulesQuery(publication);
  const rules = sentOf(draft.rules);

  const preview = useMutation({
    mutationFn: (asked: ReturnType<typeof sentOf>) =>
      api.post('/api/v1/publications/{publication}/rules/preview', {
        path: { publication },
        body: { rules: asked, days: PREVIEW_DAYS },
      }),
    onError: showRefused,
  });
  const save = useMutation({
    mutationFn: () =>
      api.put('/api/v1/publications/{publication}/rules', {
        path: { publication },
        body: { version: draft.version, rules },
      }),
    onSuccess: (now) => {
      queries.setQueryData(queryKey, now);
      draft.discard();
      setOpen(null);
      setTried(false);
      // There is nothing to save any more, and its button is disabled.
      list.current?.focus({ preventScroll: true });
    },
    onError: async (error) => {
      showRefused(error);
      if (error instanceof ApiError && error.status === 409) await queries.invalidateQueries({ queryKey });
    },
  });

  const failed = save.error ?? preview.error;
  const isConflict = save.error instanceof ApiError && save.error.status === 409;
  const refusals = failed instanceof ApiError ? refusalsOf(draft.rules, failed.fields) : new Map();
  const edit: typeof draft.edit = (change) => {
    save.reset();
    if (preview.isError) preview.reset();
    draft.edit(change);
  };

  function showRefused(error: Error): void {
    if (!(error instanceof ApiError)) return;
    const [first] = refusalsOf(draft.rules, error.fields).keys();
    if (first !== undefined) setOpen(first);
  }

  const unlessLacking = (act: () => void) => {
    const lacking = draft.rules.find((one) => lacksOf(draft.rules, one).length > 0);
    setTried(lacking !== undefined);
    if (lacking !== undefined) setOpen(lacking.key);
    else act();
  };
  const add = () => {
    const key = `new ${++added}`;
    edit((before) => [...before, { key, name: '', when: {}, verdict: 'scanner' }]);
    setTried(false);
    setOpen(key);
  };
  const move = (rule: DraftRule, by: -1 | 1) => {
    edit((before) => moved(before, rule.key, by));
    const place = draft.rules.findIndex((one) => one.key === rule.key) + by + 1;
    if (place < 1 || place > draft.rules.length) return;
    setSaid(words.rules.moved(rule.name, numbers.count(place), numbers.count(draft.rules.length)));
  };
  const remove = (rule: DraftRule) => {
    const at = draft.rules.findIndex((one) => one.key === rule.key);
    edit((before) => before.filter((one) => one.key !== rule.key));
    sayWithUndo(words.rules.removed(rule.name), () => draft.edit((before) => putBack(before, rule, at)));
    list.current?.focus();
  };

  return (
    <>
      <section aria-label={words.rules.title}>
        <ul ref={list} tabIndex={-1} className={styles['list']}>
          {draft.rules.length === 0 && (
            <li>
              <Message title={words.rules.none}>{words.rules.noneSays}</Message>
            </li>
          )}
          {draft.rules.map((rule, at) => (
            <RuleItem
              key={rule.key}
              rule={rule}
              place={at + 1}
              of={draft.rules.length}
              isOpen={open === rule.key}
              lacks={tried ? lacksOf(draft.rules, rule) : []}
              refusal={refusals.get(rule.key)}
              onOpen={(isOpen) => setOpen(isOpen ? rule.key : null)}
              onChange={(next) => edit((before) => before.map((one) => (one.key === rule.key ? next : one)))}
              onMove={(by) => move(rule, by)}
              onRemove={() => remove(rule)}
            />
          ))}
        </ul>
        <VisuallyHidden role="status">{said}</VisuallyHidden>
        <Button variant="default" mt="md" onClick={add}>
          {words.rules.add}
        </Button>
      </section>
      <section className={styles['decide']} aria-label={words.save}>
        <div className={styles['actions']}>
          <BusyButton
            disabled={!draft.isChanged}
            loading={save.isPending}
            onClick={() => unlessLacking(() => save.mutate())}
          >
            {words.rules.save}
          </BusyButton>
          <BusyButton
            variant="default"
            disabled={!draft.isChanged && draft.rules.length === 0}
            loading={preview.isPending}
            onClick={() => unlessLacking(() => preview.mutate(rules))}
          >
            {words.rules.preview}
          </BusyButton>
          {draft.isChanged && (
            <Button
              variant="subtle"
              onClick={() => {
                save.reset();
                preview.reset();
                draft.discard();
                setOpen(null);
                list.current?.focus({ preventScroll: true });
              }}
            >
              {words.rules.discard}
            </Button>
          )}
        </div>
        <p role="status" className="dim small">
          {draft.isChanged && `${words.rules.unsaved} ${words.rules.draftKept}`}
          {!draft.isChanged && save.isSuccess && words.rules.saved}
        </p>
        {isConflict && (
          <Conflict
            theirs={saved}
            onKeep={() => {
              draft.rebase(saved.version);
              save.reset();
            }}
            onTake={() => {
              draft.discard();
              save.reset();
            }}
          />
        )}
        {failed !== null && !isConflict && refusals.size === 0 && <Failed error={failed} />}
        {preview.isPending && (
          <div role="status" className={styles['running']}>
            <Progress value={100} striped animated aria-label={words.rules.preview} />
            <p className="dim small">{words.rules.previewing}</p>
          </div>
        )}
        {preview.data !== undefined && !preview.isPending && (
          <PreviewResult preview={preview.data} isOld={JSON.stringify(preview.variables) !== JSON.stringify(rules)} />
        )}
      </section>
      <History publication={publication} isApplied={saved.isApplied} isChanged={draft.isChanged} />
    </>
  );
}
