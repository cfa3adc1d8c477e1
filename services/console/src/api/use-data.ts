/** What a page shows of the API: being fetched, there, or refused. */
import { useCallback, useEffect, useState } from 'react';
import { ApiError, callJson } from './client.ts';

export type Loading<Value> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly value: Value }
  | { readonly kind: 'failed'; readonly error: ApiError };

export interface Data<Value> {
  readonly state: Loading<Value>;
  /** Fetches anew; what is shown stays until the answer is there. */
  readonly reload: () => void;
}

/** Null fetches nothing, and stays 'loading'. */
export function useData<Value>(path: string | null): Data<Value> {
  const [state, setState] = useState<{ path: string | null; loading: Loading<Value> }>({
    path,
    loading: { kind: 'loading' },
  });
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (path === null) return;
    const aborter = new AbortController();
    callJson<Value>(path, { signal: aborter.signal }).then(
      (value) => setState({ path, loading: { kind: 'ready', value } }),
      (error: unknown) => {
        if (!aborter.signal.aborted) {
          setState({ path, loading: { kind: 'failed', error: asApiError(error) } });
        }
      },
    );
    return () => aborter.abort();
  }, [path, round]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { state: state.path === path ? state.loading : { kind: 'loading' }, reload };
}

export interface Rows<Row> {
  readonly state: Loading<readonly Row[]>;
  readonly reload: () => void;
  /** Null when all are here. */
  readonly more: (() => void) | null;
  readonly loadingMore: boolean;
}

export interface PageOf<Row> {
  readonly rows: readonly Row[];
  readonly next?: string | null;
}

/** A list, page by page. `path` without `after`. */
export function useRows<Row>(path: string | null): Rows<Row> {
  const { state, reload } = useData<PageOf<Row>>(path);
  const [further, setFurther] = useState<{
    readonly of: unknown;
    readonly rows: readonly Row[];
    readonly next: string | null;
  } | null>(null);
  const [loadingMore, setLoadingMore] = useState(false);
  const first = state.kind === 'ready' ? state.value : null;
  const added = further !== null && further.of === first ? further : null;
  const next = added === null ? (first?.next ?? null) : added.next;

  const more = (): void => {
    if (path === null || next === null || loadingMore || first === null) return;
    setLoadingMore(true);
    const after = `${path}${path.includes('?') ? '&' : '?'}after=${encodeURIComponent(next)}`;
    callJson<PageOf<Row>>(after)
      .then((page) => {
        setFurther({
          of: first,
          rows: [...(added?.rows ?? []), ...page.rows],
          next: page.next ?? null,
        });
      })
      .catch(() => {})
      .finally(() => setLoadingMore(false));
  };

  if (state.kind !== 'ready') return { state, reload, more: null, loadingMore };
  const rows = added === null ? state.value.rows : [...state.value.rows, ...added.rows];
  return {
    state: { kind: 'ready', value: rows },
    reload,
    more: next === null ? null : more,
    loadingMore,
  };
}

export interface Doing {
  readonly busy: boolean;
  readonly error: ApiError | null;
  /** Resolves to whether it was done. */
  readonly run: (work: () => Promise<void>) => Promise<boolean>;
  readonly clear: () => void;
}

/** Something a person asked for: under way, refused, or done. */
export function useDoing(): Doing {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const run = useCallback(async (work: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    try {
      await work();
      return true;
    } catch (cause) {
      setError(asApiError(cause));
      return false;
    } finally {
      setBusy(false);
    }
  }, []);
  const clear = useCallback(() => setError(null), []);
  return { busy, error, run, clear };
}

export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  return new ApiError(0, 'unknown', error instanceof Error ? error.message : String(error));
}
