/** What the PDF of a case says, in the order in which somebody new to it would ask. */
import type { Assessment, Citation, Shipment } from '@herkomst/core';
import {
  askedDocuments,
  isLive,
  type AuditEntry,
  type CaseDecision,
  type Suppression,
} from '@herkomst/runtime';
import type { EvidenceBundle } from '../bundle.ts';
import type { CaseEvidence, EvidenceAlert } from '../collect.ts';
import type { Block } from './document.ts';
import { writeEntry } from './entry-words.ts';

/** Of a case with more alerts, the last are written out and the others named. */
const mostAlerts = 50;

export function caseDocument(
  evidence: CaseEvidence,
  { manifest, manifestDigest }: Pick<EvidenceBundle, 'manifest' | 'manifestDigest'>,
): readonly Block[] {
  const { case: one, alerts, decisions, documents, suppressions } = evidence;
  const { party, commodity } = one;
  const shown = alerts.slice(0, mostAlerts);
  const rest = alerts.slice(mostAlerts);
  return [
    { kind: 'title', text: 'Case file' },
    { kind: 'text', text: `${party.name} · ${commodity.title}`, style: 'strong' },
    {
      kind: 'facts',
      rows: [
        ['Case', one.caseId],
        ['Tenant', one.tenant],
        ['Supplier', `${party.name}${party.country === null ? '' : `, ${party.country}`}`],
        ...(party.entity === null
          ? []
          : [['List entry', `${party.entity.entry} (${party.entity.list})`] as const]),
        ['Goods', commodity.title],
        ['Status', `${one.status}${one.active ? '' : ', off the queue'}`],
        ['Severity and score', `${one.severity}, ${one.score.toFixed(4)}`],
        ['Alerts', `${one.alerts}, of which ${one.liveAlerts} open or held`],
        ['Opened', writeTime(one.openedAt)],
        ['Assigned to', one.assignee ?? 'nobody'],
        ['Exported', `${writeTime(manifest.exportedAt)} by ${manifest.exportedBy.name}`],
        ['Digest of the bundle', manifestDigest],
        [
          'Head of the audit log',
          `entry ${manifest.auditHead.sequence}, ${manifest.auditHead.hash}`,
        ],
      ],
    },
    ...(one.deadlines.length === 0
      ? []
      : [
          heading('Deadlines'),
          table(
            ['Due', 'Clock', 'Counted'],
            [0.24, 0.16, 0.6],
            one.deadlines.map(({ dueAt, clock, basis }) => [writeTime(dueAt), clock, basis]),
          ),
        ]),
    heading('Decisions'),
    ...(decisions.length === 0
      ? [text('Nothing has been decided.')]
      : decisions.flatMap(decisionBlocks)),
    ...(one.proposal === null
      ? []
      : [
          text(
            `Proposed and awaiting a second person: ${one.proposal.decision}, by ${one.proposal.by.name} on ${writeTime(one.proposal.at)}. ${one.proposal.reason}`,
          ),
        ]),
    ...shown.flatMap(alertBlocks),
    ...(rest.length === 0
      ? []
      : [
          heading('Further alerts'),
          text(
            `Written out in the JSON of this bundle: ${rest.map(({ alert }) => alert.alertId).join(', ')}.`,
          ),
        ]),
    heading('Documents'),
    ...askedBlocks(evidence),
    ...(documents.length === 0
      ? [text('None has been attached.')]
      : [
          table(
            ['Attached', 'File', 'SHA-256 of its bytes'],
            [0.24, 0.3, 0.46],
            documents.map((document) => [
              `${writeTime(document.attachedAt)}, ${document.attachedBy.name}`,
              `${document.fileName} (${document.mediaType}, ${document.bytes} bytes)${document.note === null ? '' : ` ${document.note}`}`,
              document.sha256,
            ]),
          ),
        ]),
    ...(suppressions.length === 0
      ? []
      : [heading('Suppressions'), ...suppressions.flatMap(suppressionBlocks)]),
    heading('What happened'),
    text('Each entry in full, with its hash, is in the JSON of this bundle.', 'small'),
    table(
      ['Entry', 'When', 'Who', 'What'],
      [0.08, 0.2, 0.18, 0.54],
      evidence.audit
        .filter((entry): entry is AuditEntry => 'tenant' in entry)
        .map((entry) => [
          String(entry.sequence),
          writeTime(entry.at),
          entry.actor.name,
          writeEntry(entry),
        ]),
    ),
    heading('How to check this file'),
    text(
      'This document is for reading. What counts is the JSON file of the same bundle: it holds all alerts, assessments, shipments as declared and audit entries, and the digest of each. Its digest must be the one above, and the one that the audit log has for this export.',
    ),
    table(
      ['Part', 'SHA-256'],
      [0.42, 0.58],
      manifest.parts.map(({ path, sha256 }) => [path, sha256]),
    ),
  ];
}

