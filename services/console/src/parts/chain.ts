/** Who supplies whom, as columns of a drawing: the supply network above, then the parties declared. */
import type { Finding, Shipment } from '@herkomst/core';

export interface ChainNode {
  readonly id: string;
  readonly name: string;
  /** A party's role; 'listed' for a list entry; 'upstream' for a company of the supply network. */
  readonly role: string;
  readonly detail: string;
  /** 0 stands furthest upstream. */
  readonly column: number;
  readonly row: number;
  /** A finding says that it is on a list or of the region. */
  readonly sign: boolean;
}

export interface ChainEdge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  /** 'goods': as declared. 'sign': a match with a list. 'network': said by a source. */
  readonly kind: 'goods' | 'sign' | 'network';
}

export interface Chain {
  readonly nodes: readonly ChainNode[];
  readonly edges: readonly ChainEdge[];
  readonly columns: number;
  readonly rows: number;
}

const stages: readonly (readonly string[])[] = [
  ['manufacturer'],
  ['supplier', 'seller', 'exporter'],
  ['importer', 'buyer', 'consignee'],
];
const isParty = new Set(stages.flat());

export function buildChain(
  shipment: Pick<Shipment, 'parties'>,
  findings: readonly Pick<
    Finding,
    'factor' | 'path' | 'summary' | 'citation' | 'match' | 'contribution'
  >[],
): Chain {
  const nodes: Omit<ChainNode, 'row'>[] = [];
  const edges: ChainEdge[] = [];
  const partyFindings = (index: number) =>
    findings.filter(
      ({ path, contribution }) => contribution > 0 && path.startsWith(`data.parties[${index}]`),
    );

  const present = stages
    .map((roles) =>
      shipment.parties.flatMap((party, index) =>
        roles.includes(party.role) ? [{ party, index }] : [],
      ),
    )
    .filter((stage) => stage.length > 0);
  present.forEach((stage, column) => {
    for (const { party, index } of stage) {
      nodes.push({
        id: `party ${index}`,
        name: party.name,
        role: party.role,
        detail: party.address?.country ?? '',
        column,
        sign: partyFindings(index).length > 0,
      });
      for (const next of present[column + 1] ?? []) {
        edges.push({ from: `party ${index}`, to: `party ${next.index}`, label: '', kind: 'goods' });
      }
    }
  });

  shipment.parties.forEach((party, index) => {
    if (!isParty.has(party.role)) return;
    const column = nodes.find(({ id }) => id === `party ${index}`)?.column ?? 0;
    for (const finding of partyFindings(index)) {
      if (finding.factor === 'entity.listed' || finding.factor === 'entity.shared-identity') {
        const entry = finding.citation?.entry;
        if (entry === undefined) continue;
        const id = `listed ${finding.citation?.list} ${entry}`;
        if (!nodes.some((node) => node.id === id)) {
          nodes.push({
            id,
            name: entry,
            role: 'listed',
            detail: finding.citation?.listTitle ?? '',
            column: column - 1,
            sign: true,
          });
        }
        edges.push({ from: id, to: `party ${index}`, label: '', kind: 'sign' });
      }
      if (finding.factor === 'supply.network') addUpstream(finding.summary, index, column);
    }
  });
  return place(nodes, edges);

  function addUpstream(summary: string, index: number, column: number): void {
    let below = `party ${index}`;
    readNetworkPath(summary).forEach(({ verb, company, facts }, step) => {
      const id = `upstream ${company}`;
      if (!nodes.some((node) => node.id === id)) {
        nodes.push({
          id,
          name: company,
          role: 'upstream',
          detail: facts,
          column: column - 1 - step,
          sign: true,
        });
      }
      edges.push({ from: id, to: below, label: verb, kind: 'network' });
      below = id;
    });
  }
}

/**
 * The steps of a path as a finding's sentence writes it, nearest the party first:
 * '... ← buys cotton from ← "Aksu Spinning" in Aksu, 3 shipments in 2026 ← ...'.
 */
export function readNetworkPath(
  summary: string,
): readonly { readonly verb: string; readonly company: string; readonly facts: string }[] {
  const parts = summary.replace(/\.$/, '').split(' ← ').slice(1);
  const steps: { verb: string; company: string; facts: string }[] = [];
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [, company = parts[at + 1] ?? '', facts = ''] =
      /^"([^"]*)"(?: in )?(.*)$/.exec(parts[at + 1] ?? '') ?? [];
    steps.push({ verb: parts[at] ?? '', company, facts });
  }
  return steps;
}

/** Columns from 0 on, and a row for each node within its column. */
function place(nodes: readonly Omit<ChainNode, 'row'>[], edges: readonly ChainEdge[]): Chain {
  const first = Math.min(0, ...nodes.map(({ column }) => column));
  const filled = new Map<number, number>();
  const placed = nodes.map((node) => {
    const column = node.column - first;
    const row = filled.get(column) ?? 0;
    filled.set(column, row + 1);
    return { ...node, column, row };
  });
  return {
    nodes: placed,
    edges,
    columns: Math.max(0, ...placed.map(({ column }) => column + 1)),
    rows: Math.max(0, ...filled.values()),
  };
}
