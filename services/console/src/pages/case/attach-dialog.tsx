/** Puts a document on record: its name, size and digest. The bytes never leave this browser. */
import type { AskedDocument } from '@herkomst/runtime';
import { useState, type FormEvent } from 'react';
import { useDoing } from '../../api/use-data.ts';
import { Dialog, Field } from '../../parts/layout.tsx';
import { ErrorNote } from '../../parts/states.tsx';
import { useWords } from '../../words/words.tsx';
import type { Act } from '../case.tsx';
import { Said } from '../../parts/said.tsx';

export function AttachDialog({
  asked,
  act,
  onClose,
}: {
  /** What it answers; null for any other document. */
  readonly asked: AskedDocument | null;
  readonly act: Act;
  readonly onClose: () => void;
}) {
  const { t } = useWords();
  const [file, setFile] = useState<File | null>(null);
  const [note, setNote] = useState('');
  const { busy, error, run } = useDoing();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (file === null) return;
    void run(async () => {
      const sha256 = await digestOf(file);
      await act({
        kind: 'attach-document',
        asked: asked?.id ?? null,
        fileName: file.name,
        mediaType: file.type === '' ? 'application/octet-stream' : file.type,
        bytes: file.size,
        sha256,
        note: note.trim() === '' ? null : note,
      });
    }).then((done) => {
      if (done) onClose();
    });
  };
  return (
    <Dialog
      title={t(asked === null ? 'case.documents.attachOther' : 'case.documents.attach')}
      onClose={onClose}
    >
      <form className="stack" onSubmit={submit}>
        {asked === null ? null : (
          <p className="strong">
            <Said text={asked.title} />
          </p>
        )}
        <Field label={t('case.documents.file')} hint={t('case.documents.hint')}>
          {(ids) => (
            <input
              {...ids}
              type="file"
              required
              onChange={(event) => setFile(event.target.files?.[0] ?? null)}
            />
          )}
        </Field>
        <Field label={t('case.documents.note')}>
          {(ids) => (
            <textarea {...ids} value={note} onChange={(event) => setNote(event.target.value)} />
          )}
        </Field>
        {error === null ? null : <ErrorNote error={error} />}
        <div className="actions">
          <button type="submit" className="button primary" disabled={busy || file === null}>
            {t(busy ? 'case.documents.hashing' : 'case.documents.attach')}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {t('app.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

async function digestOf(file: File): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