function decisionBlocks(decision: CaseDecision): readonly Block[] {
  const { number, reason, by, at, approvedBy, approvedAt, alertIds } = decision;
  const second =
    approvedBy === null
      ? 'no second person was needed'
      : `approved by ${approvedBy.name} on ${writeTime(approvedAt ?? at)}`;
  return [
    text(`${number}. ${decision.decision}`, 'strong'),
    text(`By ${by.name} on ${writeTime(at)}; ${second}. On ${alertIds.length} alerts.`, 'small'),
    text(reason),
  ];
}

function alertBlocks({ alert, assessment, shipment }: EvidenceAlert): readonly Block[] {
  const standing = isLive(alert)
    ? alert.standing
    : `${alert.standing}${alert.standingBy === null ? '' : ` by ${alert.standingBy}`}`;
  return [
    heading(`Alert on shipment ${alert.shipmentId}`),
    {
      kind: 'facts',
      rows: [
        ['Alert', alert.alertId],
        ['Declared by', `${alert.source}, ${alert.declarationKind}, version ${alert.version}`],
        ['Severity and score', `${alert.severity}, ${alert.score.toFixed(4)}`],
        ['Raised', writeTime(alert.raisedAt)],
        ['Standing', standing],
        [
          'Arrives',
          alert.estimatedArrivalAt === null ? 'not declared' : writeTime(alert.estimatedArrivalAt),
        ],
        ...(alert.detainedAt === null ? [] : [['Detained', writeTime(alert.detainedAt)] as const]),
      ],
    },
    ...(assessment === null
      ? [text('The store no longer had the assessment when this file was made.', 'mark')]
      : assessmentBlocks(assessment, new Set(alert.suppressed.map(({ findingId }) => findingId)))),
    ...(shipment === null ? [] : shipmentBlocks(shipment)),
  ];
}

function assessmentBlocks(
  { findings, gaps, determinations, baseline, rulebook, lists, hash }: Assessment,
  suppressed: ReadonlySet<string>,
): readonly Block[] {
  return [
    subheading('Reasons, heaviest first'),
    ...findings.flatMap((finding): Block[] => [
      text(
        `${finding.contribution >= 0 ? '+' : ''}${finding.contribution.toFixed(4)}  ${finding.summary}${suppressed.has(finding.id) ? ' [suppressed]' : ''}`,
      ),
      text(`${finding.path}: ${finding.matched}`, 'small', 1),
      ...(finding.citation === null ? [] : [text(writeCitation(finding.citation), 'small', 1)]),
    ]),
    text(
      `Log-odds before any finding ${baseline.toFixed(4)}; rulebook ${rulebook.id} ${rulebook.version} (${rulebook.digest}); lists ${lists.map(({ list, version }) => `${list} ${version}`).join(', ')}; assessment ${hash}.`,
      'small',
    ),
    ...(gaps.length === 0
      ? []
      : [
          subheading('What could not be evaluated'),
          ...gaps.map(({ path, reason }) => text(`${path}: ${reason}`)),
        ]),
    subheading('What the law says of it'),
    ...determinations.flatMap(({ regime, status, basis, explanation, url }): Block[] => [
      text(`${regime}: ${status}`, 'strong'),
      text(explanation, 'plain', 1),
      text(`${basis}. ${url}`, 'small', 1),
    ]),
  ];
}

