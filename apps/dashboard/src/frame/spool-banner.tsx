import type { CollectionState } from '@readout/api-contract';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { collectionQuery } from '../api/queries.ts';
import { ratio } from '../format/numbers.ts';
import { duration, numbers } from '../format/viewer.ts';
import { words } from '../words/words.ts';
import styles from './frame.module.css';

type Spool = CollectionState['spool'];

/** On every page, while what was collected cannot be forwarded and the room for it runs out. */
export function SpoolBanner() {
  const { data } = useQuery(collectionQuery);
  const spool = data?.spool;
  // The heading alone is read out, and again only when it changes: the figures below it do every half minute.
  return (
    <>
      <div role="alert">{spool !== undefined && spool.state !== 'fine' && <Heading spool={spool} />}</div>
      {spool !== undefined && spool.state !== 'fine' && <Details spool={spool} />}
    </>
  );
}

function Heading({ spool: { state, whenFull } }: { spool: Spool }) {
  return (
    <div className={styles['alarm']} data-part="heading">
      <p>
        <IconAlertTriangle size={18} stroke={1.75} aria-hidden />
        {state === 'filling' ? words.spool.filling : words.spool.full[whenFull]}
      </p>
    </div>
  );
}

function Details({ spool }: { spool: Spool }) {
  return (
    <div className={styles['alarm']} data-part="details">
      <p>{[waiting(spool), happening(spool), lost(spool), words.spool.todo].filter(Boolean).join(' ')}</p>
    </div>
  );
}

function waiting({ bytes, maxBytes, waitingRecords, oldestWaitingAgeSeconds: oldest }: Spool): string {
  const share = numbers.rate(ratio(Math.min(bytes, maxBytes), maxBytes));
  const used = words.spool.used(share, numbers.bytes(maxBytes));
  const waits = words.spool.waits(waitingRecords, numbers.count(waitingRecords));
  return oldest === null ? `${used}.` : `${used}: ${waits}, ${words.spool.oldest(duration(oldest))}.`;
}

function happening({ state, whenFull }: Spool): string {
  return state === 'filling' ? words.spool.willHappen[whenFull] : words.spool.happens[whenFull];
}

/** How much has been lost since the start, which may be something even while there is room again. */
function lost({ refused, dropped: { opened, clicked, other } }: Spool): string {
  const parts = [
    opened > 0 && words.spool.opens(opened, numbers.count(opened)),
    clicked > 0 && words.spool.clicks(clicked, numbers.count(clicked)),
    other > 0 && words.spool.others(other, numbers.count(other)),
  ].filter((part) => part !== false);
  return [
    refused > 0 && words.spool.refused(refused, numbers.count(refused)),
    parts.length > 0 && words.spool.dropped(parts.join(', ')),
  ]
    .filter(Boolean)
    .join(' ');
}
