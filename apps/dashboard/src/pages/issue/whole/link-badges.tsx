import { Fragment } from 'react';
import { numbers } from '../../../format/viewer.ts';
import type { CountedLink } from './link-list.tsx';
import { LinkNote } from './link-note.tsx';
import type { Places } from './measure.ts';
import styles from './paper.module.css';

/** A small badge with its clickers on each link; for the pointer. The list beside has the same links for the keyboard. */
export function LinkBadges({
  links,
  places,
  scale,
  active,
  onHover,
  onSelect,
}: {
  links: ReadonlyMap<string, CountedLink>;
  places: Places;
  scale: number;
  active: string | null;
  onHover: (link: string | null) => void;
  onSelect: (link: string) => void;
}) {
  const most = Math.max(0, ...[...links.values()].map(({ clickers }) => clickers));
  const shown = places.links.flatMap(({ id, box }, at) => {
    const link = links.get(id);
    return link === undefined ? [] : [{ key: `${id} ${at}`, link, box }];
  });
  const noted = shown.find(({ link }) => link.id === active);
  return (
    <div className={styles['badges']} aria-hidden="true">
      {shown.map(({ key, link, box }) => {
        const place = {
          left: box.left * scale,
          top: box.top * scale,
          width: (box.right - box.left) * scale,
          height: (box.bottom - box.top) * scale,
        };
        return (
          <Fragment key={key}>
            <button
              type="button"
              tabIndex={-1}
              className={styles['place']}
              data-place={link.id}
              data-active={link.id === active || undefined}
              style={place}
              onMouseEnter={() => onHover(link.id)}
              onMouseLeave={() => onHover(null)}
              onClick={() => onSelect(link.id)}
            />
            {link.clickers > 0 && (
              <span
                className={styles['badge']}
                data-ink={Math.ceil((link.clickers / most) * 3)}
                style={{ left: `min(${place.left + place.width}px, calc(100% - 2.25rem))`, top: place.top }}
              >
                {numbers.count(link.clickers)}
              </span>
            )}
          </Fragment>
        );
      })}
      {noted !== undefined && (
        <LinkNote link={noted.link} left={noted.box.left * scale} top={noted.box.bottom * scale} />
      )}
    </div>
  );
}
