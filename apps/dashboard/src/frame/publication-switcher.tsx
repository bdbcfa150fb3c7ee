import { Button, Menu } from '@mantine/core';
import { IconCheck, IconPlus, IconSelector } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { publicationsQuery } from '../api/queries.ts';
import { words } from '../words/words.ts';
import styles from './frame.module.css';
import { lastPublication } from './last-publication.ts';

/** Names the publication, on pages about none the one looked at last; where there are several, one can go over. */
export function PublicationSwitcher() {
  const { data: publications } = useSuspenseQuery(publicationsQuery);
  const { publication: id } = useParams({ strict: false });
  const last = lastPublication();
  const current = publications.find((one) => one.id === id) ?? publications.find((one) => one.id === last);
  if (current === undefined) return null;
  if (publications.length === 1) {
    return (
      <Link
        to="/p/$publication"
        params={{ publication: current.id }}
        className={`${styles['name']} theirs`}
        style={{ color: 'inherit', textDecoration: 'none', minWidth: 0 }}
      >
        {current.name}
      </Link>
    );
  }
  const { name } = current;
  return (
    <div className={styles['switcher']}>
      <Menu position="bottom-start" width={280} shadow="md">
        <Menu.Target>
          <Button
            variant="subtle"
            color="gray"
            size="compact-md"
            rightSection={<IconSelector size={16} stroke={1.5} />}
            aria-label={words.frame.switch(name)}
          >
            <span className={`${styles['name']} theirs`}>{name}</span>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {publications.map((one) => (
            <Menu.Item
              key={one.id}
              renderRoot={(props) => <Link to="/p/$publication" params={{ publication: one.id }} {...props} />}
              rightSection={one.id === id ? <IconCheck size={16} aria-hidden /> : undefined}
            >
              <span className="theirs">{one.name}</span>
              {one.isSample && <span className="dim small"> · {words.frame.sample}</span>}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconPlus size={16} stroke={1.5} />}
            renderRoot={(props) => <Link to="/start" {...props} />}
          >
            {words.frame.add}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
