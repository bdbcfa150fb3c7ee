import { Fragment } from 'react';
import { changeLanguage } from '../../frame/change-language.ts';
import { chosenLanguage, LANGUAGE_CODES, LANGUAGES } from '../../words/language.ts';
import { words } from '../../words/words.ts';
import styles from './session.module.css';

/** The languages of the interface for who has not come in yet: a line of words, each in itself. */
export function LanguageLinks() {
  const now = chosenLanguage();
  return (
    <nav aria-label={words.settings.language} className={styles['languages']}>
      {LANGUAGE_CODES.map((one, at) => (
        <Fragment key={one}>
          {at > 0 && <span aria-hidden="true">·</span>}
          <button type="button" lang={one} aria-current={one === now || undefined} onClick={() => changeLanguage(one)}>
            {LANGUAGES[one]}
          </button>
        </Fragment>
      ))}
    </nav>
  );
}
