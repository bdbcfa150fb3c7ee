import type { FunnelPart, FunnelView } from '@readout/api-contract';
import { countryName } from '../../../format/viewer.ts';
import { IssueLink } from '../../../frame/issue-link.tsx';
import { growthWords } from '../../../words/growth-words.ts';
import { words } from '../../../words/words.ts';

type Part = NonNullable<FunnelView['parts']>['items'][number];

/** What a part is called; titles that somebody wrote stand in their own script. */
export function PartName({ by, part }: { by: FunnelPart; part: Part }) {
  if (part.key === null) return <span className="dim">{partName(by, part)}</span>;
  if (by === 'issue') return <IssueLink issue={{ id: part.key, title: part.name ?? part.key }} />;
  if (part.name === null) return partName(by, part);
  return (
    <span className="theirs" dir="auto">
      {part.name}
    </span>
  );
}

export function partName(by: FunnelPart, { key, name }: Part): string {
  const say = growthWords.funnel.parts;
  if (key === null) return say.unknown[by];
  if (name !== null) return name;
  if (by === 'country') return countryName(key);
  if (by === 'audience') return said({ ...say.audiences, ...words.segments.names }, key);
  if (by === 'device') return said({ ...say.devices, ...words.whole.who.deviceNames }, key);
  if (by === 'source' && (key === '' || key === 'direct')) return say.direct;
  return key;
}

function said(names: Readonly<Record<string, string>>, key: string): string {
  return names[key] ?? key;
}
