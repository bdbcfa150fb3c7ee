export { localDay, nameOfDay, startOfDay, weekdayOf, zoneOffset } from './local-days.ts';
export { type LocalTime, localTime } from './local-time.ts';
export { momentOn } from './moment-on.ts';
