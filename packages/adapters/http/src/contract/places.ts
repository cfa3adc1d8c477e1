/** Where places lie, to be drawn on a map. */
import { z } from 'zod';

export const placeSchema = z.strictObject({
  id: z.string().describe("'country:CN', 'division:CN-65', 'xinjiang:653224', 'port:CNTAO'."),
  title: z.string(),
  level: z.string().describe("'country', 'province', 'prefecture', 'county', 'port', ..."),
  country: z.string(),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  precision: z
    .enum(['point', 'area'])
    .describe('"area": the middle of a country or division, not where the thing itself is.'),
});

/** A place that a shipment has to do with. */
export const shipmentPlaceSchema = z.strictObject({
  path: z.string().describe("Where the declaration says so: 'data.parties[0].address'."),
  role: z
    .string()
    .describe(
      "A party's role, 'origin', 'place of receipt', 'loading', 'transhipment', 'discharge'.",
    ),
  text: z.string().describe('As declared.'),
  place: placeSchema.nullable().describe('Null where nobody knows where it lies.'),
  /** Findings that rest on it. */
  findings: z.array(z.string()).describe('Ids of the findings that rest on this path.'),
});

export type PlaceDocument = z.infer<typeof placeSchema>;
export type ShipmentPlace = z.infer<typeof shipmentPlaceSchema>;
