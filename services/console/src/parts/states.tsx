/** What a page shows while it waits, when it was refused, and when there is nothing: never a blank. */
import { useEffect, useRef, type ReactNode } from 'react';
import type { ApiError } from '../api/client.ts';
import type { Loading } from '../api/use-data.ts';
import { useWords, type WordKey } from '../words/words.tsx';

export function Busy({ children }: { readonly children?: ReactNode }) {
  const { t } = useWords();
  return (
    <div className="busy" role="status">
      <span className="spinner" aria-hidden="true" />
      {children ?? t('app.loading')}
    </div>
  );
}

export function ErrorNote({
  error,
  retry,
}: {
  readonly error: ApiError;
  readonly retry?: () => void;
}) {
  const { t } = useWords();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.scrollIntoView({ block: 'nearest' }), [error]);
  const said = error.message.trim();
  return (
    <div className="note bad" role="alert" ref={place}>
      <p className="strong">{t('error.title')}</p>
      <p>{t(nextStepOf(error))}</p>
      {said === '' ? null : (
        <p className="small muted">
          {t('error.reference')}: <span lang="en">{said}</span>
        </p>
      )}
      {error.faults.length === 0 ? null : (
        <ul className="small" lang="en">
          {error.faults.map(({ path, message }) => (
            <li key={`${path} ${message}`}>
              <code>{path}</code> {message}
            </li>
          ))}
        </ul>
      )}
      {retry === undefined ? null : (
        <div>
          <button type="button" className="button small" onClick={retry}>
            {t('app.retry')}
          </button>
        </div>
      )}
    </div>
  );
}

function nextStepOf({ status, code, message }: ApiError): WordKey {
  if (code === 'unreachable') return 'error.unreachable';
  if (status === 401) return 'error.unauthorized';
  if (code === 'case-changed') return 'error.changed';
  if (status === 403) return 'error.forbidden';
  if (status === 404) {
    return message.startsWith('There is nothing at this path') ? 'error.noRoute' : 'error.notFound';
  }
  if (status === 503) return 'error.busy';
  return 'error.refused';
}

export function Empty({
  title,
  children,
}: {
  readonly title: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** The three states of something fetched, with the page's own words for it when it is there. */
export function Shown<Value>({
  state,
  retry,
  children,
}: {
  readonly state: Loading<Value>;
  readonly retry?: () => void;
  readonly children: (value: Value) => ReactNode;
}) {
  if (state.kind === 'loading') return <Busy />;
  if (state.kind === 'failed') {
    return <ErrorNote error={state.error} {...(retry === undefined ? {} : { retry })} />;
  }
  return children(state.value);
}

export function More({
  more,
  loading,
  count,
}: {
  readonly more: (() => void) | null;
  readonly loading: boolean;
  readonly count: number;
}) {
  const { t, number } = useWords();
  return (
    <div className="row between small muted" style={{ padding: '0.5rem 0.875rem' }}>
      <span role="status">
        {t(more === null ? 'app.shown' : 'app.shownMore', { count: number(count) })}
      </span>
      {more === null ? null : (
        <button type="button" className="button small" onClick={more} disabled={loading}>
          {t(loading ? 'app.loading' : 'app.more')}
        </button>
      )}
    </div>
  );
}
