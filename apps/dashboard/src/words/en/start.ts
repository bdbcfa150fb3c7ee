import { plural } from './plural.ts';

export const start = {
  title: 'Begin',
  heading: 'How would you like to begin?',
  sampleTitle: 'Look around with a sample',
  sample:
    'An invented, near-daily newsletter: about 60 issues over 12 weeks, 20,000 readers, a paywall with a trial. It is labelled as a sample everywhere and removed with one action.',
  sampleAction: 'Load the sample',
  sampleThere: 'Open the sample',
  createTitle: 'Set up your publication',
  create: 'Then paste an issue’s HTML, send the tracked one with the sender you already use, and watch it being read.',
  createAction: 'Create the publication',
  name: 'Name',
  nameMissing: 'A publication needs a name.',
  timeZone: 'Time zone',
  timeZoneRule: 'Sending times are shown in it.',
  timeZoneUnknown: (text: string) =>
    text.trim() === ''
      ? 'Choose a time zone.'
      : `There is no time zone “${text.trim()}”. Choose one from the list, such as Europe/Berlin.`,
  importTitle: 'Bring your history',
  import:
    'Past issues, opens and subscribers from Substack: give the ZIP of your export. You see what was found before anything is written.',
  importElsewhere:
    'Coming from Ghost, listmonk or a table? Create the publication first; you can bring them in from there.',
  importName: 'My newsletter',
  loadingTitle: 'The sample is being loaded',
  loading: 'Its events take the same way as live ones: through the log, classified, counted.',
  progress: (done: string, total: string) => `${done} of ${total} events`,
  starting: 'Starting…',
  secondsLeft: (seconds: number) =>
    seconds < 1
      ? 'almost done'
      : `about ${plural(Math.ceil(seconds), String(Math.ceil(seconds)), 'second', 'seconds')} left`,
  minutesLeft: (minutes: number) => `about ${plural(minutes, String(minutes), 'minute', 'minutes')} left`,
  failed: (why: string) => `The sample could not be loaded: ${why}`,
};
