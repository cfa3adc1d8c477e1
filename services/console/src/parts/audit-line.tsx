/** An entry of the audit log, in a line. */
import type { AuditEntry } from '@herkomst/runtime';
import { useWords, type Words } from '../words/words.tsx';
import { Moment } from './time.tsx';

export function AuditLine({
  entry,
  withSubject = false,
}: {
  readonly entry: AuditEntry;
  readonly withSubject?: boolean;
}) {
  const words = useWords();
  const details = readDetails(entry.details);
  const said = tellDetails(details, words);
  return (
    <li>
      <span className="small muted">
        <Moment at={entry.at} />
      </span>
      <div className="stack tight">
        <span>
          <span className="strong">{words.name('audit', entry.action)}</span>{' '}
          <span className="muted">· {entry.actor.name}</span>
        </span>
        {said === '' ? null : <span className="break">{said}</span>}
        <details className="small muted">
          <summary>
            #{entry.sequence}
            {withSubject ? ` · ${entry.subject}` : ''}
          </summary>
          <pre>{JSON.stringify(details, null, 2)}</pre>
          <div className="mono break">{entry.hash}</div>
        </details>
      </div>
    </li>
  );
}

type Details = Readonly<Record<string, unknown>>;

function readDetails(text: string): Details {
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' && value !== null ? (value as Details) : {};
}

/** What a person wrote or chose. */
function tellDetails(details: Details, { name, t }: Words): string {
  const proposal = details['proposal'];
  const inner = typeof proposal === 'object' && proposal !== null ? (proposal as Details) : {};
  const decision = details['decision'] ?? inner['decision'];
  const parts = [
    typeof decision === 'string' ? name('decision', decision) : null,
    'to' in details && typeof details['from'] !== 'undefined' && !('text' in details)
      ? `→ ${typeof details['to'] === 'string' ? details['to'] : t('queue.unassigned')}`
      : null,
    typeof details['text'] === 'string' ? details['text'] : null,
    typeof details['fileName'] === 'string' ? details['fileName'] : null,
    typeof details['reason'] === 'string' ? `“${details['reason']}”` : null,
    typeof details['remark'] === 'string' ? `“${details['remark']}”` : null,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}
