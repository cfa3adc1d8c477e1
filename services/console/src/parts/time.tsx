/** A moment, and how far off it is. */
import { useState } from 'react';
import { useWords } from '../words/words.tsx';

export function Moment({ at }: { readonly at: string }) {
  const { dateTime } = useWords();
  return (
    <time dateTime={at} className="nowrap">
      {dateTime(at)}
    </time>
  );
}

/** 'in 3 days', '2 days ago'. */
export function Ago({ at }: { readonly at: string }) {
  const { t, span, dateTime } = useWords();
  const [now] = useState(() => Date.now());
  const distance = Date.parse(at) - now;
  const near = Math.abs(distance) < 60_000;
  return (
    <time dateTime={at} title={dateTime(at)} className="nowrap">
      {near ? t('time.now') : t(distance > 0 ? 'time.in' : 'time.ago', { span: span(distance) })}
    </time>
  );
}
