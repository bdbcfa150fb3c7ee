import { takeAnswersFrom } from './api/answers-at-hand.ts';
import { DRAWN_HOME, type DrawnHome } from './api/drawn-home.ts';
import { mount } from './app.tsx';
import { locale } from './format/viewer.ts';
import { speak } from './words/words.ts';

/** What came with the page and nobody asked for by then is too old to be an answer. */
const FRESH_MS = 5_000;

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element #root');
const drawn = drawnHome();
const answers = new Map(Object.entries(drawn?.answers ?? {}));
takeAnswersFrom((path) => {
  const answer = answers.get(path);
  // Each once: asked for again, it is to be a newer one.
  answers.delete(path);
  return answer;
});
void speak().then(async (language) => {
  document.documentElement.lang = language;
  // In other words, or written otherwise than the server thought: the answers are as good, what is drawn is not.
  const fits = drawn?.language === language && drawn.locale === locale;
  await mount(root, fits ? drawn : null);
  setTimeout(() => answers.clear(), FRESH_MS);
});

/** What came with the page. */
function drawnHome(): DrawnHome | null {
  const text = document.getElementById(DRAWN_HOME)?.textContent;
  return text === undefined ? null : JSON.parse(text);
}
