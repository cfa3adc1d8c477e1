/** One case: its alerts, deadlines and documents, what was decided, and what can be done. */
import type { CaseAlert, CaseDecision, CaseDocument, CaseRecord } from '@herkomst/runtime';
import { useCallback, useState } from 'react';
import { callJson } from '../api/client.ts';
import { useMe } from '../api/me.tsx';
import { useData, useDoing, useRows } from '../api/use-data.ts';
import { Card, PageHead, usePageTitle } from '../parts/layout.tsx';
import { CaseStatusBadge, Severity } from '../parts/marks.tsx';
import { ErrorNote, Shown } from '../parts/states.tsx';
import { Moment } from '../parts/time.tsx';
import { Link } from '../router.tsx';
import { translateFixed } from '../words/fixed.ts';
import { useWords } from '../words/words.tsx';
import { AlertsCard } from './case/alerts-card.tsx';
import { AssignCard } from './case/assign-card.tsx';
import { CommentCard } from './case/comment-card.tsx';
import { DeadlinesCard } from './case/deadlines-card.tsx';
import { DecideCard } from './case/decide-card.tsx';
import { DecisionsCard } from './case/decisions-card.tsx';
import { DocumentsCard } from './case/documents-card.tsx';
import { ExportButtons } from './case/export-buttons.tsx';
import { HistoryCard } from './case/history-card.tsx';
import { ProposalCard } from './case/proposal-card.tsx';
import { SuppressionsCard } from './case/suppressions-card.tsx';

export interface WholeCase {
  readonly case: CaseRecord;
  readonly decisions: readonly CaseDecision[];
  readonly documents: readonly CaseDocument[];
}

/** Sends a command; resolves to whether it was done. */
export type Act = (
  command: { readonly kind: string } & Record<string, unknown>,
) => Promise<boolean>;

export function CasePage({ caseId }: { readonly caseId: string }) {
  const path = `/v1/cases/${encodeURIComponent(caseId)}`;
  const { state, reload } = useData<WholeCase>(path);
  return (
    <Shown state={state} retry={reload}>
      {(whole) => <Loaded whole={whole} path={path} reload={reload} />}
    </Shown>
  );
}

function Loaded({
  whole,
  path,
  reload,
}: {
  readonly whole: WholeCase;
  readonly path: string;
  readonly reload: () => void;
}) {
  const { t, country, percent, language } = useWords();
  const { may } = useMe();
  const { case: one, decisions, documents } = whole;
  const goods = translateFixed(language, one.commodity.title);
  const title = t('case.of', { goods, party: one.party.name });
  usePageTitle(title);
  const alerts = useRows<CaseAlert>(`${path}/alerts?limit=100`);
  const { busy, error, run } = useDoing();
  const [saved, setSaved] = useState(false);
  // The history and the suppressions are read anew with each change of the case.
  const [round, setRound] = useState(0);
  const { reload: reloadAlerts } = alerts;
  const refresh = useCallback(() => {
    reload();
    reloadAlerts();
    setRound((before) => before + 1);
  }, [reload, reloadAlerts]);
  const act: Act = async (command) => {
    setSaved(false);
    const done = await run(async () => {
      await callJson(`${path}/commands`, { json: command });
    });
    setSaved(done);
    refresh();
    return done;
  };
  const works = may('work-on-cases');
  const live = alerts.state.kind === 'ready' ? alerts.state.value : [];

  return (
    <>
      <PageHead
        title={title}
        above={<Link to="/">{t('nav.queue')}</Link>}
        lead={
          <span className="row">
            <Severity level={one.severity} />
            <CaseStatusBadge status={one.status} />
            <span>{percent(one.score)}</span>
            {one.party.country === null ? null : <span>{country(one.party.country)}</span>}
            {one.party.entity === null ? null : (
              <span className="break">
                {t('queue.listedAs', { entry: one.party.entity.entry })}
              </span>
            )}
          </span>
        }
      >
        {may('export-evidence') ? <ExportButtons path={path} caseId={one.caseId} /> : null}
      </PageHead>
      {error === null ? null : <ErrorNote error={error} />}
      <p role="status" className={saved ? 'note good' : 'hidden-visually'}>
        {saved ? t('case.saved') : ''}
      </p>
      {one.proposal === null ? null : (
        <ProposalCard one={one} proposal={one.proposal} act={act} busy={busy} />
      )}
      <div className="columns">
        <div className="column">
          <AlertsCard alerts={alerts} />
          {works ? <DecideCard one={one} alerts={live} act={act} busy={busy} /> : null}
          <DocumentsCard one={one} documents={documents} act={works ? act : null} />
          <DecisionsCard decisions={decisions} />
          <HistoryCard key={round} caseId={one.caseId} />
        </div>
        <div className="column">
          <DeadlinesCard one={one} alerts={live} act={works ? act : null} busy={busy} />
          <AssignCard one={one} act={works ? act : null} busy={busy} />
          {works ? <CommentCard act={act} busy={busy} /> : null}
          <SuppressionsCard key={round} caseId={one.caseId} onChanged={refresh} />
          <Card title={t('app.details')}>
            <dl className="facts small">
              <dt>{t('case.opened')}</dt>
              <dd>
                <Moment at={one.openedAt} />
              </dd>
              <dt>{t('case.changed')}</dt>
              <dd>
                <Moment at={one.changedAt} />
              </dd>
              <dt>{t('case.title')}</dt>
              <dd className="mono">{one.caseId}</dd>
            </dl>
          </Card>
        </div>
      </div>
    </>
  );
}
