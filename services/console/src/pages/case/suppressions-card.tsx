/** Matches of the case that were signed off as wrong, or are proposed to be. */
import type { Suppression } from '@herkomst/runtime';
import { useState } from 'react';
import { callJson } from '../../api/client.ts';
import { useMe } from '../../api/me.tsx';
import { useDoing, useRows } from '../../api/use-data.ts';
import { Card, Field } from '../../parts/layout.tsx';
import { Badge } from '../../parts/marks.tsx';
import { ErrorNote, Shown } from '../../parts/states.tsx';
import { useWords } from '../../words/words.tsx';

export function SuppressionsCard({
  caseId,
  onChanged,
}: {
  readonly caseId: string;
  readonly onChanged: () => void;
}) {
  const { t } = useWords();
  const { state, reload } = useRows<Suppression>(
    `/v1/suppressions?caseId=${encodeURIComponent(caseId)}&limit=100`,
  );
  return (
    <Card title={t('case.suppressions')}>
      <Shown state={state} retry={reload}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="muted">{t('case.suppressions.none')}</p>
          ) : (
            <ul className="plain stack">
              {rows.map((row) => (
                <li key={row.suppressionId}>
                  <One suppression={row} onChanged={onChanged} />
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
    </Card>
  );
}

const looks = {
  proposed: ['medium', 'clock'],
  active: ['good', 'check'],
  ended: ['plain', 'dash'],
} as const;

function One({
  suppression,
  onChanged,
}: {
  readonly suppression: Suppression;
  readonly onChanged: () => void;
}) {
  const { t, date } = useWords();
  const { me, may } = useMe();
  const [reason, setReason] = useState('');
  const { busy, error, run } = useDoing();
  const { status, scope, suppressionId, proposedBy } = suppression;
  const send = (command: Readonly<Record<string, string>>): void => {
    void run(async () => {
      await callJson('/v1/suppressions', { json: { ...command, suppressionId } });
    }).then((done) => {
      if (done) onChanged();
    });
  };
  const [tone, shape] = looks[status];
  return (
    <div className="stack tight">
      <div>
        <Badge tone={tone} shape={shape}>
          {t(`suppression.${status}`)}
        </Badge>
      </div>
      <span className="break">
        {t('case.suppressions.scope', { party: scope.party.name, entry: scope.entry.entry })}
      </span>
      <span className="small muted">
        {scope.goods.length === 0
          ? t('case.suppressions.anyGoods')
          : t('case.suppressions.goods', { goods: scope.goods.join(', ') })}{' '}
        · {t('case.suppressions.until', { date: date(suppression.expiresAt) })} · {proposedBy.name}
        {suppression.approvedBy === null ? '' : `, ${suppression.approvedBy.name}`}
      </span>
      <span className="small break">“{suppression.reason}”</span>
      {status === 'proposed' && may('approve') && proposedBy.id !== me.actor.id ? (
        <div>
          <button
            type="button"
            className="button primary small"
            disabled={busy}
            onClick={() => send({ kind: 'approve-suppression' })}
          >
            {t('case.suppressions.approve')}
          </button>
        </div>
      ) : null}
      {status === 'ended' || !may('work-on-cases') ? null : (
        <details className="small">
          <summary>{t('case.suppressions.end')}</summary>
          <div className="stack" style={{ marginTop: '0.375rem' }}>
            <Field label={t('case.suppressions.reason')}>
              {(ids) => (
                <input
                  {...ids}
                  value={reason}
                  onChange={(event) => setReason(event.target.value)}
                />
              )}
            </Field>
            <div>
              <button
                type="button"
                className="button small"
                disabled={busy || reason.trim() === ''}
                onClick={() => send({ kind: 'end-suppression', reason })}
              >
                {t('case.suppressions.end')}
              </button>
            </div>
          </div>
        </details>
      )}
      {error === null ? null : <ErrorNote error={error} />}
    </div>
  );
}
