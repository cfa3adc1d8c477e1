/** How much was screened, what came of it, and how often the alerts were right. */
import type { Statistics } from '@herkomst/adapter-http/contract';
import { useState } from 'react';
import { writeQuery } from '../api/client.ts';
import { useData } from '../api/use-data.ts';
import { Bars, ChartCard, DayChart, FigureTable, type Row } from '../parts/charts.tsx';
import { PageHead, Select, usePageTitle } from '../parts/layout.tsx';
import { Empty, Shown } from '../parts/states.tsx';
import { useFilters } from '../parts/use-filters.ts';
import { translateFixed } from '../words/fixed.ts';
import { useWords, type Words } from '../words/words.tsx';

const periods = ['7', '30', '90', '365'] as const;
const defaults = { days: '30' } as const;
const day = 86_400_000;

export function DashboardsPage() {
  const { t } = useWords();
  usePageTitle(t('stats.title'));
  const { values, set } = useFilters<'days'>(defaults);
  const [now] = useState(() => Date.now());
  const from = new Date(now - (Number(values.days) - 1) * day).toISOString().slice(0, 10);
  const { state, reload } = useData<Statistics>(`/v1/statistics${writeQuery({ from })}`);
  return (
    <>
      <PageHead title={t('stats.title')} lead={t('stats.lead')}>
        <Select
          label={t('stats.period')}
          value={values.days}
          onChange={(value) => set('days', value)}
          options={periods.map((each) => [each, t(`stats.period.${each}`)])}
        />
      </PageHead>
      <Shown state={state} retry={reload}>
        {(statistics) =>
          statistics.assessments === 0 ? (
            <div className="card">
              <Empty title={t('stats.none')}>
                <p>{t('stats.none.next')}</p>
              </Empty>
            </div>
          ) : (
            <Loaded statistics={statistics} />
          )
        }
      </Shown>
    </>
  );
}

function Loaded({ statistics }: { readonly statistics: Statistics }) {
  const words = useWords();
  const { t, number, percent, date, name, country, language, count } = words;
  const { assessments, alerts, verdicts, severities, days, byFinding, lists } = statistics;
  const sumOf = (by: Readonly<Record<string, number>>): number =>
    Object.values(by).reduce((sum, each) => sum + each, 0);
  const tiles = [
    ['stats.assessments', number(assessments)],
    ['stats.alerts', number(alerts)],
    ['stats.rate', assessments === 0 ? '–' : percent(alerts / assessments)],
    ['stats.review', number(verdicts.review)],
    ['stats.unknown', number(verdicts.unknown)],
  ] as const;
  const commodity = (key: string): string => {
    const [kind, value = ''] = key.split(/:(.*)/s);
    return kind === 'sector' ? translateFixed(language, value) : `HS ${value}`;
  };
  return (
    <>
      <dl className="tiles">
        {tiles.map(([label, figure]) => (
          <div key={label} className="tile">
            <dt className="small muted">{t(label)}</dt>
            <dd className="figure">{figure}</dd>
          </div>
        ))}
      </dl>
      <ChartCard
        title={t('stats.perDay')}
        chart={
          <DayChart
            label={t('stats.perDay')}
            allLabel={t('stats.perDay.assessments')}
            partLabel={t('stats.perDay.alerts')}
            days={days.map((each) => ({
              day: each.day,
              all: each.assessments,
              part: sumOf(each.alerts),
            }))}
          />
        }
        table={
          <FigureTable
            caption={t('stats.perDay')}
            heads={[t('stats.day'), t('stats.assessments'), t('stats.alerts')]}
            rows={days.map((each) => [
              date(each.day),
              number(each.assessments),
              number(sumOf(each.alerts)),
            ])}
          />
        }
      />
      <div className="grid-2">
        <Flow
          title={t('stats.byOrigin')}
          rows={statistics.byOrigin}
          label={country}
          words={words}
        />
        <Flow
          title={t('stats.byCommodity')}
          rows={statistics.byCommodity}
          label={commodity}
          words={words}
        />
        <Flow
          title={t('stats.byRegime')}
          rows={statistics.byRegime}
          label={(key) => name('regime', key)}
          words={words}
        />
        <BarsCard
          title={t('stats.severity')}
          heads={[t('severity'), t('stats.alerts')]}
          rows={(['critical', 'high', 'medium', 'low'] as const).map((each) => ({
            key: each,
            label: t(`severity.${each}`),
            value: severities[each],
            text: number(severities[each]),
          }))}
        />
      </div>
      <ChartCard
        title={t('stats.false')}
        lead={t('stats.false.lead')}
        chart={
          <Bars
            label={t('stats.false')}
            rows={byFinding.map(({ finding, decided, released }) => ({
              key: finding,
              label: name('factor', finding),
              value: decided === 0 ? 0 : released / decided,
              text:
                decided === 0
                  ? t('stats.false.none')
                  : `${percent(released / decided, 0)} (${t('stats.of', { alerts: number(released), all: number(decided) })})`,
            }))}
          />
        }
        table={
          <FigureTable
            caption={t('stats.false')}
            heads={[
              t('stats.false.finding'),
              t('stats.alerts'),
              t('stats.false.decided'),
              t('stats.false.released'),
              t('stats.false.rate'),
            ]}
            rows={byFinding.map((each) => [
              name('factor', each.finding),
              number(each.alerts),
              number(each.decided),
              number(each.released),
              each.decided === 0 ? '–' : percent(each.released / each.decided, 0),
            ])}
          />
        }
      />
      <BarsCard
        title={t('stats.lists')}
        heads={[t('lists.list'), t('lists.age')]}
        rows={lists.map((list) => ({
          key: list.list,
          label: translateFixed(language, list.title),
          value: list.ageDays,
          text: `${list.ageDays > 365 ? `▲ ${t('stats.lists.old')}: ` : ''}${count('time.days', list.ageDays)}`,
        }))}
      />
    </>
  );
}

function Flow({
  title,
  rows,
  label,
  words,
}: {
  readonly title: string;
  readonly rows: Statistics['byOrigin'];
  readonly label: (key: string) => string;
  readonly words: Words;
}) {
  const { t, number } = words;
  const most = rows.slice(0, 12);
  return (
    <ChartCard
      title={title}
      chart={
        <Bars
          label={title}
          rows={most.map(({ key, alerts, assessments }) => ({
            key,
            label: label(key),
            value: alerts,
            text: t('stats.of', { alerts: number(alerts), all: number(assessments) }),
          }))}
        />
      }
      table={
        <FigureTable
          caption={title}
          heads={[title, t('stats.alerts'), t('stats.assessments')]}
          rows={rows.map((row) => [label(row.key), number(row.alerts), number(row.assessments)])}
        />
      }
    />
  );
}

function BarsCard({
  title,
  heads,
  rows,
}: {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly Row[];
}) {
  return (
    <ChartCard
      title={title}
      chart={<Bars label={title} rows={rows} />}
      table={
        <FigureTable
          caption={title}
          heads={heads}
          rows={rows.map(({ label, text }) => [label, text])}
        />
      }
    />
  );
}
