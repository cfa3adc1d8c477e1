/** Who is signed in, and what they may do. */
import {
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react';
import { ApiError, callJson, whenSignedOut } from './client.ts';
import { forgetSession, keepSession, readSession, type Session } from './session.ts';

export interface Me {
  readonly actor: { readonly kind: string; readonly id: string; readonly name: string };
  readonly tenant: string;
  readonly roles: readonly string[];
  readonly actions: readonly string[];
}

interface SignedIn {
  readonly me: Me;
  readonly may: (action: string) => boolean;
  readonly signOut: () => void;
}

const MeContext = createContext<SignedIn | null>(null);

export function useMe(): SignedIn {
  const me = use(MeContext);
  if (me === null) throw new Error('nobody is signed in');
  return me;
}

type State =
  | { readonly kind: 'out'; readonly ended: boolean }
  | { readonly kind: 'asking' }
  | { readonly kind: 'failed'; readonly error: ApiError }
  | { readonly kind: 'in'; readonly me: Me };

export function MeProvider({
  signIn,
  waiting,
  failed,
  children,
}: {
  /** The page to sign in on; `ended` when a session ran out. */
  readonly signIn: (enter: (session: Session) => Promise<void>, ended: boolean) => ReactNode;
  readonly waiting: ReactNode;
  readonly failed: (error: ApiError, retry: () => void) => ReactNode;
  readonly children: ReactNode;
}) {
  const [state, setState] = useState<State>(() =>
    readSession() === null ? { kind: 'out', ended: false } : { kind: 'asking' },
  );

  /** Rejects with an ApiError when the token does not hold, and keeps nothing then. */
  const enter = useCallback(async (session: Session) => {
    const me = await callJson<Me>('/v1/me', { token: session.token });
    keepSession(session);
    setState({ kind: 'in', me });
  }, []);
  const signOut = useCallback(() => {
    forgetSession();
    setState({ kind: 'out', ended: false });
  }, []);

  useEffect(() => {
    whenSignedOut(() => {
      forgetSession();
      setState({ kind: 'out', ended: true });
    });
    return () => whenSignedOut(() => {});
  }, []);

  const asking = state.kind === 'asking';
  useEffect(() => {
    const session = readSession();
    if (!asking || session === null) return;
    enter(session).catch((error: unknown) => {
      if (error instanceof ApiError && error.status === 401) {
        forgetSession();
        setState({ kind: 'out', ended: true });
      } else if (error instanceof ApiError) setState({ kind: 'failed', error });
    });
  }, [asking, enter]);

  const signedIn = useMemo(
    () =>
      state.kind === 'in'
        ? { me: state.me, may: (action: string) => state.me.actions.includes(action), signOut }
        : null,
    [state, signOut],
  );
  if (state.kind === 'out') return signIn(enter, state.ended);
  if (state.kind === 'failed') return failed(state.error, () => setState({ kind: 'asking' }));
  if (signedIn === null) return waiting;
  return <MeContext value={signedIn}>{children}</MeContext>;
}
