import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { changeLanguage } from '../../frame/change-language.ts';
import { chosenLanguage, isLanguage, LANGUAGE_CODES, LANGUAGES } from '../../words/language.ts';
import { words } from '../../words/words.ts';
import styles from './settings.module.css';

/** How the interface looks and which language it speaks, in this browser. */
export function Appearance() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <section aria-labelledby="appearance">
      <h2 id="appearance">{words.settings.appearance}</h2>
      <div className={styles['looks']}>
        <div>
          <p className="dim small" id="scheme">
            {words.settings.scheme}
          </p>
          <SegmentedControl
            aria-labelledby="scheme"
            value={colorScheme}
            onChange={(value) => setColorScheme(value === 'light' || value === 'dark' ? value : 'auto')}
            data={[
              { value: 'auto', label: words.settings.auto },
              { value: 'light', label: words.settings.light },
              { value: 'dark', label: words.settings.dark },
            ]}
          />
        </div>
        <div>
          <p className="dim small" id="language">
            {words.settings.language}
          </p>
          <SegmentedControl
            aria-labelledby="language"
            value={chosenLanguage()}
            onChange={(value) => isLanguage(value) && changeLanguage(value)}
            data={LANGUAGE_CODES.map((one) => ({ value: one, label: <span lang={one}>{LANGUAGES[one]}</span> }))}
          />
        </div>
      </div>
    </section>
  );
}
