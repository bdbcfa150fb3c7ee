import { useElementSize } from '@mantine/hooks';
import type { IssueReading } from '@readout/api-contract';
import { useRef } from 'react';
import { ScrollBox } from '../../../frame/scroll-box.tsx';
import { words } from '../../../words/words.ts';
import { DepthRail } from './depth-rail.tsx';
import { LinkBadges } from './link-badges.tsx';
import type { CountedLink } from './link-list.tsx';
import styles from './paper.module.css';
import { PaywallLine } from './paywall-line.tsx';
import { useLaidOut } from './use-laid-out.ts';

/**
 * The issue on its own paper, with what people did drawn over it. It is shown in a frame in which nothing runs and which
 * fetches nothing; we may look into it, to see where its links are, and it may not look out.
 */
export function IssuePaper({
  title,
  html,
  links,
  reading,
  hits,
  active,
  onHover,
  onSelect,
}: {
  title: string;
  html: string;
  links: ReadonlyMap<string, CountedLink>;
  /** Undefined: not known (yet). */
  reading: IssueReading | undefined;
  hits: number;
  /** Id of the link that is looked at. */
  active: string | null;
  onHover: (link: string | null) => void;
  onSelect: (link: string) => void;
}) {
  const frame = useRef<HTMLIFrameElement>(null);
  const room = useElementSize();
  const { laidOut, onLoad } = useLaidOut(frame, Math.floor(room.width));
  const { places, scale = 1 } = laidOut ?? {};
  const height = (places?.height ?? 600) * scale;
  const hasWeb = reading !== undefined && reading.webReaders > 0;
  return (
    <ScrollBox label={words.whole.looked.scroll} className={styles['scroller']}>
      {hasWeb && places !== undefined && <DepthRail reading={reading} places={places} scale={scale} />}
      <div className={styles['paper']} ref={room.ref} style={{ height }}>
        <iframe
          ref={frame}
          className={styles['frame']}
          title={words.whole.looked.frame(title)}
          sandbox="allow-same-origin"
          referrerPolicy="no-referrer"
          srcDoc={html}
          tabIndex={-1}
          onLoad={onLoad}
          style={{ transform: `scale(${scale})`, visibility: laidOut === null ? 'hidden' : undefined }}
        />
        {places !== undefined && (
          <>
            <LinkBadges
              links={links}
              places={places}
              scale={scale}
              active={active}
              onHover={onHover}
              onSelect={onSelect}
            />
            {places.paywall !== null && <PaywallLine top={places.paywall * scale} hits={hits} />}
          </>
        )}
      </div>
    </ScrollBox>
  );
}
