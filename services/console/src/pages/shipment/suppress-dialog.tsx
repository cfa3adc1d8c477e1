/** "This match is not them": signed with a reason, for some goods and a time. */
import type { Finding, Shipment } from '@herkomst/core';
import { useState, type FormEvent } from 'react';
import { callJson } from '../../api/client.ts';
import { useDoing } from '../../api/use-data.ts';
import { Dialog, Field } from '../../parts/layout.tsx';
import { ErrorNote } from '../../parts/states.tsx';
import { useWords } from '../../words/words.tsx';

const day = 86_400_000;

export function SuppressDialog({
  alertId,
  finding,
  shipment,
  onClose,
  onDone,
}: {
  readonly alertId: string;
  readonly finding: Finding;
  readonly shipment: Shipment;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { t } = useWords();
  const { busy, error, run } = useDoing();
  const [goods, setGoods] = useState(() =>
    [...new Set(shipment.items.map(({ commodityCode }) => commodityCode.slice(0, 4)))].join(' '),
  );
  const [until, setUntil] = useState(() =>
    new Date(Date.now() + 180 * day).toISOString().slice(0, 10),
  );
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void run(async () => {
      await callJson('/v1/suppressions', {
        json: {
          kind: 'suppress',
          alertId,
          findingId: finding.id,
          goods: goods.split(/[\s,;]+/).filter((code) => code !== ''),
          reason,
          expiresAt: `${until}T00:00:00Z`,
        },
      });
    }).then((done) => {
      if (done) onDone();
    });
  };
  return (
    <Dialog title={t('suppress.title')} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <p>
          {t('suppress.lead', { party: finding.matched, entry: finding.citation?.entry ?? '' })}
        </p>
        {finding.citation?.list.startsWith('us-') === true ? (
          <p className="note info">{t('suppress.fourEyes')}</p>
        ) : null}
        <Field label={t('suppress.reason')}>
          {(ids) => (
            <textarea
              {...ids}
              required
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('suppress.goods')} hint={t('suppress.goods.hint')}>
          {(ids) => (
            <input
              {...ids}
              inputMode="numeric"
              value={goods}
              onChange={(event) => setGoods(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('suppress.until')}>
          {(ids) => (
            <input
              {...ids}
              type="date"
              required
              value={until}
              onChange={(event) => setUntil(event.target.value)}
            />
          )}
        </Field>
        {error === null ? null : <ErrorNote error={error} />}
        <div className="actions">
          <button type="submit" className="button primary" disabled={busy || reason.trim() === ''}>
            {t(busy ? 'app.loading' : 'suppress.submit')}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {t('app.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
