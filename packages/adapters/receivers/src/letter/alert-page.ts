/** An alert as a page: what, what to do, why, what the rules say, what to ask for. */
import type { AlertData, AlertReason } from '@herkomst/core';
import type { WithdrawalData } from '@herkomst/runtime';
import type { Fact, LetterStyle, Page, Section, SectionItem } from './letter.ts';
import { reasonInDutch } from './reasons-nl.ts';
import { isTextKey, sayIn, type Say } from './texts.ts';

const mostGoods = 5;

export function alertPage(alert: AlertData, style: LetterStyle): Page {
  const say = sayIn(style.language);
  return {
    tone: alert.severity,
    label: say('alertLabel', { severity: word(say, 'severity', alert.severity) }),
    title: titleOf(alert, say, style),
    conclusion: `${word(say, 'conclusion', alert.recommendedAction)} ${say('probability', { percent: percent(alert.score, say, style) })}`,
    facts: factsOf(alert, say, style),
    sections: sectionsOf(alert, say, style).filter(({ items }) => items.length > 0),
    link: linkTo(alert.alertId, say, style),
    alertId: alert.alertId,
  };
}

export function withdrawalPage(withdrawal: WithdrawalData, style: LetterStyle): Page {
  const say = sayIn(style.language);
  const { alertId, shipmentId, verdict, score } = withdrawal;
  return {
    tone: 'withdrawn',
    label: say('withdrawnLabel'),
    title: say('withdrawnTitle', { shipment: shipmentId }),
    conclusion: say('withdrawnConclusion', {
      verdict: word(say, 'verdict', verdict),
      percent: percent(score, say, style),
    }),
    facts: [
      { label: say('shipment'), value: shipmentId },
      { label: say('alertId'), value: alertId },
    ],
    sections: [],
    link: linkTo(alertId, say, style),
    alertId,
  };
}

function titleOf({ shipment }: AlertData, say: Say, style: LetterStyle): string {
  const first = shipment.goods[0];
  const goods = first?.description ?? '?';
  const country = first?.countryOfOrigin ?? null;
  const origin = country === null ? say('unknownOrigin') : countryName(country, style);
  const consignee = shipment.parties.find(({ role }) => ['consignee', 'importer'].includes(role));
  return consignee === undefined
    ? say('titleWithoutConsignee', { goods, origin })
    : say('title', { goods, origin, consignee: consignee.name });
}

function factsOf(alert: AlertData, say: Say, style: LetterStyle): Fact[] {
  const { declaration, shipment } = alert;
  const facts: Fact[] = [];
  const add = (label: string, value: string | null): void => {
    if (value !== null && value !== '') facts.push({ label, value });
  };
  add(say('shipment'), alert.shipmentId);
  add(
    say('declaration'),
    say('declared', {
      kind: word(say, 'kind', declaration.kind),
      country: countryName(declaration.jurisdiction, style),
    }),
  );
  add(say('mrn'), declaration.mrn);
  add(say('billOfLading'), shipment.billOfLading);
  add(say('arrival'), writeTime(shipment.estimatedArrivalAt, style));
  const ports = [shipment.portOfLoading, shipment.portOfDischarge].filter((port) => port !== null);
  add(say('route'), ports.join(' → '));
  for (const { role, name } of shipment.parties) {
    const key = `role_${role}`;
    if (isTextKey(key)) add(say(key), name);
  }
  const { goods } = shipment;
  const shown = goods
    .slice(0, mostGoods)
    .map(
      ({ commodityCode, description, countryOfOrigin }) =>
        `${description} (HS ${commodityCode}, ${countryOfOrigin ?? say('unknownOrigin')})`,
    );
  const rest = goods.length - shown.length;
  if (rest > 0) shown.push(say('more', { count: String(rest) }));
  add(say('goods'), shown.join('; '));
  if (alert.supersedes !== null) {
    add(say('replaces'), say('replacesAlert', { alertId: alert.supersedes }));
  }
  add(say('alertId'), alert.alertId);
  return facts;
}

