import { aboutDurationFormat } from '../../format/about-duration.ts';
import { locale } from '../../format/viewer.ts';

/** Milliseconds as one says them, in the viewer's locale. */
export const aboutDuration = aboutDurationFormat(locale);
