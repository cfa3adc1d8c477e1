/** How long until something is due; being late is said in words and by a shape. */
import type { Deadline } from '@herkomst/runtime';
import { useWords, type WordKey } from '../words/words.tsx';
import { Badge } from './marks.tsx';

const hour = 3_600_000;
const soon = 72 * hour;

export function Due({ deadline, now }: { readonly deadline: Deadline; readonly now: number }) {
  const { t, span, dateTime, name } = useWords();
  const left = Date.parse(deadline.dueAt) - now;
  const arrival = deadline.clock === 'arrival';
  // Goods that have arrived broke no deadline; a clock of the law that has run out did.
  const [tone, shape] =
    left < 0 && !arrival
      ? (['critical', 'octagon'] as const)
      : left > 0 && left < soon
        ? (['medium', 'clock'] as const)
        : (['plain', 'clock'] as const);
  return (
    <span className="stack tight">
      <span>
        <Badge tone={tone} shape={shape}>
          <time dateTime={deadline.dueAt} title={dateTime(deadline.dueAt)}>
            {t(wordsFor(arrival, left), { span: span(left) })}
          </time>
        </Badge>
      </span>
      {arrival ? null : <span className="small muted">{name('regime', deadline.clock)}</span>}
    </span>
  );
}

function wordsFor(arrival: boolean, left: number): WordKey {
  if (arrival) return left < 0 ? 'time.arrived' : 'time.arrives';
  return left < 0 ? 'time.overdue' : 'time.due';
}
