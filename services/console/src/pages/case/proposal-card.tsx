/** Four eyes: a decision that waits for its second person. */
import type { CaseRecord, Proposal } from '@herkomst/runtime';
import { useState } from 'react';
import { useMe } from '../../api/me.tsx';
import { Card, Field } from '../../parts/layout.tsx';
import { Moment } from '../../parts/time.tsx';
import { useWords } from '../../words/words.tsx';
import type { Act } from '../case.tsx';

export function ProposalCard({
  one,
  proposal,
  act,
  busy,
}: {
  readonly one: CaseRecord;
  readonly proposal: Proposal;
  readonly act: Act;
  readonly busy: boolean;
}) {
  const { t } = useWords();
  const { me, may } = useMe();
  const [text, setText] = useState('');
  const mine = proposal.by.id === me.actor.id;
  const canApprove = may('approve') && !mine;
  const seenVersion = one.version;
  return (
    <Card title={t('case.proposal')}>
      <p className="strong">
        {t('case.proposal.says', {
          name: proposal.by.name,
          decision: t(`decision.${proposal.decision}`),
        })}
      </p>
      <blockquote className="note" style={{ margin: 0 }}>
        <p className="break">{proposal.reason}</p>
        <p className="small muted">
          {proposal.by.name}, <Moment at={proposal.at} />
        </p>
      </blockquote>
      {canApprove ? (
        <>
          <Field label={t('case.approve.remark')}>
            {(ids) => (
              <textarea {...ids} value={text} onChange={(event) => setText(event.target.value)} />
            )}
          </Field>
          <div className="actions">
            <button
              type="button"
              className="button primary"
              disabled={busy}
              onClick={() =>
                void act({
                  kind: 'approve',
                  seenVersion,
                  remark: text.trim() === '' ? null : text,
                })
              }
            >
              {t('case.approve')}
            </button>
            <button
              type="button"
              className="button"
              disabled={busy || text.trim() === ''}
              title={t('case.reject.reason')}
              onClick={() => void act({ kind: 'reject', seenVersion, reason: text })}
            >
              {t('case.reject')}
            </button>
          </div>
        </>
      ) : (
        <p className="note info">{t(mine ? 'case.proposal.mine' : 'case.proposal.lead')}</p>
      )}
      {mine ? (
        <div>
          <button
            type="button"
            className="button"
            disabled={busy}
            onClick={() => void act({ kind: 'withdraw-proposal' })}
          >
            {t('case.withdraw')}
          </button>
        </div>
      ) : null}
    </Card>
  );
}
