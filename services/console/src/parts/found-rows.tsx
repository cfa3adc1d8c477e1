/** What a search found, page by page; when nothing fits, what to do about it. */
import type { ReactNode } from 'react';
import type { Rows } from '../api/use-data.ts';
import { useWords } from '../words/words.tsx';
import { Empty, More, Shown } from './states.tsx';

export function FoundRows<Row>({
  found: { state, reload, more, loadingMore },
  title,
  clear,
  children,
}: {
  readonly found: Rows<Row>;
  readonly title: string;
  /** Takes all filters off; null when none is on. */
  readonly clear: (() => void) | null;
  readonly children: (rows: readonly Row[]) => ReactNode;
}) {
  const { t } = useWords();
  return (
    <Shown state={state} retry={reload}>
      {(rows) => (
        <div className="card">
          {rows.length === 0 ? (
            <Empty title={title}>
              <p>{t('alerts.empty.next')}</p>
              {clear === null ? null : (
                <button type="button" className="button" onClick={clear}>
                  {t('queue.clearFilters')}
                </button>
              )}
            </Empty>
          ) : (
            <>
              {children(rows)}
              <More more={more} loading={loadingMore} count={rows.length} />
            </>
          )}
        </div>
      )}
    </Shown>
  );
}
