import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouteComponent,
  type RouterHistory,
  redirect,
} from '@tanstack/react-router';
import { ahead } from './api/ahead.ts';
import { experimentQuery, experimentsQuery } from './api/experiment-queries.ts';
import {
  attributionQuery,
  cohortsQuery,
  funnelQuery,
  paywallPositionsQuery,
  revenueQuery,
  trialsQuery,
} from './api/growth-queries.ts';
import { offersQuery } from './api/offer-queries.ts';
import { publicationsQuery, sampleQuery, sessionQuery } from './api/queries.ts';
import { Frame } from './frame/frame.tsx';
import { lastPublication } from './frame/last-publication.ts';
import { NotFound } from './frame/not-found.tsx';
import { PublicationFrame } from './frame/publication-frame.tsx';
import { Stumbled } from './frame/stumbled.tsx';
import { Waiting } from './frame/waiting.tsx';
import { compareSearch } from './pages/compare/compare-search.ts';
import {
  attributionSearch,
  cohortsSearch,
  funnelSearch,
  paywallSearch,
  revenueSearch,
  trialsSearch,
  USUAL_ATTRIBUTION_DAYS,
  USUAL_COHORTS,
  USUAL_FUNNEL_DAYS,
  USUAL_PAYWALL_DAYS,
  USUAL_REVENUE_MONTHS,
  USUAL_TRIAL_WEEKS,
  USUAL_WINDOW,
} from './pages/growth/growth-search.ts';
import { withGrowthWords } from './pages/growth/with-growth-words.ts';
import { HomePage } from './pages/home/home-page.tsx';
import { homeSearch, USUAL_SPAN } from './pages/home/home-search.ts';
import { withImportWords } from './pages/import/with-import-words.ts';
import { type WholeSearch, wholeSearch } from './pages/issue/whole/whole-search.ts';
import { type WhySearch, whySearch } from './pages/issue/why/why-search.ts';
import { issuesSearch, viewOf } from './pages/issues/issues-search.ts';
import { readersSearch, USUAL_WEEKS } from './pages/readers/readers-search.ts';
import { reportsSearch } from './pages/reports/reports-search.ts';
import { withScheduleWords } from './pages/schedules/with-schedule-words.ts';
import { sharedSearch } from './pages/share-link/shared-search.ts';
import { withSharingWords } from './pages/sharing/with-sharing-words.ts';
import { subjectsSearch } from './pages/subjects/subjects-search.ts';

const root = createRootRouteWithContext<{ queries: QueryClient }>()({ notFoundComponent: NotFound });

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  component: lazyRouteComponent(() => import('./pages/session/welcome-page.tsx'), 'WelcomePage'),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { next?: string } =>
    typeof search['next'] === 'string' ? { next: search['next'] } : {},
  component: lazyRouteComponent(() => import('./pages/session/sign-in-page.tsx'), 'SignInPage'),
});

/** What a link shows to whoever has it, signed in or not. */
const shared = createRoute({
  getParentRoute: () => root,
  path: '/s/$token',
  // As for the server, which sends this page with headers of its own.
  caseSensitive: true,
  validateSearch: sharedSearch,
  component: lazyRouteComponent(() => withSharingWords(import('./pages/share-link/shared-page.tsx')), 'SharedPage'),
});

/** Everything that needs the owner. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  component: Frame,
  beforeLoad: async ({ context, location }) => {
    const { state } = await context.queries.ensureQueryData(sessionQuery);
    if (state === 'setup') throw redirect({ to: '/welcome' });
    if (state === 'signed_out') {
      throw redirect({ to: '/sign-in', search: location.pathname === '/' ? {} : { next: location.href } });
    }
  },
  loader: ({ context }) => context.queries.ensureQueryData(publicationsQuery),
});

/** The address without a path leads to where there is something to see. */
const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  beforeLoad: async ({ context }) => {
    const [publications, sample] = await Promise.all([
      context.queries.ensureQueryData(publicationsQuery),
      context.queries.fetchQuery(sampleQuery),
    ]);
    const last = lastPublication();
    const known = publications.find((one) => one.id === last) ?? publications[0];
    if (known === undefined || sample.state === 'loading') throw redirect({ to: '/start' });
    throw redirect({ to: '/p/$publication', params: { publication: known.id } });
  },
});

