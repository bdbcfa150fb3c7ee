import type { ScheduleView } from '@readout/api-contract';
import { numbers, week } from '../../format/viewer.ts';
import { scheduleWords } from '../../words/schedule-words.ts';
import { words } from '../../words/words.ts';

/** What is made, in a line. */
export function whatInWords({ report, export: exported }: ScheduleView['what']): string {
  const parts = [
    ...(report === null
      ? []
      : [
          `${scheduleWords.report}: ${scheduleWords.kinds[report.kind]} (${report.formats.map((one) => one.toUpperCase()).join(', ')})`,
        ]),
    ...(exported === null
      ? []
      : [`${scheduleWords.export}: ${words.exports.whats[exported.what]} (${exported.format.toUpperCase()})`]),
  ];
  return parts.join(' · ');
}

export function whenInWords(cadence: ScheduleView['cadence']): string {
  switch (cadence.every) {
    case 'issue':
      return scheduleWords.afterIssue(cadence.afterHours);
    case 'week':
      return scheduleWords.weekly(week.weekday(cadence.weekday), week.hour(cadence.hour));
    case 'month':
      return scheduleWords.monthly(numbers.count(cadence.day), week.hour(cadence.hour));
  }
}

export function whereInWords(destination: ScheduleView['destination']): string {
  const by = scheduleWords.by[destination.by];
  switch (destination.by) {
    case 'email':
      return `${by} ${scheduleWords.toWhom(destination.to.join(', '))}`;
    case 'webhook':
      return `${by}: ${destination.url}`;
    case 'folder':
      return `${by}: ${destination.folder || scheduleWords.ownFolder}`;
  }
}
