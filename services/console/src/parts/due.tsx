/** How long until something is due; being late is said in words and by a shape. */
import type { Deadline } from '@herkomst/runtime';
import { useWords } from '../words/words.tsx';
import { Badge } from './marks.tsx';

const hour = 3_600_000;

export function Due({ deadline, now }: { readonly deadline: Deadline; readonly now: number }) {
  const { t, span, dateTime, name } = useWords();
  const left = Date.parse(deadline.dueAt) - now;
  const [tone, shape] =
    left < 0
      ? (['critical', 'octagon'] as const)
      : left < 72 * hour
        ? (['medium', 'clock'] as const)
        : (['plain', 'clock'] as const);
  const what = deadline.clock === 'arrival' ? t('clock.arrival') : name('regime', deadline.clock);
  const late = deadline.clock !== 'arrival' && left < 0;
  const words =
    left < 0
      ? t(late ? 'time.overdue' : 'time.ago', { span: span(left) })
      : t('time.in', { span: span(left) });
  return (
    <span className="stack tight">
      <Badge tone={tone} shape={shape}>
        <time dateTime={deadline.dueAt} title={dateTime(deadline.dueAt)}>
          {words}
        </time>
      </Badge>
      <span className="small muted">{what}</span>
    </span>
  );
}