const start = createRoute({
  getParentRoute: () => signedIn,
  path: '/start',
  component: lazyRouteComponent(() => withImportWords(import('./pages/start/start-page.tsx')), 'StartPage'),
});

const settings = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings',
  component: lazyRouteComponent(() => import('./pages/settings/settings-page.tsx'), 'SettingsPage'),
});

const publication = createRoute({
  getParentRoute: () => signedIn,
  path: '/p/$publication',
  component: PublicationFrame,
  // What is typed, opened or chosen for one publication is nothing of another's.
  remountDeps: ({ params }) => params.publication,
});

const overview = createRoute({
  getParentRoute: () => publication,
  path: '/',
  validateSearch: homeSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, params, deps: { days = USUAL_SPAN } }) => ahead.home(context.queries, params.publication, days),
  // Where one begins: with what is loaded first, and not in a dozen requests after it.
  component: HomePage,
});

const issues = createRoute({
  getParentRoute: () => publication,
  path: '/issues',
  validateSearch: issuesSearch,
  loaderDeps: ({ search }) => ({ view: viewOf(search) }),
  loader: ({ context, params, deps: { view } }) => ahead.issues(context.queries, params.publication, view),
  component: lazyRouteComponent(() => import('./pages/issues/issues-page.tsx'), 'IssuesPage'),
});

const compare = createRoute({
  getParentRoute: () => publication,
  path: '/compare',
  validateSearch: compareSearch,
  component: lazyRouteComponent(() => import('./pages/compare/compare-page.tsx'), 'ComparePage'),
});

const create = createRoute({
  getParentRoute: () => publication,
  path: '/new',
  component: lazyRouteComponent(() => import('./pages/create/create-page.tsx'), 'CreatePage'),
});

const publicationSettings = createRoute({
  getParentRoute: () => publication,
  path: '/settings',
  component: lazyRouteComponent(
    () => withSharingWords(import('./pages/publication-settings/publication-settings-page.tsx')),
    'PublicationSettingsPage',
  ),
});

const imports = createRoute({
  getParentRoute: () => publication,
  path: '/import',
  component: lazyRouteComponent(() => withImportWords(import('./pages/import/imports-page.tsx')), 'ImportsPage'),
});

const oneImport = createRoute({
  getParentRoute: () => publication,
  path: '/import/$import',
  /** `new`: the publication was made for it. */
  validateSearch: (search: Record<string, unknown>): { new?: true } => (search['new'] === true ? { new: true } : {}),
  remountDeps: ({ params }) => params.import,
  component: lazyRouteComponent(() => withImportWords(import('./pages/import/import-page.tsx')), 'ImportPage'),
});

const connections = createRoute({
  getParentRoute: () => publication,
  path: '/connections',
  component: lazyRouteComponent(() => import('./pages/connections/connections-page.tsx'), 'ConnectionsPage'),
});

const machines = createRoute({
  getParentRoute: () => publication,
  path: '/machines',
  component: lazyRouteComponent(() => import('./pages/machines/machines-page.tsx'), 'MachinesPage'),
});

const readers = createRoute({
  getParentRoute: () => publication,
  path: '/readers',
  validateSearch: readersSearch,
  loaderDeps: ({ search }) => ({ weeks: search.weeks }),
  loader: ({ context, params, deps: { weeks = USUAL_WEEKS } }) =>
    ahead.readers(context.queries, params.publication, weeks),
  component: lazyRouteComponent(() => import('./pages/readers/readers-page.tsx'), 'ReadersPage'),
});

const reader = createRoute({
  getParentRoute: () => publication,
  path: '/readers/$reader',
  component: lazyRouteComponent(() => import('./pages/reader/reader-page.tsx'), 'ReaderPage'),
});

