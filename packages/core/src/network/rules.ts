/**
 * The part of the rulebook that says how far taint passes along a supply network. Every share is of
 * one step; a path holds with the product of its steps, so distance weighs by itself.
 */
import { z } from 'zod';
import { partyRoles } from '../shipment/schema.ts';

const share = z.number().min(0).max(1);
/** Below one: a step that cost nothing would let taint run in circles. */
const pass = z.number().gt(0).lt(1);
const years = z.number().positive().max(100);

export const networkRulesSchema = z.strictObject({
  group: z.string(),
  /** Log-odds for goods certain to hold an input of a listed maker or region. */
  weight: z.number().min(-20).max(20),
  /** How far a party's role ties it to the making of the goods; a role left out counts 0. */
  roles: z.partialRecord(z.enum(partyRoles), share),
  /** Share for a party that only sells, where the maker of the goods is named and is another. */
  otherMaker: share,
  /** Share of the weight where the list entry is no longer, or not yet, in force. */
  notInForce: share,
  /** A firm named in another source for forced labour, on none of the lists, starts with this. */
  namedElsewhere: share,
  /** Least probability with which a company of the network is taken for a list entry. */
  leastProbability: share,
  /** Paths that hold with less are not kept. */
  leastStrength: z.number().gt(0).lt(1),
  /** Paths kept for each company and kind of goods, from different origins. */
  pathsKept: z.int().min(1).max(10),
  passes: z.strictObject({
    supplies: pass,
    /** Supplies through others that the source leaves out. */
    subSupplier: pass,
    /** From the owner to what it owns. */
    owned: pass,
    /** From what is owned to its owner. */
    owner: pass,
    /** Either way between one who controls a firm and the firm. */
    controls: pass,
    /** One firm under two entries, or renamed. */
    sameAs: pass,
    /** Two entries with one name and country, of which at most one bears an identifier. */
    sameName: pass,
    sharedAddress: pass,
    sharedPhone: pass,
    /** A link of a kind the source does not tell. */
    associated: pass,
  }),
  /** For a supply whose share of the customer's goods is not known. */
  unknownShare: share,
  /** For a supply of next to nothing; rises evenly to one for the whole. */
  leastShare: share,
  /** For a supply of which nobody says what goods it is. */
  unknownGoods: share,
  /** Doubt left, after each shipment, in a supply that is only inferred from shipments. */
  inferredDoubt: share,
  /** A link last seen so many years ago is taken to go on still. */
  presumedYears: years,
  /** After a link ended, or could be presumed to, what it passes halves in so many years. */
  halfLifeYears: years,
  /** How far a party of a shipment is taken for a company of the network. */
  party: z.strictObject({
    identifier: share,
    /** One name and one country. */
    name: share,
    /** One name, where either gives no country. */
    nameOnly: share,
    /** Times this where several companies bear the name. */
    namesake: share,
  }),
});

export type NetworkRules = z.infer<typeof networkRulesSchema>;
