/** A remark for the record. */
import { useState, type FormEvent } from 'react';
import { Card, Field } from '../../parts/layout.tsx';
import { useWords } from '../../words/words.tsx';
import type { Act } from '../case.tsx';

export function CommentCard({ act, busy }: { readonly act: Act; readonly busy: boolean }) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void act({ kind: 'comment', text }).then((done) => {
      if (done) setText('');
    });
  };
  return (
    <Card title={t('case.comment')}>
      <form className="stack" onSubmit={submit}>
        <Field label={t('case.comment')}>
          {(ids) => (
            <textarea {...ids} value={text} onChange={(event) => setText(event.target.value)} />
          )}
        </Field>
        <div>
          <button type="submit" className="button" disabled={busy || text.trim() === ''}>
            {t('case.comment.add')}
          </button>
        </div>
      </form>
    </Card>
  );
}
