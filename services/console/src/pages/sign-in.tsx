/** The page that asks for a key, or leads to the organisation's own provider where there is one. */
import { useEffect, useState, type FormEvent } from 'react';
import { ApiError, callJson } from '../api/client.ts';
import { beginSignIn, finishSignIn, type OidcSettings } from '../api/oidc.ts';
import type { Session } from '../api/session.ts';
import { useDoing } from '../api/use-data.ts';
import { Brand } from '../parts/brand.tsx';
import { Field, usePageTitle } from '../parts/layout.tsx';
import { Preferences } from '../parts/preferences.tsx';
import { ErrorNote } from '../parts/states.tsx';
import { useRouter } from '../router.tsx';
import { useWords } from '../words/words.tsx';

interface Methods {
  readonly methods: readonly string[];
  readonly oidc?: OidcSettings;
}

export function SignIn({
  enter,
  ended,
}: {
  readonly enter: (session: Session) => Promise<void>;
  readonly ended: boolean;
}) {
  const { t } = useWords();
  usePageTitle(t('sign.title'));
  const [key, setKey] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const { busy, error, run } = useDoing();
  const { oidc, failure, signInByOidc } = useOidc(enter);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setWrong(null);
    if (key.trim() === '') {
      setWrong(t('sign.empty'));
      return;
    }
    void run(async () => {
      try {
        await enter({ token: key.trim(), by: 'key' });
      } catch (cause) {
        if (!(cause instanceof ApiError) || cause.status !== 401) throw cause;
        setWrong(t('sign.wrong'));
      }
    });
  };

  return (
    <div className="sign">
      <main>
        <Brand />
        <h1>{t('sign.title')}</h1>
        <p>{t('sign.lead')}</p>
        {ended ? <p className="note wait">{t('sign.ended')}</p> : null}
        {failure === null ? null : (
          <p className="note bad" role="alert">
            {t('sign.oidcFailed', { why: failure })}
          </p>
        )}
        {oidc === null ? null : (
          <>
            <button type="button" className="button primary" onClick={signInByOidc}>
              {t('sign.oidc')}
            </button>
            <p className="muted">{t('sign.or')}</p>
          </>
        )}
        <form onSubmit={submit} noValidate>
          <Field
            label={t('sign.key')}
            hint={t('sign.key.hint')}
            {...(wrong === null ? {} : { wrong })}
          >
            {(ids) => (
              <input
                {...ids}
                type="password"
                autoComplete="current-password"
                spellCheck={false}
                value={key}
                aria-invalid={wrong !== null}
                onChange={(event) => setKey(event.target.value)}
              />
            )}
          </Field>
          <button
            type="submit"
            className={oidc === null ? 'button primary' : 'button'}
            disabled={busy}
          >
            {t(busy ? 'sign.checking' : 'sign.in')}
          </button>
        </form>
        {error === null ? null : <ErrorNote error={error} />}
        <div className="tools">
          <Preferences />
        </div>
      </main>
    </div>
  );
}

function useOidc(enter: (session: Session) => Promise<void>) {
  const { place, go } = useRouter();
  const [oidc, setOidc] = useState<OidcSettings | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    // A service that says nothing of it takes keys, as every service does.
    callJson<Methods>('/v1/auth').then(
      (found) => setOidc(found.oidc ?? null),
      () => {},
    );
  }, []);
  const { query, path } = place;
  useEffect(() => {
    const tell = (cause: unknown): void =>
      setFailure(cause instanceof Error ? cause.message : String(cause));
    finishSignIn(query)
      .then(async (done) => {
        if (done === null) return;
        go(done.back, 'replace');
        await enter({ token: done.token, by: 'oidc' });
      })
      .catch(tell);
  }, [query, go, enter]);
  const signInByOidc = (): void => {
    if (oidc === null) return;
    beginSignIn(oidc, path).catch((cause: unknown) =>
      setFailure(cause instanceof Error ? cause.message : String(cause)),
    );
  };
  return { oidc, failure, signInByOidc };
}
