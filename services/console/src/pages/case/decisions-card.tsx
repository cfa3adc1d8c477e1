/** What was decided, by whom and with whom. */
import type { CaseDecision } from '@herkomst/runtime';
import { Card } from '../../parts/layout.tsx';
import { Badge } from '../../parts/marks.tsx';
import { Moment } from '../../parts/time.tsx';
import { useWords } from '../../words/words.tsx';

export function DecisionsCard({ decisions }: { readonly decisions: readonly CaseDecision[] }) {
  const { t, count } = useWords();
  return (
    <Card title={t('case.decisions')} flush>
      {decisions.length === 0 ? (
        <p className="reason muted">{t('case.decisions.none')}</p>
      ) : (
        <ol className="plain">
          {decisions.toReversed().map((decision) => (
            <li key={decision.number} className="reason">
              <div className="row">
                <Badge tone="good" shape="check">
                  {t(`decision.${decision.decision}`)}
                </Badge>
                <span>{t('case.decisions.by', { name: decision.by.name })}</span>
                <span className="muted">
                  {decision.approvedBy === null
                    ? t('case.decisions.noSecond')
                    : t('case.decisions.second', { name: decision.approvedBy.name })}
                </span>
              </div>
              <p className="break">{decision.reason}</p>
              <p className="small muted">
                <Moment at={decision.at} /> · {count('queue.alerts', decision.alertIds.length)}
              </p>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
