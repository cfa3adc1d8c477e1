/** Simple charts, each with the same figures as a table. */
import { useState, type ReactNode } from 'react';
import { useWords } from '../words/words.tsx';
import { Card } from './layout.tsx';

export interface Row {
  readonly key: string;
  readonly label: string;
  /** What the bar shows. */
  readonly value: number;
  /** What stands beside it. */
  readonly text: string;
}

/** A card with a chart that can be shown as a table. */
export function ChartCard({
  title,
  lead,
  chart,
  table,
}: {
  readonly title: string;
  readonly lead?: string;
  readonly chart: ReactNode;
  readonly table: ReactNode;
}) {
  const { t } = useWords();
  const [asTable, setAsTable] = useState(false);
  return (
    <Card
      title={title}
      aside={
        <button
          type="button"
          className="button small"
          aria-pressed={asTable}
          aria-label={`${t('app.asTable')}: ${title}`}
          onClick={() => setAsTable(!asTable)}
        >
          {t('app.asTable')}
        </button>
      }
    >
      {lead === undefined ? null : <p className="small muted">{lead}</p>}
      {asTable ? table : chart}
    </Card>
  );
}

export function FigureTable({
  caption,
  heads,
  rows,
}: {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}) {
  return (
    <table>
      <caption className="hidden-visually">{caption}</caption>
      <thead>
        <tr>
          {heads.map((head, index) => (
            <th key={head} scope="col" className={index === 0 ? undefined : 'num'}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([first = '', ...rest]) => (
          <tr key={first}>
            <th scope="row">{first}</th>
            {rest.map((cell, index) => (
              <td key={heads[index + 1]} className="num">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Bars of one kind, longest first as given; the figure stands beside each. */
export function Bars({ rows, label }: { readonly rows: readonly Row[]; readonly label: string }) {
  const most = Math.max(...rows.map(({ value }) => value), 0);
  return (
    <div className="hbars" role="group" aria-label={label}>
      {rows.map((row) => (
        <div key={row.key} style={{ display: 'contents' }}>
          <span className="break">{row.label}</span>
          <span className="track" aria-hidden="true">
            <span style={{ width: most === 0 ? 0 : `${(row.value / most) * 100}%` }} />
          </span>
          <span className="num">{row.text}</span>
        </div>
      ))}
    </div>
  );
}

export interface Day {
  readonly day: string;
  readonly all: number;
  readonly part: number;
}

const box = { width: 1120, height: 220, left: 40, bottom: 22, top: 8 } as const;

/** Columns by day: all, and a part of it in a second tone with a pattern. */
export function DayChart({
  days,
  label,
  allLabel,
  partLabel,
}: {
  readonly days: readonly Day[];
  readonly label: string;
  readonly allLabel: string;
  readonly partLabel: string;
}) {
  const { date, number } = useWords();
  const most = Math.max(...days.map(({ all }) => all), 1);
  const step = niceStep(most);
  const top = Math.ceil(most / step) * step;
  const plot = { width: box.width - box.left, height: box.height - box.bottom - box.top };
  const y = (value: number): number => box.top + plot.height * (1 - value / top);
  const wide = plot.width / Math.max(1, days.length);
  const lines = Array.from({ length: Math.round(top / step) + 1 }, (_, index) => index * step);
  const every = Math.ceil(days.length / 6);
  return (
    <figure className="stack tight">
      <svg
        className="chart"
        viewBox={`0 0 ${box.width} ${box.height}`}
        role="img"
        aria-label={label}
      >
        <defs>
          <pattern id="part" width="5" height="5" patternUnits="userSpaceOnUse">
            <rect width="5" height="5" fill="var(--for)" />
            <path d="M0 5L5 0" stroke="var(--surface)" strokeWidth="1" />
          </pattern>
        </defs>
        {lines.map((value) => (
          <g key={value}>
            <path className="grid" d={`M${box.left} ${y(value)}H${box.width}`} />
            <text x={box.left - 6} y={y(value) + 4} textAnchor="end">
              {number(value)}
            </text>
          </g>
        ))}
        {days.map(({ day, all, part }, index) => {
          const x = box.left + index * wide + wide * 0.15;
          const width = Math.max(1, Math.min(wide * 0.7, 40));
          return (
            <g key={day}>
              <title>{`${date(day)}: ${number(all)} ${allLabel}, ${number(part)} ${partLabel}`}</title>
              <rect x={x} y={y(all)} width={width} height={y(0) - y(all)} fill="var(--accent)" />
              <rect x={x} y={y(part)} width={width} height={y(0) - y(part)} fill="url(#part)" />
              {index % every === 0 ? (
                <text x={x} y={box.height - 6}>
                  {date(day).replace(/\s\d{4}$/, '')}
                </text>
              ) : null}
            </g>
          );
        })}
      </svg>
      <figcaption className="row small muted">
        <span>
          <svg width="12" height="12" aria-hidden="true">
            <rect width="12" height="12" fill="var(--accent)" />
          </svg>{' '}
          {allLabel}
        </span>
        <span>
          <svg width="12" height="12" aria-hidden="true">
            <rect width="12" height="12" fill="url(#part)" />
          </svg>{' '}
          {partLabel}
        </span>
      </figcaption>
    </figure>
  );
}

/** 1, 2 or 5 times a power of ten, for three to six lines. */
export function niceStep(most: number): number {
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1)));
  const step = [1, 2, 5, 10].find((each) => each * power >= rough) ?? 10;
  return Math.max(1, step * power);
}
