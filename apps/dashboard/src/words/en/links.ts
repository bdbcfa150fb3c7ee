import { plural } from './plural.ts';

export const links = {
  heading: 'Links',
  finding: (share: string, text: string) => `${share} of the clickers chose “${text}”`,
  findingOutside: (share: string, text: string) =>
    `${share} of the clickers chose “${text}”, the most outside the contents`,
  none: 'No clicks yet',
  noneSays: 'Links appear here ranked by how many people clicked them.',
  noLinks: 'This issue has no tracked links.',
  link: 'Link',
  kind: 'Kind',
  section: 'Section',
  clickers: 'Clickers',
  share: 'Share of clickers',
  clicks: 'Clicks',
  machineClicks: 'By machines',
  clicksOn: (count: number, shown: string, text: string) => `${plural(count, shown, 'click', 'clicks')} on “${text}”`,
  noText: 'Link without text',
  all: (count: string) => `Show all ${count} links`,
  fewer: 'Show fewer',
  kinds: {
    contents: 'Contents',
    outbound: 'Outbound',
    embed: 'Embedded post',
    media: 'Audio or video',
    call_to_action: 'Call to action',
    subscribe: 'Subscribe',
    unsubscribe: 'Unsubscribe',
    honeypot: 'Invisible',
  },
};