const subjects = createRoute({
  getParentRoute: () => publication,
  path: '/subjects',
  validateSearch: subjectsSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, params, deps: { audience, days = null } }) =>
    ahead.subjects(context.queries, params.publication, audience ?? 'everyone', days),
  component: lazyRouteComponent(() => import('./pages/subjects/subjects-page.tsx'), 'SubjectsPage'),
});

const growth = createRoute({
  getParentRoute: () => publication,
  path: '/growth',
  component: lazyRouteComponent(() => withGrowthWords(import('./pages/growth/growth-frame.tsx')), 'GrowthFrame'),
});

const funnel = createRoute({
  getParentRoute: () => growth,
  path: '/',
  validateSearch: funnelSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, params, deps: { days = USUAL_FUNNEL_DAYS, window = USUAL_WINDOW, by = null } }) =>
    ahead.growth(context.queries, params.publication, funnelQuery(params.publication, days, window, by)),
  component: lazyRouteComponent(() => withGrowthWords(import('./pages/growth/funnel/funnel-page.tsx')), 'FunnelPage'),
});

const trials = createRoute({
  getParentRoute: () => growth,
  path: '/trials',
  validateSearch: trialsSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, params, deps: { weeks = USUAL_TRIAL_WEEKS } }) =>
    ahead.growth(context.queries, params.publication, trialsQuery(params.publication, weeks)),
  component: lazyRouteComponent(() => withGrowthWords(import('./pages/growth/trials/trials-page.tsx')), 'TrialsPage'),
});

const revenue = createRoute({
  getParentRoute: () => growth,
  path: '/revenue',
  validateSearch: revenueSearch,
  loaderDeps: ({ search }) => ({ months: search.months }),
  loader: ({ context, params, deps: { months = USUAL_REVENUE_MONTHS } }) =>
    ahead.growth(context.queries, params.publication, revenueQuery(params.publication, months)),
  component: lazyRouteComponent(
    () => withGrowthWords(import('./pages/growth/revenue/revenue-page.tsx')),
    'RevenuePage',
  ),
});

const cohorts = createRoute({
  getParentRoute: () => growth,
  path: '/cohorts',
  validateSearch: cohortsSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, params, deps: { by = USUAL_COHORTS } }) =>
    ahead.growth(context.queries, params.publication, cohortsQuery(params.publication, by)),
  component: lazyRouteComponent(
    () => withGrowthWords(import('./pages/growth/cohorts/cohorts-page.tsx')),
    'CohortsPage',
  ),
});

const paywall = createRoute({
  getParentRoute: () => growth,
  path: '/paywall',
  validateSearch: paywallSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, params, deps: { days = USUAL_PAYWALL_DAYS } }) =>
    ahead.growth(context.queries, params.publication, paywallPositionsQuery(params.publication, days)),
  component: lazyRouteComponent(
    () => withGrowthWords(import('./pages/growth/paywall/paywall-page.tsx')),
    'PaywallPage',
  ),
});

const attribution = createRoute({
  getParentRoute: () => growth,
  path: '/attribution',
  validateSearch: attributionSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, params, deps: { days = USUAL_ATTRIBUTION_DAYS } }) =>
    ahead.growth(context.queries, params.publication, attributionQuery(params.publication, days)),
  component: lazyRouteComponent(
    () => withGrowthWords(import('./pages/growth/attribution/attribution-page.tsx')),
    'AttributionPage',
  ),
});

const experiments = createRoute({
  getParentRoute: () => growth,
  path: '/experiments',
  loader: ({ context, params }) => {
    ahead.growth(context.queries, params.publication, offersQuery(params.publication));
    ahead.growth(context.queries, params.publication, experimentsQuery(params.publication));
  },
  component: lazyRouteComponent(
    () => withGrowthWords(import('./pages/growth/experiments/experiments-page.tsx')),
    'ExperimentsPage',
  ),
});

