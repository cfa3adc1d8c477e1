/** Filters that the searches of alerts and of shipments share. */
import { useState, type FormEvent } from 'react';
import { findingNames, regimeNames } from '../words/groups.ts';
import { useWords } from '../words/words.tsx';
import { Field, Select } from './layout.tsx';
import type { Filters } from './use-filters.ts';

export const searchDefaults = {
  severity: '',
  regime: '',
  finding: '',
  party: '',
  goods: '',
  place: '',
  entry: '',
  source: '',
  from: '',
  to: '',
} as const;
export type SearchName = keyof typeof searchDefaults;

export function SearchFilters({
  values,
  set,
}: {
  readonly values: Filters<SearchName>['values'];
  readonly set: Filters<SearchName>['set'];
}) {
  const { t, name } = useWords();
  return (
    <>
      <Select
        label={t('severity')}
        value={values.severity}
        onChange={(value) => set('severity', value)}
        options={[
          ['', t('app.all')],
          ...(['critical', 'high', 'medium', 'low'] as const).map(
            (each) => [each, t(`severity.${each}`)] as const,
          ),
        ]}
      />
      <Select
        label={t('alerts.filter.regime')}
        value={values.regime}
        onChange={(value) => set('regime', value)}
        options={[
          ['', t('app.all')],
          ...regimeNames.map((each) => [each, name('regime', each)] as const),
        ]}
      />
      <Select
        label={t('alerts.filter.finding')}
        value={values.finding}
        onChange={(value) => set('finding', value)}
        options={[
          ['', t('app.all')],
          ...findingNames.map((each) => [each, name('factor', each)] as const),
        ]}
      />
      {(['party', 'goods', 'place'] as const).map((each) => (
        <TypedFilter
          key={`${each} ${values[each]}`}
          label={t(`alerts.filter.${each}`)}
          value={values[each]}
          set={(value) => set(each, value)}
          search={each === 'party'}
        />
      ))}
    </>
  );
}

/** Takes effect with enter, and when it is left: not with every letter. */
function TypedFilter({
  label,
  value,
  set,
  search,
}: {
  readonly label: string;
  readonly value: string;
  readonly set: (value: string) => void;
  readonly search: boolean;
}) {
  const [text, setText] = useState(value);
  const apply = (): void => {
    if (text.trim() !== value) set(text.trim());
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    apply();
  };
  return (
    <form onSubmit={submit}>
      <Field label={label}>
        {(ids) => (
          <input
            {...ids}
            type="search"
            {...(search ? { 'data-search': true } : {})}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onBlur={apply}
          />
        )}
      </Field>
    </form>
  );
}
