import { Button, Popover, VisuallyHidden } from '@mantine/core';
import type { IssueChoices } from '@readout/api-contract';
import { IconSelector } from '@tabler/icons-react';
import { numbers } from '../../format/viewer.ts';
import { words } from '../../words/words.ts';
import styles from './issues.module.css';

const sameTag = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** Tags that an issue must have, all of them. */
export function TagFilter({
  chosen,
  choices,
  onChange,
}: {
  chosen: readonly string[];
  choices: IssueChoices['tags'];
  onChange: (tags: readonly string[]) => void;
}) {
  // What an address asks for can be taken back, whether or not it occurs.
  const unknown = chosen.filter((tag) => choices.every((choice) => !sameTag(choice.tag, tag)));
  const all = [...choices, ...unknown.map((tag) => ({ tag, issues: 0 }))];
  if (all.length === 0) return null;
  const [first] = chosen;
  return (
    <Popover position="bottom-start" shadow="md" width={280}>
      <Popover.Target>
        <Button
          variant="default"
          size="sm"
          className={styles['tagButton'] ?? ''}
          aria-label={`${words.issuesTable.tags}: ${first === undefined ? words.issuesTable.anyTag : chosen.join(', ')}`}
          rightSection={<IconSelector size={14} stroke={1.5} aria-hidden="true" />}
        >
          {first === undefined ? words.issuesTable.anyTag : words.issuesTable.tagsChosen(first, chosen.length - 1)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <fieldset className={styles['tagList']}>
          <VisuallyHidden component="legend">{words.issuesTable.tags}</VisuallyHidden>
          {all.map(({ tag, issues }) => (
            <label key={tag}>
              <input
                type="checkbox"
                checked={chosen.some((one) => sameTag(one, tag))}
                onChange={({ currentTarget }) => {
                  const others = chosen.filter((one) => !sameTag(one, tag));
                  onChange(currentTarget.checked ? [...others, tag] : others);
                }}
              />
              <span>{words.issuesTable.tagCount(tag, issues, numbers.count(issues))}</span>
            </label>
          ))}
        </fieldset>
      </Popover.Dropdown>
    </Popover>
  );
}
