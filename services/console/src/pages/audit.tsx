/** The audit log, and whether it is whole. */
import type { AuditEntry, AuditVerdict } from '@herkomst/runtime';
import { useState } from 'react';
import { callJson, writeQuery } from '../api/client.ts';
import { useDoing, useRows } from '../api/use-data.ts';
import { AuditLine } from '../parts/audit-line.tsx';
import { Field, PageHead, usePageTitle } from '../parts/layout.tsx';
import { Empty, ErrorNote, More, Shown } from '../parts/states.tsx';
import { useFilters } from '../parts/use-filters.ts';
import { useWords } from '../words/words.tsx';

const defaults = { subject: '' } as const;

export function AuditPage() {
  const { t } = useWords();
  usePageTitle(t('audit.title'));
  const { values, set } = useFilters<'subject'>(defaults);
  const { state, reload, more, loadingMore } = useRows<AuditEntry>(
    `/v1/audit${writeQuery({ subject: values.subject, limit: 200 })}`,
  );
  const { busy, error, run } = useDoing();
  const [verdict, setVerdict] = useState<AuditVerdict | null>(null);
  const verify = (): void => {
    void run(async () => setVerdict(await callJson<AuditVerdict>('/v1/audit/verdict')));
  };
  return (
    <>
      <PageHead title={t('audit.title')} lead={t('audit.lead')}>
        <button type="button" className="button" disabled={busy} onClick={verify}>
          {t(busy ? 'audit.verifying' : 'audit.verify')}
        </button>
      </PageHead>
      {error === null ? null : <ErrorNote error={error} />}
      <div role="status">
        {verdict === null ? null : (
          <div className={verdict.kind === 'intact' ? 'note good' : 'note bad'}>
            <p className="strong">
              {t(verdict.kind === 'intact' ? 'audit.whole' : 'audit.broken')}
            </p>
            <pre className="small">{JSON.stringify(verdict, null, 2)}</pre>
          </div>
        )}
      </div>
      <div className="card">
        <div className="body">
          <Field label={t('audit.subject')} hint={t('audit.subject.hint')}>
            {(ids) => (
              <input
                {...ids}
                data-search
                type="search"
                value={values.subject}
                onChange={(event) => set('subject', event.target.value)}
              />
            )}
          </Field>
        </div>
      </div>
      <Shown state={state} retry={reload}>
        {(rows) =>
          rows.length === 0 ? (
            <div className="card">
              <Empty title={t('audit.empty')} />
            </div>
          ) : (
            <div className="card">
              <ol className="plain timeline">
                {rows.map((entry) => (
                  <AuditLine key={entry.sequence} entry={entry} withSubject />
                ))}
              </ol>
              <More more={more} loading={loadingMore} count={rows.length} />
            </div>
          )
        }
      </Shown>
    </>
  );
}
