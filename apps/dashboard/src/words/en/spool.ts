import { plural } from './plural.ts';

export const spool = {
  filling: 'The room for waiting events is running out',
  full: {
    refuse: 'Opens and clicks are being refused: there is no room for waiting events',
    drop: 'Events are being dropped: there is no room for waiting ones',
  },
  used: (share: string, room: string) => `${share} of ${room} is taken`,
  waits: (count: number, shown: string) => plural(count, shown, 'event waits', 'events wait'),
  oldest: (age: string) => `the oldest for ${age}`,
  willHappen: {
    refuse: 'Once it is full, opens and clicks are not counted any more. Links go on working.',
    drop: 'Once it is full, the oldest opens are dropped, then clicks, then everything else. Links go on working.',
  },
  happens: {
    refuse: 'Opens and clicks are not counted. Links go on working.',
    drop: 'The oldest opens go first, then clicks, then everything else. Links go on working.',
  },
  refused: (count: number, shown: string) => `${plural(count, shown, 'hit was', 'hits were')} refused so far.`,
  dropped: (what: string) => `Dropped so far: ${what}.`,
  opens: (count: number, shown: string) => plural(count, shown, 'open', 'opens'),
  clicks: (count: number, shown: string) => plural(count, shown, 'click', 'clicks'),
  others: (count: number, shown: string) => plural(count, shown, 'other event', 'other events'),
  todo: 'What to do: see in Readout’s log why nothing takes them, or give the waiting events more room with READOUT_LOG_MAX_MB.',
};
