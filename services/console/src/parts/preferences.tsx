/** Language and appearance, kept in this browser. */
import { useEffect, useState } from 'react';
import { languages, useWords } from '../words/words.tsx';

const themes = ['system', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];
const place = 'herkomst.theme';

function readTheme(): Theme {
  const kept = localStorage.getItem(place);
  return themes.find((theme) => theme === kept) ?? 'system';
}

const languageNames = { en: 'English', nl: 'Nederlands' } as const;

export function Preferences() {
  const { t, language, setLanguage } = useWords();
  const [theme, setTheme] = useState(readTheme);
  useEffect(() => {
    localStorage.setItem(place, theme);
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  return (
    <>
      <label>
        {t('app.language')}
        <select
          value={language}
          onChange={(event) =>
            setLanguage(languages.find((each) => each === event.target.value) ?? 'en')
          }
        >
          {languages.map((each) => (
            <option key={each} value={each} lang={each}>
              {languageNames[each]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('app.theme')}
        <select
          value={theme}
          onChange={(event) =>
            setTheme(themes.find((each) => each === event.target.value) ?? 'system')
          }
        >
          {themes.map((each) => (
            <option key={each} value={each}>
              {t(`app.theme.${each}`)}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