function sectionsOf(alert: AlertData, say: Say, style: LetterStyle): Section[] {
  const reasons = (wanted: (contribution: number) => boolean): SectionItem[] =>
    alert.reasons
      .filter(({ contribution }) => wanted(contribution))
      .map((reason) => reasonItem(reason, say, style));
  return [
    { title: say('reasons'), items: reasons((contribution) => contribution > 0) },
    { title: say('against'), items: reasons((contribution) => contribution < 0) },
    {
      title: say('gaps'),
      items: alert.gaps.map(({ path, reason }) => item(say('gap', { path, reason }), path)),
    },
    { title: say('rules'), items: ruleItems(alert, say, style) },
    { title: say('documents'), items: documentItems(alert) },
  ];
}

function reasonItem(reason: AlertReason, say: Say, { language }: LetterStyle): SectionItem {
  const { summary, contribution, matched, path, citation } = reason;
  const weight = say('weight', { weight: signed(contribution), matched, path });
  const source =
    citation === null
      ? null
      : say('source', {
          title: citation.listTitle,
          entry: citation.entry,
          version: citation.listVersion,
          url: citation.url,
        });
  return item(
    language === 'nl' ? reasonInDutch(reason) : summary,
    source === null ? weight : `${weight}. ${source}`,
  );
}

function ruleItems({ determinations }: AlertData, say: Say, style: LetterStyle): SectionItem[] {
  return determinations.flatMap(({ regime, status, basis, explanation, clock, url }) => {
    const key = `status_${status}`;
    if (!isTextKey(key)) return [];
    const time =
      clock === null
        ? ''
        : `; ${say('clock', {
            amount: String(clock.amount),
            unit: unitOf(clock.unit, style),
            start: clock.startsWith,
          })}`;
    // What a rule says of this shipment is told in English only.
    const details = style.language === 'en' ? `${explanation} ${url}` : url;
    return [
      item(
        `${say('rule', { regime: word(say, 'regime', regime), status: say(key) })} (${basis})${time}`,
        details,
      ),
    ];
  });
}

/** The same list stands under several rules: it is told once. */
function documentItems({ determinations }: AlertData): SectionItem[] {
  const told = new Set<string>();
  return determinations.flatMap(({ documents }) =>
    documents.flatMap(({ commodity, documents: asked }) => {
      if (told.has(commodity)) return [];
      told.add(commodity);
      return [item(commodity, asked.join('; '))];
    }),
  );
}

function item(text: string, detail: string | null): SectionItem {
  return { text, detail };
}

function linkTo(alertId: string, say: Say, { link }: LetterStyle): Page['link'] {
  return link === null
    ? null
    : { text: say('open'), url: link.replaceAll('{alertId}', encodeURIComponent(alertId)) };
}

/** A word of a fixed set; what is not in it, as it is. */
function word(say: Say, set: string, value: string): string {
  const key = `${set}_${value}`;
  return isTextKey(key) ? say(key) : value;
}

function countryName(code: string, { language }: LetterStyle): string {
  try {
    const name = new Intl.DisplayNames(language, { type: 'region' }).of(code);
    return name === undefined || name === code ? code : name;
  } catch {
    return code;
  }
}

function writeTime(time: string | null, { language, timeZone }: LetterStyle): string | null {
  const at = Date.parse(time ?? '');
  if (Number.isNaN(at)) return time;
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'nl-NL', {
    timeZone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(at);
}

const unitsInDutch: Readonly<Record<string, string>> = {
  days: 'dagen',
  'working-days': 'werkdagen',
  months: 'maanden',
};

function unitOf(unit: string, { language }: LetterStyle): string {
  return language === 'nl' ? (unitsInDutch[unit] ?? unit) : unit.replace('-', ' ');
}

/** A probability is never sure: what would be written as none or all is more or less than that. */
function percent(score: number, say: Say, { language }: LetterStyle): string {
  const write = (share: number): string =>
    new Intl.NumberFormat(language, { style: 'percent', minimumFractionDigits: 1 }).format(share);
  if (score > 0.999) return say('moreThan', { percent: write(0.999) });
  if (score < 0.001) return say('lessThan', { percent: write(0.001) });
  return write(Math.round(score * 1000) / 1000);
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
}