const experiment = createRoute({
  getParentRoute: () => growth,
  path: '/experiments/$experiment',
  loader: ({ context, params }) => {
    ahead.growth(context.queries, params.publication, experimentQuery(params.publication, params.experiment));
    ahead.growth(context.queries, params.publication, offersQuery(params.publication));
  },
  remountDeps: ({ params }) => params.experiment,
  component: lazyRouteComponent(
    () => withGrowthWords(import('./pages/growth/experiments/one/experiment-page.tsx')),
    'ExperimentPage',
  ),
});

const reports = createRoute({
  getParentRoute: () => publication,
  path: '/reports',
  validateSearch: reportsSearch,
  component: lazyRouteComponent(() => import('./pages/reports/reports-page.tsx'), 'ReportsPage'),
});

const schedules = createRoute({
  getParentRoute: () => publication,
  path: '/schedules',
  component: lazyRouteComponent(
    () => withScheduleWords(import('./pages/schedules/schedules-page.tsx')),
    'SchedulesPage',
  ),
});

const rules = createRoute({
  getParentRoute: () => publication,
  path: '/rules',
  component: lazyRouteComponent(() => import('./pages/rules/rules-page.tsx'), 'RulesPage'),
});

const issue = createRoute({
  getParentRoute: () => publication,
  path: '/issues/$issue',
  validateSearch: (search: Record<string, unknown>): WhySearch & WholeSearch => ({
    ...wholeSearch(search),
    ...whySearch(search),
  }),
  loader: ({ context, params }) => ahead.issue(context.queries, params.publication, params.issue),
  remountDeps: ({ params }) => params.issue,
  component: lazyRouteComponent(() => import('./pages/issue/issue-page.tsx'), 'IssuePage'),
});

const created = createRoute({
  getParentRoute: () => publication,
  path: '/issues/$issue/ready',
  component: lazyRouteComponent(() => import('./pages/create/created-page.tsx'), 'CreatedPage'),
});

const tree = root.addChildren([
  welcome,
  signIn,
  shared,
  signedIn.addChildren([
    home,
    start,
    settings,
    publication.addChildren([
      overview,
      issues,
      compare,
      create,
      readers,
      reader,
      subjects,
      growth.addChildren([funnel, trials, revenue, paywall, cohorts, attribution, experiments, experiment]),
      reports,
      schedules,
      machines,
      imports,
      oneImport,
      publicationSettings,
      connections,
      rules,
      issue,
      created,
    ]),
  ]),
]);

/** Where one mostly goes on to. */
const USUAL_PAGES = [issues, issue, readers, subjects, machines, compare];

/** Starts to fetch the code of the page that is asked for, which otherwise waits for the session and the publications. */
export function fetchPage(router: ReturnType<typeof createAppRouter>): void {
  const asked = new Set<string>(router.matchRoutes(router.latestLocation).map(({ routeId }) => routeId));
  for (const route of Object.values(router.routesById)) if (asked.has(route.id)) fetchCode(route);
}

/** The same of the pages one goes on to, and of the charts: a click then waits for figures alone. */
export function fetchUsualPages(): void {
  for (const route of USUAL_PAGES) fetchCode(route);
  // What does not arrive is fetched again, and its failure told, where it is needed.
  import('./charts/apex.tsx').catch(() => undefined);
}

function fetchCode(route: { readonly options: { readonly component?: RouteComponent } } | undefined): void {
  void route?.options.component?.preload?.();
}

/** Where there is no browser: the address that is asked for, and nothing that would be a script in the page. */
type OnServer = { readonly history?: RouterHistory; readonly scrollRestoration?: boolean };

/** The pages and their addresses. */
export function createAppRouter(queries: QueryClient, on: OnServer = {}) {
  return createRouter({
    routeTree: tree,
    context: { queries },
    scrollRestoration: true,
    ...on,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultPendingComponent: Waiting,
    defaultErrorComponent: Stumbled,
    defaultNotFoundComponent: NotFound,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
