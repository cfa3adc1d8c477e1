/** A case that was decided for good, and the way back. */
import type { CaseRecord } from '@herkomst/runtime';
import { useState, type FormEvent } from 'react';
import { Card, Field } from '../../parts/layout.tsx';
import { useWords } from '../../words/words.tsx';
import type { Act } from '../case.tsx';

export function ReopenForm({
  one,
  act,
  busy,
}: {
  readonly one: CaseRecord;
  readonly act: Act;
  readonly busy: boolean;
}) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void act({ kind: 'reopen', reason });
  };
  return (
    <Card
      title={t('case.decided', {
        decision: one.decision === null ? '' : t(`decision.${one.decision.decision}`),
      })}
    >
      <form className="stack" onSubmit={submit}>
        <Field label={t('case.reopen.reason')}>
          {(ids) => (
            <textarea
              {...ids}
              required
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <div>
          <button type="submit" className="button" disabled={busy || reason.trim() === ''}>
            {t('case.reopen')}
          </button>
        </div>
      </form>
    </Card>
  );
}