function shipmentBlocks(shipment: Shipment): readonly Block[] {
  const { declaration, transport, parties, items } = shipment;
  const route = [
    transport.placeOfReceipt,
    transport.portOfLoading,
    ...transport.transhipmentPorts,
    transport.portOfDischarge,
  ].filter((place) => place !== undefined);
  return [
    subheading('Shipment as declared'),
    text(
      `${declaration.kind} into ${declaration.jurisdiction}${declaration.mrn === undefined ? '' : `, MRN ${declaration.mrn}`}; by ${transport.mode}${transport.billOfLading === undefined ? '' : `, bill of lading ${transport.billOfLading}`}${route.length === 0 ? '' : `; ${route.join(' → ')}`}.`,
    ),
    table(
      ['Role', 'Name', 'Address and identifiers'],
      [0.16, 0.36, 0.48],
      parties.map(({ role, name, otherNames, address, identifiers }) => [
        role,
        [name, ...otherNames].join(' / '),
        [
          ...(address?.lines ?? []),
          address?.city,
          address?.region,
          address?.postcode,
          address?.country,
          ...identifiers.map(({ scheme, value }) => `${scheme} ${value}`),
        ]
          .filter((line) => line !== undefined)
          .join(', '),
      ]),
    ),
    table(
      ['Line', 'HS code', 'Description', 'Origin'],
      [0.08, 0.16, 0.6, 0.16],
      items.map(({ lineNumber, commodityCode, description, countryOfOrigin, regionOfOrigin }) => [
        String(lineNumber),
        commodityCode,
        description,
        regionOfOrigin ?? countryOfOrigin ?? 'not declared',
      ]),
    ),
  ];
}

function askedBlocks({ case: one, documents }: CaseEvidence): readonly Block[] {
  const asked = askedDocuments(one, documents);
  if (asked.length === 0) return [];
  return [
    table(
      ['Asked for by', 'Document', 'Attached'],
      [0.24, 0.6, 0.16],
      asked.map(({ regime, commodity, title, attached }) => [
        `${regime}, ${commodity}`,
        title,
        attached.length === 0 ? 'missing' : `${attached.length}`,
      ]),
    ),
  ];
}

function suppressionBlocks(suppression: Suppression): readonly Block[] {
  const { scope, status, reason, proposedBy, proposedAt, approvedBy, expiresAt, ended } =
    suppression;
  const end = ended === null ? '' : `; ended on ${writeTime(ended.at)}: ${ended.why}`;
  const goods = scope.goods.length === 0 ? 'any goods' : `goods of HS ${scope.goods.join(', ')}`;
  return [
    text(`“${scope.party.name}” is not “${scope.entry.entry}” (${scope.entry.list})`, 'strong'),
    text(
      `${status}, for ${goods}, until ${writeTime(expiresAt)}; signed by ${proposedBy.name} on ${writeTime(proposedAt)}${approvedBy === null ? '' : ` and ${approvedBy.name}`}${end}.`,
      'small',
    ),
    text(reason),
  ];
}

function writeCitation({ listTitle, entry, listVersion, effectiveDate, url }: Citation): string {
  const since = effectiveDate === null ? '' : `, in effect since ${effectiveDate}`;
  return `${listTitle}: ${entry}${since}; version ${listVersion}. ${url}`;
}

/** '2026-11-24 08:00 UTC'. */
function writeTime(time: string): string {
  return `${time.slice(0, 10)} ${time.slice(11, 16)} UTC`;
}

function heading(title: string): Block {
  return { kind: 'heading', level: 1, text: title };
}

function subheading(title: string): Block {
  return { kind: 'heading', level: 2, text: title };
}

function text(
  value: string,
  style: 'plain' | 'strong' | 'small' | 'mark' = 'plain',
  indent = 0,
): Block {
  return { kind: 'text', text: value, style, indent };
}

function table(
  columns: readonly string[],
  widths: readonly number[],
  rows: readonly (readonly string[])[],
): Block {
  return { kind: 'table', columns, widths, rows };
}
