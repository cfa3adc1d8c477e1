/** What runs out when. */
import type { CaseRecord } from '@herkomst/runtime';
import { useState } from 'react';
import { Due } from '../../parts/due.tsx';
import { Card } from '../../parts/layout.tsx';
import { Moment } from '../../parts/time.tsx';
import { useWords } from '../../words/words.tsx';

export function DeadlinesCard({ one }: { readonly one: CaseRecord }) {
  const { t, language } = useWords();
  const [now] = useState(() => Date.now());
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
              <span className="small muted break" lang={language === 'en' ? undefined : 'en'}>
                {deadline.basis}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
