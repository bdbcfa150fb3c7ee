import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { VerdictLegend } from '../../figures/verdict-name.tsx';
import { words } from '../../words/words.ts';
import { Clients } from './clients.tsx';
import { Domains } from './domains.tsx';

/** An issue's opens and clicks by what fetched, or by where it was sent to. */
export function CameFrom({ issue }: { issue: string }) {
  const [by, setBy] = useState<'clients' | 'domains'>('clients');
  return (
    <section aria-labelledby="came-from">
      <div className="section-head">
        <h2 id="came-from">{words.cameFrom.heading}</h2>
        <SegmentedControl
          size="xs"
          aria-label={words.cameFrom.by}
          value={by}
          onChange={(value) => setBy(value === 'domains' ? 'domains' : 'clients')}
          data={[
            { value: 'clients', label: words.cameFrom.clients },
            { value: 'domains', label: words.cameFrom.domains },
          ]}
        />
      </div>
      <VerdictLegend />
      {by === 'clients' ? <Clients issue={issue} /> : <Domains issue={issue} />}
    </section>
  );
}
