/**
 * The shipment as it is declared: the `data` of an `org.herkomst.shipment.declared.v1` event.
 *
 * Every object is strict. A field this schema does not know is refused with its path, because a
 * misspelt `manufacturerPartyld` that is silently dropped would take a manufacturer out of sight.
 */
import { z } from 'zod';
import { commodityCode, countryCode, dateTime, locode, subdivisionCode, text } from './code.ts';

export const partyRoles = [
  'manufacturer',
  'exporter',
  'seller',
  'supplier',
  'consignee',
  'importer',
  'buyer',
  'notify',
  'carrier',
  'declarant',
] as const;

export const identifierSchemes = ['USCC', 'EORI', 'LEI', 'DUNS', 'MID', 'OSID', 'VAT'] as const;

export const declarationKinds = ['import', 'entry-summary', 'manifest', 'purchase-order'] as const;

export const transportModes = [
  'sea',
  'air',
  'rail',
  'road',
  'post',
  'inland-waterway',
  'multimodal',
] as const;

export const addressSchema = z.strictObject({
  lines: z.array(text).max(20).default([]),
  city: text.optional(),
  region: text.optional(),
  postcode: text.optional(),
  country: countryCode.optional(),
});

export const identifierSchema = z.strictObject({
  scheme: z.enum(identifierSchemes),
  value: text,
});

export const partySchema = z.strictObject({
  partyId: text.optional(),
  role: z.enum(partyRoles),
  name: text,
  otherNames: z.array(text).max(50).default([]),
  address: addressSchema.optional(),
  identifiers: z.array(identifierSchema).max(50).default([]),
  phone: text.optional(),
});

export const itemSchema = z.strictObject({
  lineNumber: z.int().min(1),
  commodityCode,
  description: text,
  countryOfOrigin: countryCode.optional(),
  regionOfOrigin: subdivisionCode.optional(),
  manufacturerPartyId: text.optional(),
  quantity: z.strictObject({ value: z.number().nonnegative(), unit: text }).optional(),
  grossMassKg: z.number().nonnegative().optional(),
  value: z
    .strictObject({
      amount: z.number().nonnegative(),
      currency: z.string().regex(/^[A-Z]{3}$/, 'expected an ISO 4217 currency code such as "EUR"'),
    })
    .optional(),
});

export const transportSchema = z.strictObject({
  mode: z.enum(transportModes),
  billOfLading: text.optional(),
  masterBillOfLading: text.optional(),
  vessel: z
    .strictObject({
      name: text,
      imo: z
        .string()
        .regex(/^\d{7}$/, 'expected a seven-digit IMO ship number')
        .optional(),
    })
    .optional(),
  voyage: text.optional(),
  placeOfReceipt: locode.optional(),
  portOfLoading: locode.optional(),
  transhipmentPorts: z.array(locode).max(50).default([]),
  portOfDischarge: locode.optional(),
  departedAt: dateTime.optional(),
  estimatedArrivalAt: dateTime.optional(),
  containers: z.array(text).max(5000).default([]),
});

export const declarationSchema = z.strictObject({
  kind: z.enum(declarationKinds),
  mrn: text.optional(),
  jurisdiction: countryCode,
  lodgedAt: dateTime.optional(),
});

export const shipmentSchema = z
  .strictObject({
    shipmentId: text,
    declaration: declarationSchema,
    transport: transportSchema,
    parties: z.array(partySchema).min(1, 'expected at least one party').max(500),
    items: z.array(itemSchema).min(1, 'expected at least one item').max(5000),
  })
  .superRefine((shipment, context) => {
    const partyIds = new Set<string>();
    shipment.parties.forEach((party, index) => {
      if (party.partyId === undefined) return;
      if (partyIds.has(party.partyId)) {
        context.addIssue({
          code: 'custom',
          path: ['parties', index, 'partyId'],
          message: `two parties have the partyId "${party.partyId}"`,
        });
      }
      partyIds.add(party.partyId);
    });
    const lineNumbers = new Set<number>();
    shipment.items.forEach((item, index) => {
      if (lineNumbers.has(item.lineNumber)) {
        context.addIssue({
          code: 'custom',
          path: ['items', index, 'lineNumber'],
          message: `two items have the line number ${item.lineNumber}`,
        });
      }
      lineNumbers.add(item.lineNumber);
      if (item.manufacturerPartyId !== undefined && !partyIds.has(item.manufacturerPartyId)) {
        context.addIssue({
          code: 'custom',
          path: ['items', index, 'manufacturerPartyId'],
          message: `no party has the partyId "${item.manufacturerPartyId}"`,
        });
      }
    });
  });

export type Shipment = z.infer<typeof shipmentSchema>;
export type ShipmentParty = Shipment['parties'][number];
export type ShipmentItem = Shipment['items'][number];
export type PartyRole = ShipmentParty['role'];
export type PartyIdentifier = ShipmentParty['identifiers'][number];
export type PartyAddress = NonNullable<ShipmentParty['address']>;
