import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { machinesQuery } from '../../api/verdict-queries.ts';
import { Defined } from '../../figures/defined.tsx';
import { numbers } from '../../format/viewer.ts';
import { Heading } from '../../frame/heading.tsx';
import { Loading } from '../../frame/loading.tsx';
import { Failed, Message } from '../../frame/message.tsx';
import { usePublication } from '../../frame/publication-context.ts';
import { useTitle } from '../../frame/use-title.ts';
import { words } from '../../words/words.ts';
import { HiddenReaders } from './hidden-readers.tsx';
import { Jumps } from './jumps.tsx';
import { MachineChart } from './machine-chart.tsx';
import styles from './machines.module.css';

/** What machines did to the issues of a publication, one after the other. */
export function MachinesPage() {
  const publication = usePublication();
  useTitle(words.machines.title, publication.name);
  const machines = useQuery(machinesQuery(publication.id));
  const { data } = machines;
  const settling = data?.items.reduce((sum, one) => sum + one.settling, 0) ?? 0;
  return (
    <div className="page">
      <header>
        <Heading>{words.machines.title}</Heading>
        <p className="says">{words.machines.says}</p>
        {settling > 0 && (
          <p className="dim small">
            <Defined term="settling">{words.machines.settling(settling, numbers.count(settling))}</Defined>
          </p>
        )}
      </header>
      {machines.isPending && <Loading height={480} />}
      {machines.isError && data === undefined && (
        <Failed title={words.machines.loadFailed} error={machines.error} retry={() => void machines.refetch()} />
      )}
      {data !== undefined && data.items.length === 0 && (
        <Message title={words.machines.none}>{words.machines.noneSays}</Message>
      )}
      {data !== undefined && data.items.length > 0 && (
        <>
          <MachineChart items={data.items} />
          <div className={`pair ${styles['explained']}`}>
            <Jumps items={data.items} />
            <HiddenReaders estimate={data.estimate} issues={data.items.length} />
          </div>
        </>
      )}
      <p className="dim small">
        {words.machines.rules}{' '}
        <Link to="/p/$publication/rules" params={{ publication: publication.id }}>
          {words.machines.toRules}
        </Link>
      </p>
    </div>
  );
}
