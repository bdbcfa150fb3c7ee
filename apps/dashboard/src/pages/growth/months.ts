import { monthFormats } from '../../format/months.ts';
import { locale } from '../../format/viewer.ts';

/** Months in the viewer's locale. */
export const months = monthFormats(locale);
