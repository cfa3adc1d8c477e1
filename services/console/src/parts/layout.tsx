/** Cards, fields, dialogs, heads of pages. */
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useWords } from '../words/words.tsx';

export function PageHead({
  title,
  lead,
  above,
  children,
}: {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly above?: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <div className="page-head">
      <div className="stack tight">
        {above === undefined ? null : <div className="crumbs">{above}</div>}
        <h1>{title}</h1>
        {lead === undefined ? null : <p className="lead">{lead}</p>}
      </div>
      {children === undefined ? null : <div className="actions no-print">{children}</div>}
    </div>
  );
}

/** Names the page in the window's title. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Herkomst`;
  }, [title]);
}

export function Card({
  title,
  aside,
  flush = false,
  children,
}: {
  readonly title: ReactNode;
  readonly aside?: ReactNode;
  /** The content reaches the edges: lists and tables. */
  readonly flush?: boolean;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className="card" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {aside}
      </header>
      {flush ? children : <div className="body">{children}</div>}
    </section>
  );
}

export function Field({
  label,
  hint,
  wrong,
  children,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly wrong?: string;
  /** Given the id and what describes it. */
  readonly children: (ids: {
    readonly id: string;
    readonly 'aria-describedby'?: string;
  }) => ReactNode;
}) {
  const id = useId();
  const more = `${id}-more`;
  const described = hint !== undefined || wrong !== undefined;
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      {children({ id, ...(described ? { 'aria-describedby': more } : {}) })}
      {described ? (
        <div id={more}>
          {hint === undefined ? null : <span className="hint">{hint}</span>}
          {wrong === undefined ? null : (
            <span className="wrong" role="alert">
              {wrong}
            </span>
          )}
        </div>
      ) : null}
    </div>
  );
}

export function Select({
  label,
  value,
  onChange,
  options,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly (readonly [value: string, text: string])[];
}) {
  return (
    <Field label={label}>
      {(ids) => (
        <select {...ids} value={value} onChange={(event) => onChange(event.target.value)}>
          {options.map(([each, text]) => (
            <option key={each} value={each}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function Dialog({
  title,
  onClose,
  children,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useWords();
  const id = useId();
  const place = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    // It closes by going; to close it here would tell whoever opened it that the person did.
    if (place.current?.open === false) place.current.showModal();
  }, []);
  return (
    <dialog ref={place} aria-labelledby={id} onClose={onClose}>
      <header>
        <h2 id={id}>{title}</h2>
        <button type="button" className="button small" onClick={onClose}>
          {t('app.close')}
        </button>
      </header>
      <div className="body">{children}</div>
    </dialog>
  );
}

/** What may be wider than the page: scrolled by mouse, touch and keys alike. */
export function Scroll({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="scroll" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
