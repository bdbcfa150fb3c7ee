import { AsyncLocalStorage } from 'node:async_hooks';
import { QueryClient } from '@tanstack/react-query';
import { createMemoryHistory } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { takeAnswersFrom } from '../api/answers-at-hand.ts';
import type { DrawnHome } from '../api/drawn-home.ts';
import { fetchHome } from '../api/fetch-home.ts';
import { publicationsQuery, sessionQuery } from '../api/queries.ts';
import { Everything } from '../everything.tsx';
import { writeAs } from '../format/viewer.ts';
import { viewerLocale } from '../format/viewer-locale.ts';
import { homeSearch, USUAL_SPAN } from '../pages/home/home-search.ts';
import { createAppRouter } from '../router.tsx';
import { isLanguage, preferredLanguage } from '../words/language.ts';
import { speakWith, wordsOf } from '../words/words.ts';

const HOME = /^\/p\/(\w+)\/?$/;

/** Answers are asked for on behalf of whoever asked for the page: one viewer's are never at hand for another's page. */
const asking = new AsyncLocalStorage<(path: string) => Promise<unknown>>();
takeAnswersFrom((path) => asking.getStore()?.(path));

export interface PageAsked {
  /** Path and query of the page. */
  readonly address: string;
  /** The viewer's languages, BCP 47, the own first; and the interface's, where one was chosen. */
  readonly languages: readonly string[];
  readonly chosen: string | null;
  /** Asks the API, with the rights of who asked for the page. @param path below `/api/v1` */
  ask(path: string): Promise<unknown>;
}

/**
 * Draws a publication's home with all its figures, as the browser will.
 * @returns null where the page is another, or nobody is signed in who may see it
 */
export async function drawHome({
  address,
  languages,
  chosen,
  ask,
}: PageAsked): Promise<{ readonly html: string; readonly drawn: DrawnHome } | null> {
  const { pathname, searchParams } = new URL(address, 'http://localhost');
  const publication = HOME.exec(pathname)?.[1];
  if (publication === undefined) return null;
  const { days = USUAL_SPAN } = homeSearch(Object.fromEntries(searchParams));
  const answers: Record<string, unknown> = {};
  const noting = async (path: string) => {
    const answer = await ask(path);
    answers[path] = answer;
    return answer;
  };
  return asking.run(noting, async () => {
    const queries = new QueryClient({
      defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } },
    });
    if ((await queries.fetchQuery(sessionQuery)).state !== 'signed_in') return null;
    const publications = await queries.fetchQuery({ ...publicationsQuery, staleTime: 5_000 });
    if (publications.every(({ id }) => id !== publication)) return null;
    await fetchHome(queries, publication, days);
    const router = createAppRouter(queries, {
      history: createMemoryHistory({ initialEntries: [address] }),
      scrollRestoration: false,
    });
    await router.load();
    const language = chosen !== null && isLanguage(chosen) ? chosen : preferredLanguage(languages);
    const words = await wordsOf(language);
    const locale = viewerLocale(language, languages);
    // From here on at once: words and formats are those of the whole process.
    speakWith(words);
    writeAs(locale);
    const html = renderToString(
      <StrictMode>
        <Everything queries={queries} router={router} />
      </StrictMode>,
    );
    return { html, drawn: { publication, days, language, locale, answers } };
  });
}
