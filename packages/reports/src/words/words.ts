import type { ReportLanguage } from '@readout/api-contract';
import { en, type Words } from './en.ts';
import { es } from './es.ts';

const LANGUAGES: Readonly<Record<ReportLanguage, Words>> = { en, es };

export function wordsOf(language: ReportLanguage): Words {
  return LANGUAGES[language];
}
