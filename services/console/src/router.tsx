/** Pages by path, with the browser's own history. */
import {
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
  type ComponentProps,
  type MouseEvent,
  type ReactNode,
} from 'react';

const base = '/console';

export interface Place {
  /** '/cases/x', without the base. */
  readonly path: string;
  readonly query: URLSearchParams;
}

interface Router {
  readonly place: Place;
  readonly go: (to: string, how?: 'push' | 'replace') => void;
}

const RouterContext = createContext<Router | null>(null);

function readPlace(): Place {
  const { pathname, search } = window.location;
  const path = pathname.startsWith(base) ? pathname.slice(base.length) : pathname;
  return { path: path === '' ? '/' : path, query: new URLSearchParams(search) };
}

export function RouterProvider({ children }: { readonly children: ReactNode }) {
  const [place, setPlace] = useState(readPlace);
  useEffect(() => {
    const onPop = (): void => setPlace(readPlace());
    window.addEventListener('popstate', onPop);
    return () => window.removeEventListener('popstate', onPop);
  }, []);
  const go = useCallback((to: string, how: 'push' | 'replace' = 'push') => {
    const url = `${base}${to}`;
    if (how === 'push') window.history.pushState(null, '', url);
    else window.history.replaceState(null, '', url);
    setPlace(readPlace());
    if (how === 'push') window.scrollTo(0, 0);
  }, []);
  const router = useMemo(() => ({ place, go }), [place, go]);
  return <RouterContext value={router}>{children}</RouterContext>;
}

export function useRouter(): Router {
  const router = use(RouterContext);
  if (router === null) throw new Error('there is no RouterProvider above');
  return router;
}

/** A link within the console. */
export function Link({
  to,
  onClick,
  children,
  ...rest
}: ComponentProps<'a'> & { readonly to: string }) {
  const { go } = useRouter();
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event);
    const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (event.defaultPrevented || elsewhere || event.button !== 0) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a href={`${base}${to}`} onClick={follow} {...rest}>
      {children}
    </a>
  );
}

/** Parts of a path: matchPath('/cases/:id', '/cases/x') is { id: 'x' }; null when it is another. */
export function matchPath(pattern: string, path: string): Readonly<Record<string, string>> | null {
  const wanted = pattern.split('/');
  const found = path.replace(/\/+$/, '').split('/');
  if (path === '/' || path === '') found.splice(0, found.length, '', '');
  if (wanted.length !== found.length) return null;
  const parts: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = found[index] ?? '';
    if (part.startsWith(':')) {
      if (value === '') return null;
      parts[part.slice(1)] = decodeURIComponent(value);
    } else if (part !== value) return null;
  }
  return parts;
}
