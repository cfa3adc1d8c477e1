/** What happened to the case, from the audit log, newest first. */
import type { AuditEntry } from '@herkomst/runtime';
import { useRows } from '../../api/use-data.ts';
import { Card } from '../../parts/layout.tsx';
import { More, Shown } from '../../parts/states.tsx';
import { AuditLine } from '../../parts/audit-line.tsx';
import { useWords } from '../../words/words.tsx';

export function HistoryCard({ caseId }: { readonly caseId: string }) {
  const { t } = useWords();
  const subject = encodeURIComponent(`case/${caseId}`);
  const { state, reload, more, loadingMore } = useRows<AuditEntry>(
    `/v1/audit?subject=${subject}&limit=200`,
  );
  return (
    <Card title={t('case.history')} aside={<p>{t('case.history.lead')}</p>} flush>
      <Shown state={state} retry={reload}>
        {(rows) => (
          <>
            <ol className="plain timeline">
              {rows.toReversed().map((entry) => (
                <AuditLine key={entry.sequence} entry={entry} />
              ))}
            </ol>
            <More more={more} loading={loadingMore} count={rows.length} />
          </>
        )}
      </Shown>
    </Card>
  );
}
