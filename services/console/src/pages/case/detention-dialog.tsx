/** Customs detained the goods: from that day on a clock of the law runs. */
import type { CaseAlert } from '@herkomst/runtime';
import { useState, type FormEvent } from 'react';
import { Dialog, Field, Select } from '../../parts/layout.tsx';
import { useWords } from '../../words/words.tsx';
import type { Act } from '../case.tsx';

export function DetentionDialog({
  alerts,
  act,
  busy,
  onClose,
}: {
  /** Those that are live. */
  readonly alerts: readonly CaseAlert[];
  readonly act: Act;
  readonly busy: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useWords();
  const [alertId, setAlertId] = useState(alerts[0]?.alertId ?? '');
  const [day, setDay] = useState(() => new Date().toISOString().slice(0, 10));
  const [notice, setNotice] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void act({
      kind: 'record-detention',
      alertId,
      detainedAt: `${day}T00:00:00Z`,
      notice: notice.trim() === '' ? null : notice,
    }).then(onClose);
  };
  return (
    <Dialog title={t('case.detention')} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <Select
          label={t('case.detention.alert')}
          value={alertId}
          onChange={setAlertId}
          options={alerts.map((alert) => [alert.alertId, alert.shipmentId])}
        />
        <Field label={t('case.detention.at')}>
          {(ids) => (
            <input
              {...ids}
              type="date"
              required
              value={day}
              onChange={(event) => setDay(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('case.detention.notice')}>
          {(ids) => (
            <input {...ids} value={notice} onChange={(event) => setNotice(event.target.value)} />
          )}
        </Field>
        <div className="actions">
          <button type="submit" className="button primary" disabled={busy || alertId === ''}>
            {t(busy ? 'app.loading' : 'case.detention.record')}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {t('app.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
