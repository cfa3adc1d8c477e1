/** Keys: who may call, and do what. A key's token is shown once, when it is made. */
import type { ApiKey } from '@herkomst/runtime';
import { useState, type FormEvent } from 'react';
import { callJson } from '../api/client.ts';
import { useData, useDoing } from '../api/use-data.ts';
import { Card, Dialog, Field, PageHead, Select, usePageTitle } from '../parts/layout.tsx';
import { Badge } from '../parts/marks.tsx';
import { ErrorNote, Shown } from '../parts/states.tsx';
import { Moment } from '../parts/time.tsx';
import { useWords } from '../words/words.tsx';

type Key = Omit<ApiKey, 'digest'>;
interface Made {
  readonly token: string;
  readonly key: Key;
}

const roles = ['viewer', 'analyst', 'lead', 'admin'] as const;

export function KeysPage() {
  const { t } = useWords();
  usePageTitle(t('keysPage.title'));
  const { state, reload } = useData<{ readonly rows: readonly Key[] }>('/v1/keys');
  const [made, setMade] = useState<Made | null>(null);
  return (
    <>
      <PageHead title={t('keysPage.title')} lead={t('keysPage.lead')} />
      <div className="columns">
        <Card title={t('keysPage.title')} flush>
          <Shown state={state} retry={reload}>
            {({ rows }) => <KeyTable rows={rows} reload={reload} />}
          </Shown>
        </Card>
        <NewKey
          onMade={(one) => {
            setMade(one);
            reload();
          }}
        />
      </div>
      {made === null ? null : <MadeDialog made={made} onClose={() => setMade(null)} />}
    </>
  );
}

function KeyTable({
  rows,
  reload,
}: {
  readonly rows: readonly Key[];
  readonly reload: () => void;
}) {
  const { t, date } = useWords();
  const { busy, error, run } = useDoing();
  const [now] = useState(() => new Date().toISOString());
  const revoke = ({ keyId, name }: Key): void => {
    if (!window.confirm(t('keysPage.revokeSure', { name }))) return;
    void run(async () => {
      await callJson(`/v1/keys/${encodeURIComponent(keyId)}/revoke`, { json: {} });
      reload();
    });
  };
  return (
    <>
      {error === null ? null : <ErrorNote error={error} />}
      <table className="list">
        <caption className="hidden-visually">{t('keysPage.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('keysPage.name')}</th>
            <th scope="col">{t('keysPage.roles')}</th>
            <th scope="col">{t('keysPage.state')}</th>
            <th scope="col">{t('keysPage.until')}</th>
            <th scope="col">{t('keysPage.created')}</th>
            <th scope="col">
              <span className="hidden-visually">{t('keysPage.revoke')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((key) => {
            const expired = key.expiresAt !== null && key.expiresAt <= now;
            const holds = key.revokedAt === null && !expired;
            return (
              <tr key={key.keyId}>
                <td>
                  <span className="strong">{key.name}</span>
                  <div className="small muted">
                    {t(`keysPage.kind.${key.kind}`)} · <span className="mono">{key.keyId}</span>
                  </div>
                </td>
                <td>{key.roles.join(', ')}</td>
                <td>
                  <Badge tone={holds ? 'good' : 'plain'} shape={holds ? 'check' : 'dash'}>
                    {t(
                      key.revokedAt !== null
                        ? 'keysPage.revoked'
                        : expired
                          ? 'keysPage.expired'
                          : 'keysPage.holds',
                    )}
                  </Badge>
                </td>
                <td data-label={t('keysPage.until')}>
                  {key.expiresAt === null ? t('keysPage.for ever') : date(key.expiresAt)}
                </td>
                <td data-label={t('keysPage.created')}>
                  <Moment at={key.createdAt} />
                </td>
                <td>
                  {holds ? (
                    <button
                      type="button"
                      className="button small"
                      disabled={busy}
                      aria-label={`${t('keysPage.revoke')}: ${key.name}`}
                      onClick={() => revoke(key)}
                    >
                      {t('keysPage.revoke')}
                    </button>
                  ) : null}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

function NewKey({ onMade }: { readonly onMade: (made: Made) => void }) {
  const { t } = useWords();
  const [name, setName] = useState('');
  const [kind, setKind] = useState('person');
  const [chosen, setChosen] = useState<readonly string[]>(['analyst']);
  const [until, setUntil] = useState('');
  const { busy, error, run } = useDoing();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void run(async () => {
      const expiresAt = until === '' ? null : `${until}T00:00:00Z`;
      onMade(await callJson<Made>('/v1/keys', { json: { name, kind, roles: chosen, expiresAt } }));
      setName('');
    });
  };
  return (
    <Card title={t('keysPage.new')}>
      <form className="stack" onSubmit={submit}>
        <Field label={t('keysPage.name')}>
          {(ids) => (
            <input
              {...ids}
              required
              data-search
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Select
          label={t('keysPage.kind')}
          value={kind}
          onChange={setKind}
          options={(['person', 'service'] as const).map((each) => [
            each,
            t(`keysPage.kind.${each}`),
          ])}
        />
        <fieldset className="choices">
          <legend className="small strong">{t('keysPage.roles')}</legend>
          {roles.map((role) => (
            <label key={role}>
              <input
                type="checkbox"
                checked={chosen.includes(role)}
                onChange={(event) =>
                  setChosen(
                    event.target.checked
                      ? [...chosen, role]
                      : chosen.filter((each) => each !== role),
                  )
                }
              />
              {t(`roleName.${role}`)}
            </label>
          ))}
        </fieldset>
        <Field label={t('keysPage.expires')}>
          {(ids) => (
            <input
              {...ids}
              type="date"
              value={until}
              onChange={(event) => setUntil(event.target.value)}
            />
          )}
        </Field>
        {error === null ? null : <ErrorNote error={error} />}
        <div>
          <button
            type="submit"
            className="button primary"
            disabled={busy || name.trim() === '' || chosen.length === 0}
          >
            {t('keysPage.make')}
          </button>
        </div>
      </form>
    </Card>
  );
}

function MadeDialog({ made, onClose }: { readonly made: Made; readonly onClose: () => void }) {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  return (
    <Dialog title={t('keysPage.made', { name: made.key.name })} onClose={onClose}>
      <p>{t('keysPage.made.once')}</p>
      <pre data-token>{made.token}</pre>
      <div>
        <button
          type="button"
          className="button primary"
          onClick={() => void navigator.clipboard.writeText(made.token).then(() => setCopied(true))}
        >
          {t(copied ? 'keysPage.copied' : 'keysPage.copy')}
        </button>
      </div>
    </Dialog>
  );
}
