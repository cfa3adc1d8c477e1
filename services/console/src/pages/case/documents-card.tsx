/** What the rules would have the importer show: what is there, and what is still to come. */
import type { AskedDocument, CaseDocument, CaseRecord } from '@herkomst/runtime';
import { useState } from 'react';
import { Card } from '../../parts/layout.tsx';
import { Badge } from '../../parts/marks.tsx';
import { Moment } from '../../parts/time.tsx';
import { useWords } from '../../words/words.tsx';
import type { Act } from '../case.tsx';
import { Said } from '../../parts/said.tsx';
import { AttachDialog } from './attach-dialog.tsx';

export function DocumentsCard({
  one,
  documents,
  act,
}: {
  readonly one: CaseRecord;
  readonly documents: readonly CaseDocument[];
  readonly act: Act | null;
}) {
  const { t, name } = useWords();
  const [attaching, setAttaching] = useState<AskedDocument | 'other' | null>(null);
  const answered = one.asked.filter(({ id }) => documents.some(({ asked }) => asked === id));
  const others = documents.filter(({ asked }) => asked === null);
  const groups = groupBy(one.asked, ({ regime, commodity }) => `${regime}\n${commodity}`);
  return (
    <Card
      title={t('case.documents')}
      aside={
        <p>{t('case.documents.progress', { done: answered.length, all: one.asked.length })}</p>
      }
    >
      {one.asked.length === 0 ? (
        <p className="muted">{t('case.documents.none')}</p>
      ) : (
        <progress
          value={answered.length}
          max={one.asked.length}
          aria-label={t('case.documents.progress', {
            done: answered.length,
            all: one.asked.length,
          })}
        />
      )}
      {[...groups].map(([key, asked]) => (
        <section key={key} className="stack tight">
          <h3 className="small">
            {name('regime', asked[0]?.regime ?? '')}: <Said text={asked[0]?.commodity ?? ''} />
          </h3>
          <ul className="plain stack tight">
            {asked.map((each) => (
              <li key={each.id}>
                <div className="row between" style={{ flexWrap: 'nowrap', alignItems: 'start' }}>
                  <span className="break">
                    <Said text={each.title} />
                  </span>
                  <span className="row" style={{ flex: 'none' }}>
                    {answered.includes(each) ? (
                      <Badge tone="good" shape="check">
                        {t('case.documents.received')}
                      </Badge>
                    ) : null}
                    {act === null ? null : (
                      <button
                        type="button"
                        className="button small no-print"
                        aria-label={t('case.documents.attachFor', { title: each.title })}
                        onClick={() => setAttaching(each)}
                      >
                        {t('case.documents.attach')}
                      </button>
                    )}
                  </span>
                </div>
                <Attached documents={documents.filter(({ asked: to }) => to === each.id)} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {others.length === 0 ? null : (
        <section className="stack tight">
          <h3 className="small">{t('case.documents.other')}</h3>
          <Attached documents={others} />
        </section>
      )}
      {act === null ? null : (
        <div>
          <button type="button" className="button" onClick={() => setAttaching('other')}>
            {t('case.documents.attachOther')}
          </button>
        </div>
      )}
      {attaching === null || act === null ? null : (
        <AttachDialog
          asked={attaching === 'other' ? null : attaching}
          act={act}
          onClose={() => setAttaching(null)}
        />
      )}
    </Card>
  );
}

function Attached({ documents }: { readonly documents: readonly CaseDocument[] }) {
  const { number } = useWords();
  return documents.map((document) => (
    <div key={document.documentId} className="small muted break">
      {document.fileName} · {number(Math.ceil(document.bytes / 1024))} kB ·{' '}
      {document.attachedBy.name}, <Moment at={document.attachedAt} />
      <div className="mono">{document.sha256}</div>
      {document.note === null ? null : <div>{document.note}</div>}
    </div>
  ));
}

function groupBy<Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(key(row)) ?? [];
    group.push(row);
    groups.set(key(row), group);
  }
  return groups;
}
