/** The rulebook: read, changed, tried on the past, and only then published. */
import type { BacktestDocument, RulebookDocument } from '@herkomst/adapter-http/contract';
import { useMemo, useState } from 'react';
import { callJson } from '../api/client.ts';
import { useMe } from '../api/me.tsx';
import { useData, useDoing } from '../api/use-data.ts';
import { Card, Field, PageHead, Scroll, usePageTitle } from '../parts/layout.tsx';
import { diffLines } from '../parts/line-diff.ts';
import { ErrorNote, Shown } from '../parts/states.tsx';
import { useWords } from '../words/words.tsx';
import { BacktestResult } from './rulebook/backtest-result.tsx';

export function RulebookPage() {
  const { t } = useWords();
  usePageTitle(t('rulebook.title'));
  const { state, reload } = useData<RulebookDocument>('/v1/rulebook');
  return (
    <>
      <PageHead title={t('rulebook.title')} lead={t('rulebook.lead')} />
      <Shown state={state} retry={reload}>
        {(rulebook) => <Loaded key={rulebook.digest} rulebook={rulebook} reload={reload} />}
      </Shown>
    </>
  );
}

interface Tried {
  /** The rules that it tried. */
  readonly yaml: string;
  readonly backtest: BacktestDocument;
}

function Loaded({
  rulebook,
  reload,
}: {
  readonly rulebook: RulebookDocument;
  readonly reload: () => void;
}) {
  const { t, dateTime } = useWords();
  const { may } = useMe();
  const [yaml, setYaml] = useState(rulebook.yaml);
  const [tried, setTried] = useState<Tried | null>(null);
  const testing = useDoing();
  const publishing = useDoing();
  const changed = yaml !== rulebook.yaml;
  const runBacktest = (): void => {
    setTried(null);
    void testing.run(() => backtest(yaml, (done) => setTried({ yaml, backtest: done })));
  };
  const publish = (backtestId: string): void => {
    void publishing
      .run(async () => {
        await callJson('/v1/rulebook', { json: { yaml, backtestId } });
      })
      .then((done) => {
        if (done) reload();
      });
  };
  const result = tried?.backtest.result ?? null;
  return (
    <>
      <p className="strong">
        {t('rulebook.inForce', { id: rulebook.id, version: rulebook.version })}{' '}
        <span className="muted">
          {rulebook.publishedAt === null
            ? t('rulebook.shipped')
            : t('rulebook.published', {
                when: dateTime(rulebook.publishedAt),
                by: rulebook.publishedBy ?? '',
              })}
        </span>
      </p>
      <div className="grid-2">
        <Card title={t('rulebook.edit')}>
          <Field label={t('rulebook.edit')}>
            {(ids) => (
              <textarea
                {...ids}
                className="editor"
                data-search
                spellCheck={false}
                value={yaml}
                onChange={(event) => setYaml(event.target.value)}
              />
            )}
          </Field>
          <div className="actions">
            <label className="button">
              {t('rulebook.load')}
              <input
                type="file"
                className="hidden-visually"
                accept=".yaml,.yml"
                onChange={(event) => {
                  void event.target.files?.[0]?.text().then(setYaml);
                  event.target.value = '';
                }}
              />
            </label>
            <button
              type="button"
              className="button"
              disabled={!changed}
              onClick={() => setYaml(rulebook.yaml)}
            >
              {t('rulebook.reset')}
            </button>
          </div>
        </Card>
        <div className="column">
          <Card title={t('rulebook.changes')}>
            {changed ? (
              <Changes before={rulebook.yaml} after={yaml} />
            ) : (
              <p className="muted">{t('rulebook.changes.none')}</p>
            )}
          </Card>
          <Card title={t('rulebook.backtest')}>
            <p className="small muted">{t('rulebook.backtest.lead')}</p>
            <div>
              <button
                type="button"
                className="button primary"
                disabled={testing.busy || !changed}
                onClick={runBacktest}
              >
                {t('rulebook.backtest.run')}
              </button>
            </div>
            {testing.error === null ? null : <ErrorNote error={testing.error} />}
            {tried === null ? null : <BacktestProgress backtest={tried.backtest} />}
          </Card>
        </div>
      </div>
      {result === null || tried === null ? null : (
        <>
          <BacktestResult result={result} />
          <Card title={t('rulebook.publish')}>
            <p>{t('rulebook.publish.lead')}</p>
            {tried.yaml !== yaml ? (
              <p className="note wait">{t('rulebook.publish.stale')}</p>
            ) : may('publish-rulebook') ? (
              <div>
                <button
                  type="button"
                  className="button primary"
                  disabled={publishing.busy}
                  onClick={() => publish(tried.backtest.id)}
                >
                  {t(publishing.busy ? 'app.loading' : 'rulebook.publish')}
                </button>
              </div>
            ) : (
              <p className="note info">{t('rulebook.publish.notAllowed')}</p>
            )}
            {publishing.error === null ? null : <ErrorNote error={publishing.error} />}
          </Card>
        </>
      )}
    </>
  );
}

function BacktestProgress({ backtest }: { readonly backtest: BacktestDocument }) {
  const { t, number } = useWords();
  const { state, done, total, fault } = backtest;
  const said = t('rulebook.backtest.progress', { done: number(done), total: number(total) });
  return state === 'failed' ? (
    <p className="note bad" role="alert">
      {t('rulebook.backtest.failed', { why: fault ?? '' })}
    </p>
  ) : (
    <>
      <progress value={done} max={Math.max(1, total)} aria-label={said} />
      <p className="small muted" role="status">
        {said}
      </p>
    </>
  );
}

function Changes({ before, after }: { readonly before: string; readonly after: string }) {
  const { t } = useWords();
  const lines = useMemo(() => diffLines(before, after), [before, after]);
  const marks = { same: ' ', added: '+', removed: '−' } as const;
  return (
    <Scroll label={t('rulebook.changes')}>
      <pre className="diff">
        {lines.map(({ kind, text, line }) => (
          <div key={`${kind} ${line}`} className={kind}>
            {`${String(line).padStart(4)} ${marks[kind]} ${text}`}
          </div>
        ))}
      </pre>
    </Scroll>
  );
}

const everyMs = 700;

async function backtest(yaml: string, tell: (backtest: BacktestDocument) => void): Promise<void> {
  const { id } = await callJson<{ readonly id: string }>('/v1/rulebook/backtests', {
    json: { yaml },
  });
  for (;;) {
    const now = await callJson<BacktestDocument>(
      `/v1/rulebook/backtests/${encodeURIComponent(id)}`,
    );
    tell(now);
    if (now.state !== 'running') return;
    await new Promise((resolve) => {
      setTimeout(resolve, everyMs);
    });
  }
}
