/** The supply path, drawn, and as a table for whoever can not see the drawing. */
import type { Finding, Shipment } from '@herkomst/core';
import { useMemo } from 'react';
import { buildChain, type ChainNode } from '../../parts/chain.ts';
import { Card, Scroll } from '../../parts/layout.tsx';
import { translateFixed } from '../../words/fixed.ts';
import { useWords } from '../../words/words.tsx';

const box = { width: 190, height: 62, across: 250, down: 84 } as const;

export function ChainCard({
  shipment,
  findings,
}: {
  readonly shipment: Shipment;
  readonly findings: readonly Finding[];
}) {
  const { t, name, language } = useWords();
  const chain = useMemo(() => buildChain(shipment, findings), [shipment, findings]);
  if (chain.nodes.length === 0) return null;
  const width = (chain.columns - 1) * box.across + box.width + 4;
  const height = (chain.rows - 1) * box.down + box.height + 4;
  const byId = new Map(chain.nodes.map((node) => [node.id, node]));
  const roleOf = ({ role }: ChainNode): string =>
    role === 'listed'
      ? t('chain.listed')
      : role === 'upstream'
        ? t('chain.upstream')
        : name('role', role);
  return (
    <Card title={t('chain.title')}>
      <Scroll label={t('chain.label')}>
        <svg
          className="graph"
          style={{ width: '100%', maxWidth: width, minWidth: Math.min(width, 560) }}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={t('chain.label')}
        >
          <defs>
            <marker
              id="arrow"
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="7"
              markerHeight="7"
              orient="auto"
            >
              <path d="M0 0L8 4L0 8z" fill="context-stroke" />
            </marker>
          </defs>
          {chain.edges.map(({ from, to, kind, label }) => {
            const [a, b] = [byId.get(from), byId.get(to)];
            if (a === undefined || b === undefined) return null;
            const x1 = a.column * box.across + box.width + 2;
            const y1 = a.row * box.down + box.height / 2 + 2;
            const x2 = b.column * box.across + 2;
            const y2 = b.row * box.down + box.height / 2 + 2;
            const middle = (x1 + x2) / 2;
            return (
              <g key={`${from} ${to}`}>
                <path
                  className={kind === 'goods' ? 'edge' : 'edge sign'}
                  d={`M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`}
                  markerEnd="url(#arrow)"
                />
                {label === '' ? null : <title>{label}</title>}
              </g>
            );
          })}
          {chain.nodes.map((node) => (
            <g
              key={node.id}
              transform={`translate(${node.column * box.across + 2} ${node.row * box.down + 2})`}
            >
              <title>{`${roleOf(node)}: ${node.name}`}</title>
              <rect
                className={`box${node.sign ? ' listed' : ''}${node.role === 'upstream' ? ' upstream' : ''}`}
                width={box.width}
                height={box.height}
                rx="5"
              />
              <text className="sub" x="10" y="17">
                {node.sign ? '▲ ' : ''}
                {cut(
                  `${roleOf(node)}${node.detail === '' ? '' : ` · ${translateFixed(language, node.detail)}`}`,
                  30,
                )}
              </text>
              {wrap(node.name, 25).map((line, at) => (
                <text key={line} x="10" y={34 + at * 15}>
                  {line}
                </text>
              ))}
            </g>
          ))}
        </svg>
      </Scroll>
      <details className="small">
        <summary>{t('app.asTable')}</summary>
        <table>
          <caption className="hidden-visually">{t('chain.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('chain.who')}</th>
              <th scope="col">{t('chain.what')}</th>
              <th scope="col">{t('chain.sign')}</th>
            </tr>
          </thead>
          <tbody>
            {chain.nodes.map((node) => (
              <tr key={node.id}>
                <th scope="row" className="break">
                  {node.name}
                </th>
                <td>{roleOf(node)}</td>
                <td>{t(node.sign ? 'app.yes' : 'app.no')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </Card>
  );
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/** At most two lines. */
function wrap(text: string, most: number): readonly string[] {
  if (text.length <= most) return [text];
  const space = text.lastIndexOf(' ', most);
  const at = space > most / 2 ? space : most;
  return [text.slice(0, at), cut(text.slice(at).trim(), most)];
}
