/** The console: who is signed in, the frame, and the page that the address names. */
import type { ReactNode } from 'react';
import { MeProvider } from './api/me.tsx';
import { Shell } from './parts/shell.tsx';
import { Busy, Empty, ErrorNote } from './parts/states.tsx';
import { AlertPage } from './pages/alert.tsx';
import { AlertsPage } from './pages/alerts.tsx';
import { CasePage } from './pages/case.tsx';
import { QueuePage } from './pages/queue.tsx';
import { SignIn } from './pages/sign-in.tsx';
import { Link, matchPath, RouterProvider, useRouter } from './router.tsx';
import { useWords, WordsProvider } from './words/words.tsx';

export function App() {
  return (
    <WordsProvider>
      <RouterProvider>
        <MeProvider
          signIn={(enter, ended) => <SignIn enter={enter} ended={ended} />}
          waiting={<Busy />}
          failed={(error, retry) => (
            <div className="sign">
              <main>
                <ErrorNote error={error} retry={retry} />
              </main>
            </div>
          )}
        >
          <Shell>
            <CurrentPage />
          </Shell>
        </MeProvider>
      </RouterProvider>
    </WordsProvider>
  );
}

type Parts = Readonly<Record<string, string>>;

const pages: readonly (readonly [pattern: string, page: (parts: Parts) => ReactNode])[] = [
  ['/', () => <QueuePage />],
  ['/cases/:id', ({ id = '' }) => <CasePage key={id} caseId={id} />],
  ['/alerts', () => <AlertsPage />],
  ['/alerts/:id', ({ id = '' }) => <AlertPage key={id} alertId={id} />],
];

function CurrentPage() {
  const { path } = useRouter().place;
  for (const [pattern, page] of pages) {
    const parts = matchPath(pattern, path);
    if (parts !== null) return page(parts);
  }
  return <NoPage />;
}

function NoPage() {
  const { t } = useWords();
  return (
    <Empty title={t('app.notFound')}>
      <Link to="/">{t('app.notFound.next')}</Link>
    </Empty>
  );
}
