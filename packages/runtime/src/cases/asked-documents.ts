/**
 * The documents a case asks for: what each regime at issue would have an importer show, per
 * commodity, and which of it has been attached.
 *
 * Sources: CBP, UFLPA Operational Guidance for Importers (13 June 2022), with its lists for cotton,
 * polysilicon and tomatoes; 19 CFR 12.43 (certificate of origin, ultimate consignee's statement);
 * OECD Due Diligence Guidance for Responsible Business Conduct (2018), steps 2 to 4.
 */
import { isAtIssue, type CaseAlert, type CaseDocument, type CaseRecord } from './case.ts';

export interface AskedDocument {
  /** Stable: 'us-uflpa/tracing'. */
  readonly id: string;
  readonly regime: string;
  readonly title: string;
  readonly description: string;
}

export interface AskedAndAttached extends AskedDocument {
  readonly attached: readonly CaseDocument[];
}

interface Asked extends Omit<AskedDocument, 'regime' | 'id'> {
  readonly name: string;
  /** Matches the commodity's key; any when absent. */
  readonly commodity?: RegExp;
}

const byRegime: Readonly<Record<string, readonly Asked[]>> = {
  'us-uflpa': [
    {
      name: 'tracing',
      title: 'Supply-chain tracing',
      description:
        'Every stage from raw material to the goods imported, with the name and address of each firm and proof of what it delivered to the next: orders, invoices, bills of lading, proof of payment.',
    },
    {
      name: 'production',
      title: 'Production records',
      description:
        'Orders, process flow, capacity, inputs bought and goods made, so that the volumes in and out of each factory can be held against each other.',
    },
    {
      name: 'due-diligence',
      title: 'Due diligence system',
      description:
        'How the importer and the suppliers look for, prevent and remedy forced labour: code of conduct, training, monitoring, independent review.',
    },
    {
      name: 'no-link',
      title: 'Statement of no link, with proof',
      description:
        'That the supplier is not the entity listed, nor supplied by it, nor uses labour through programmes of the Xinjiang government: registration extract, ownership, labour recruitment and wage records.',
    },
    {
      name: 'cotton',
      title: 'Cotton from bale to garment',
      description:
        'Bale and lot numbers at the gin, spinning, weaving or knitting, dyeing and sewing, with the origin of the cotton at the bale level.',
      commodity: /^sector:.*(cotton|apparel)|^hs:(52|6[123])/i,
    },
    {
      name: 'polysilicon',
      title: 'Polysilicon from quartz to module',
      description:
        'Quartzite, metallurgical silicon, polysilicon, ingot, wafer, cell and module, with each maker and the flow of production that shows which input went into which lot.',
      commodity: /^sector:.*(polysilicon|silica|solar)|^hs:(2804|3818|8541)/i,
    },
    {
      name: 'tomatoes',
      title: 'Tomatoes from field to tin',
      description:
        'Seed, field, harvest and each step of processing, with the records that tell which tomatoes went into which lot.',
      commodity: /^sector:.*tomato|^hs:(0702|2002)/i,
    },
    {
      name: 'hair',
      title: 'Hair from collection to wig',
      description:
        'Who collected or donated the hair, where it was sorted, processed and made up, or laboratory proof that the fibre is synthetic.',
      commodity: /^sector:.*hair|^hs:(0501|670[34])/i,
    },
  ],
  'us-cbp-wro': [
    {
      name: 'certificate-of-origin',
      title: 'Certificate of origin',
      description:
        'Signed by the foreign seller or owner of the goods, in the wording of 19 CFR 12.43(a).',
    },
    {
      name: 'consignee-statement',
      title: "Ultimate consignee's statement",
      description:
        'What was done to find out how the goods were made, in detail and with the results, as 19 CFR 12.43(b) asks.',
    },
  ],
  'oecd-due-diligence': [
    {
      name: 'supply-map',
      title: 'Map of the supply chain',
      description: 'Makers of the goods and of their inputs, up to the raw material, with sources.',
    },
    {
      name: 'supplier-answer',
      title: "Supplier's answer",
      description: 'What the supplier says to the signs found, with proof for what it denies.',
    },
    {
      name: 'corrective-plan',
      title: 'Corrective action plan',
      description:
        'What the supplier will change, by when, and how it is checked; or why nothing can be changed, so that the relationship must end.',
    },
  ],
};

/** What the regimes at issue ask for of such goods, in the order of the regimes. */
export function askedOf(
  regimes: readonly string[],
  commodityKey: string,
): readonly AskedDocument[] {
  return [...new Set(regimes)].toSorted().flatMap((regime) =>
    (byRegime[regime] ?? [])
      .filter(({ commodity }) => commodity?.test(commodityKey) ?? true)
      .map(({ name, title, description }) => ({
        id: `${regime}/${name}`,
        regime,
        title,
        description,
      })),
  );
}

/** The case's list to work through. `alerts` are those of the case whose regimes count. */
export function askedDocuments(
  { commodity }: CaseRecord,
  alerts: readonly CaseAlert[],
  documents: readonly CaseDocument[],
): readonly AskedAndAttached[] {
  return askedOf(regimesOf(alerts), commodity.key).map((asked) => ({
    ...asked,
    attached: documents.filter((document) => document.asked === asked.id),
  }));
}

export function regimesOf(alerts: readonly CaseAlert[]): readonly string[] {
  return alerts.flatMap(({ regimes }) => regimes.filter(isAtIssue).map(({ regime }) => regime));
}
