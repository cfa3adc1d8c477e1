/** Deciding: what, why, and whether a second person is needed. */
import { decisionKinds, needsSecondPerson, type DecisionKind } from '../../parts/four-eyes.ts';
import type { CaseAlert, CaseRecord } from '@herkomst/runtime';
import { useState, type FormEvent } from 'react';
import { Card, Field } from '../../parts/layout.tsx';
import { useWords } from '../../words/words.tsx';
import type { Act } from '../case.tsx';
import { ReopenForm } from './reopen-form.tsx';

export function DecideCard({
  one,
  alerts,
  act,
  busy,
}: {
  readonly one: CaseRecord;
  readonly alerts: readonly CaseAlert[];
  readonly act: Act;
  readonly busy: boolean;
}) {
  const { t } = useWords();
  const [decision, setDecision] = useState<DecisionKind | null>(null);
  const [reason, setReason] = useState('');
  if (one.proposal !== null) return null;
  if (one.status === 'decided' && !one.active) {
    return <ReopenForm one={one} act={act} busy={busy} />;
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (decision === null) return;
    void act({ kind: 'decide', seenVersion: one.version, decision, reason }).then((done) => {
      if (!done) return;
      setDecision(null);
      setReason('');
    });
  };
  const second = decision !== null && needsSecondPerson(decision, alerts);
  return (
    <Card title={t('case.decide')} aside={<p>{t('case.decide.lead', { version: one.version })}</p>}>
      <form className="stack" onSubmit={submit}>
        <fieldset className="choices">
          <legend className="hidden-visually">{t('case.decide.choose')}</legend>
          {decisionKinds.map((each) => (
            <label key={each}>
              <input
                type="radio"
                name="decision"
                value={each}
                checked={decision === each}
                onChange={() => setDecision(each)}
              />
              <span className="strong">{t(`decision.${each}`)}</span>
              <small>{t(`case.decide.about.${each}`)}</small>
            </label>
          ))}
        </fieldset>
        <Field label={t('case.decide.reason')} hint={t('case.decide.reason.hint')}>
          {(ids) => (
            <textarea
              {...ids}
              required
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <p role="status" className={decision === null ? 'hidden-visually' : 'note info'}>
          {decision === null ? '' : t(second ? 'case.decide.fourEyes' : 'case.decide.alone')}
        </p>
        <div>
          <button
            type="submit"
            className="button primary"
            disabled={busy || decision === null || reason.trim() === ''}
          >
            {t(busy ? 'app.loading' : 'case.decide.submit')}
          </button>
        </div>
      </form>
    </Card>
  );
}
