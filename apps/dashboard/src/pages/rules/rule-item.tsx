import { ActionIcon, Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { VerdictBadge } from '../../figures/verdict-name.tsx';
import type { DraftRule, Lack, RuleRefusal } from '../../findings/rules-draft.ts';
import { useFocusBack } from '../../frame/use-focus-back.ts';
import { words } from '../../words/words.ts';
import { RuleForm } from './rule-form.tsx';
import { sentenceOf } from './rule-sentence.ts';
import styles from './rules.module.css';

/** One rule of the list: as a sentence, or opened to be changed. */
export function RuleItem({
  rule,
  place,
  of,
  isOpen,
  lacks,
  refusal,
  onOpen,
  onChange,
  onMove,
  onRemove,
}: {
  rule: DraftRule;
  place: number;
  of: number;
  isOpen: boolean;
  lacks: readonly Lack[];
  refusal: RuleRefusal | undefined;
  onOpen: (isOpen: boolean) => void;
  onChange: (next: DraftRule) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}) {
  const edit = useFocusBack<HTMLButtonElement>(isOpen);
  const isUnnamed = rule.name.trim() === '';
  const name = isUnnamed ? words.rules.unnamed : rule.name;
  return (
    <li className={styles['rule']} data-wrong={lacks.length > 0 || refusal !== undefined || undefined}>
      <div className={styles['head']}>
        <span className={styles['place']}>{place}</span>
        <div className={styles['saying']}>
          <p className={styles['name']}>
            {isUnnamed ? <span className="dim">{name}</span> : <strong>{name}</strong>}{' '}
            <VerdictBadge verdict={rule.verdict} />
          </p>
          <p className="dim small">{sentenceOf(rule)}</p>
        </div>
        <div className={styles['tools']}>
          <Mover by={-1} place={place} isLast={place === 1} label={words.rules.up(name)} onMove={onMove} />
          <Mover by={1} place={place} isLast={place === of} label={words.rules.down(name)} onMove={onMove} />
          {!isOpen && (
            <Button
              ref={edit}
              variant="subtle"
              size="compact-sm"
              aria-label={words.rules.editNamed(name)}
              onClick={() => onOpen(true)}
            >
              {words.rules.edit}
            </Button>
          )}
          <Button variant="subtle" size="compact-sm" aria-label={words.rules.removeNamed(name)} onClick={onRemove}>
            {words.rules.remove}
          </Button>
        </div>
      </div>
      {isOpen && (
        <RuleForm rule={rule} lacks={lacks} refusal={refusal} onChange={onChange} onDone={() => onOpen(false)} />
      )}
    </li>
  );
}

/** Keeps the focus when the rule has moved, and at the end of the list, where it cannot move on. */
function Mover({
  by,
  place,
  isLast,
  label,
  onMove,
}: {
  by: -1 | 1;
  place: number;
  isLast: boolean;
  label: string;
  onMove: (by: -1 | 1) => void;
}) {
  const button = useRef<HTMLButtonElement>(null);
  const wasUsed = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the rule stands now is what the focus follows
  useEffect(() => {
    if (wasUsed.current) button.current?.focus();
    wasUsed.current = false;
  }, [place]);
  return (
    <ActionIcon
      ref={button}
      variant="subtle"
      color="gray"
      aria-label={label}
      title={label}
      aria-disabled={isLast}
      {...(isLast && { 'data-disabled': true })}
      onClick={() => {
        if (isLast) return;
        wasUsed.current = true;
        onMove(by);
      }}
    >
      {by === -1 ? <IconArrowUp size={18} stroke={1.5} /> : <IconArrowDown size={18} stroke={1.5} />}
    </ActionIcon>
  );
}
