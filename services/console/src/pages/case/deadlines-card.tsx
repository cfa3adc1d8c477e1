/** What runs out when, and what may start a clock. */
import type { CaseAlert, CaseRecord } from '@herkomst/runtime';
import { useState } from 'react';
import { Due } from '../../parts/due.tsx';
import { Card } from '../../parts/layout.tsx';
import { Said } from '../../parts/said.tsx';
import { Moment } from '../../parts/time.tsx';
import { useWords } from '../../words/words.tsx';
import type { Act } from '../case.tsx';
import { DetentionDialog } from './detention-dialog.tsx';

export function DeadlinesCard({
  one,
  alerts,
  act,
  busy,
}: {
  readonly one: CaseRecord;
  readonly alerts: readonly CaseAlert[];
  /** Null for whoever may only look. */
  readonly act: Act | null;
  readonly busy: boolean;
}) {
  const { t } = useWords();
  const [now] = useState(() => Date.now());
  const [recording, setRecording] = useState(false);
  const live = alerts.filter(({ standing }) => standing === 'open' || standing === 'held');
  return (
    <Card title={t('case.deadlines')}>
      {one.deadlines.length === 0 ? (
        <p className="muted">{t('case.deadlines.none')}</p>
      ) : (
        <ul className="plain stack">
          {one.deadlines.map((deadline) => (
            <li key={`${deadline.clock} ${deadline.alertId}`} className="stack tight">
              <Due deadline={deadline} now={now} />
              <span className="small">
                <Moment at={deadline.dueAt} />
              </span>
              <span className="small muted break">
                <Said text={deadline.basis} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {act === null || live.length === 0 ? null : (
        <div>
          <button type="button" className="button small" onClick={() => setRecording(true)}>
            {t('case.detention')}
          </button>
        </div>
      )}
      {recording && act !== null ? (
        <DetentionDialog alerts={live} act={act} busy={busy} onClose={() => setRecording(false)} />
      ) : null}
    </Card>
  );
}
