/** The console: who is signed in, the frame, and the page that the address names. */
import type { ReactNode } from 'react';
import { IntakeProvider } from './api/intake.tsx';
import { MeProvider } from './api/me.tsx';
import { Shell } from './parts/shell.tsx';
import { Busy, Empty, ErrorNote } from './parts/states.tsx';
import { AlertPage, ShipmentPage, type ShipmentKey } from './pages/alert.tsx';
import { AlertsPage } from './pages/alerts.tsx';
import { CasePage } from './pages/case.tsx';
import { AdvicePage } from './pages/advice.tsx';
import { AuditPage } from './pages/audit.tsx';
import { DashboardsPage } from './pages/dashboards.tsx';
import { DeadLettersPage } from './pages/dead-letters.tsx';
import { DeliveriesPage } from './pages/deliveries.tsx';
import { EntitiesPage } from './pages/entities.tsx';
import { EntityPage } from './pages/entity.tsx';
import { KeysPage } from './pages/keys.tsx';
import { ListsPage } from './pages/lists.tsx';
import { QueuePage } from './pages/queue.tsx';
import { RulebookPage } from './pages/rulebook.tsx';
import { ScreenPage } from './pages/screen.tsx';
import { ShipmentsPage } from './pages/shipments.tsx';
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
          <IntakeProvider>
            <Shell>
              <CurrentPage />
            </Shell>
          </IntakeProvider>
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
  ['/shipments', () => <ShipmentsPage />],
  ['/shipments/:source/:kind/:id', (parts) => <ShipmentPage shipmentKey={keyOf(parts)} />],
  ['/screen', () => <ScreenPage />],
  ['/entities', () => <EntitiesPage />],
  ['/entities/:id', ({ id = '' }) => <EntityPage key={id} entryId={id} />],
  ['/advice', () => <AdvicePage />],
  ['/dashboards', () => <DashboardsPage />],
  ['/rulebook', () => <RulebookPage />],
  ['/lists', () => <ListsPage />],
  ['/dead-letters', () => <DeadLettersPage />],
  ['/deliveries', () => <DeliveriesPage />],
  ['/audit', () => <AuditPage />],
  ['/keys', () => <KeysPage />],
];

function keyOf({ source = '', kind = '', id = '' }: Parts): ShipmentKey {
  return { source, shipmentId: id, declarationKind: kind };
}

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
