/** Who has the case. */
import type { CaseRecord } from '@herkomst/runtime';
import { useState, type FormEvent } from 'react';
import { useMe } from '../../api/me.tsx';
import { Card, Field } from '../../parts/layout.tsx';
import { useWords } from '../../words/words.tsx';
import type { Act } from '../case.tsx';

export function AssignCard({
  one,
  act,
  busy,
}: {
  readonly one: CaseRecord;
  readonly act: Act | null;
  readonly busy: boolean;
}) {
  const { t } = useWords();
  const { me } = useMe();
  const [other, setOther] = useState('');
  const assign = (assignee: string | null): void => {
    void act?.({ kind: 'assign', assignee });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    assign(other.trim());
  };
  return (
    <Card title={t('queue.assignee')}>
      <p className={one.assignee === null ? 'muted' : 'strong'}>
        {one.assignee ?? t('queue.unassigned')}
      </p>
      {act === null ? null : (
        <>
          <div className="actions">
            {one.assignee === me.actor.id ? null : (
              <button
                type="button"
                className="button primary"
                disabled={busy}
                onClick={() => assign(me.actor.id)}
              >
                {t('case.assignToMe')}
              </button>
            )}
            {one.assignee === null ? null : (
              <button type="button" className="button" disabled={busy} onClick={() => assign(null)}>
                {t('case.giveBack')}
              </button>
            )}
          </div>
          <form className="row" onSubmit={submit}>
            <Field label={t('case.assignTo')}>
              {(ids) => (
                <input {...ids} value={other} onChange={(event) => setOther(event.target.value)} />
              )}
            </Field>
            <button type="submit" className="button" disabled={busy || other.trim() === ''}>
              {t('case.assign')}
            </button>
          </form>
        </>
      )}
    </Card>
  );
}
