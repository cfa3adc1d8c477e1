/**
 * The factors: for each kind of sign, what it weighs. One block a finder; a finder reads its own
 * block and no other.
 */
import { z } from 'zod';
import { networkRulesSchema } from '../network/rules.ts';
import { partyRoles } from '../shipment/schema.ts';

const share = z.number().min(0).max(1);
const logOdds = z.number().min(-20).max(20);
/** Evidence that speaks against; the sign is part of the number. */
const against = z.number().min(-20).max(0);
const group = z.string();

/** How far a party's role ties it to the making of the goods, 0..1; a role left out counts 0. */
const roleShares = z.partialRecord(z.enum(partyRoles), share);

const entityFactors = {
  'entity.listed': z.strictObject({
    group,
    /** For a certain match of the maker itself. */
    weight: logOdds,
    roles: roleShares,
    /** A match less likely than this is left out. */
    leastProbability: share,
    /** A match only fit for review counts as at most this probable. */
    candidateProbability: share,
    /** Share of the weight where the entry or order is no longer, or not yet, in force. */
    notInForce: share,
    /** Share of the weight where an order names goods and these are others. */
    otherGoods: share,
  }),
  'entity.vessel-listed': z.strictObject({
    group,
    weight: logOdds,
    /** A vessel only named, without its IMO number, counts as at most this probable. */
    nameOnly: share,
    notInForce: share,
  }),
  'entity.shared-identity': z.strictObject({
    group,
    /** A registration number that a list entry bears: it is the same firm. */
    identifier: logOdds,
    /** A street address that a list entry has. */
    address: logOdds,
    phone: logOdds,
    roles: roleShares,
    /** Least share of an address's telling words that must be the same. */
    leastOverlap: share,
    notInForce: share,
    otherGoods: share,
  }),
};

const placeFactors = {
  'place.xinjiang': z.strictObject({
    group,
    /** Declared origin of the goods. */
    declaredOrigin: logOdds,
    /** An input named after its origin: 'Xinjiang cotton'. */
    inputOrigin: logOdds,
    /** A place written out in the address of a party. */
    address: logOdds,
    /** A place in the name of a party. */
    name: logOdds,
    /** The same where the name of another province stands before it. */
    brand: logOdds,
    /** A place in the description of the goods. */
    description: logOdds,
    /** A postcode, phone code or identifier that belongs to the region. */
    code: logOdds,
    /** A city of the region in a MID, whose three letters other cities share. */
    midCity: logOdds,
    /** Place of receipt or port in the region. */
    route: logOdds,
    /** A station at the border, where goods of other provinces are handed over too. */
    crossing: logOdds,
    /** Share for an address whose country field says that it lies elsewhere. */
    otherCountry: share,
    /** Share for a trader there, where the maker is named at a whole address elsewhere. */
    otherMaker: share,
    roles: roleShares,
  }),
  'labour.state-imposed': z.strictObject({
    group,
    /** The goods are declared as from there. */
    origin: logOdds,
    /** A party's address is there. */
    address: logOdds,
    /** Named in a party's name or the description of the goods. */
    text: logOdds,
    /** Received or loaded there. */
    route: logOdds,
    roles: roleShares,
  }),
};

const contradictionFactors = {
  'origin.maker-country': z.strictObject({ group, weight: logOdds }),
  'origin.uscc-province': z.strictObject({ group, weight: logOdds }),
  'origin.uscc-checksum': z.strictObject({ group, weight: logOdds }),
  'origin.postcode-province': z.strictObject({ group, weight: logOdds }),
  'origin.phone-province': z.strictObject({ group, weight: logOdds }),
  'origin.mid-mismatch': z.strictObject({
    group,
    /** The MID names another country than the address. */
    country: logOdds,
    /** Its last letters are no city of the address. */
    city: logOdds,
  }),
  'origin.loading-port': z.strictObject({
    group,
    /** Goods of another origin that are loaded in a country where labour is imposed. */
    otherOrigin: logOdds,
    /** Loaded far inland to the west though the maker sits by the sea. */
    detour: logOdds,
  }),
  'goods.misdescribed': z.strictObject({ group, weight: logOdds }),
  'goods.value-per-kg': z.strictObject({ group, weight: logOdds }),
};

const goodsFactors = {
  'goods.ordered': z.strictObject({
    group,
    /** Goods of a country that an order on a whole country or region bars. */
    country: logOdds,
  }),
  'goods.priority-sector': z.strictObject({
    group,
    /** Origin within the sector's scope, such as China. */
    inScope: logOdds,
    /** Other origins into which such inputs are known to flow. */
    asInput: logOdds,
  }),
  'goods.upstream-input': z.strictObject({
    group,
    /** Goods always made with a material of a priority sector, though their code is not in it. */
    always: logOdds,
    usual: logOdds,
    /** Share for origins outside the sector's scope. */
    elsewhere: share,
  }),
  'goods.country-good': z.strictObject({
    group,
    forcedLabour: logOdds,
    /** Made with an input that is listed for another country. */
    derived: logOdds,
  }),
};

const counterFactors = {
  'against.other-material': z.strictObject({ group, weight: against }),
  'against.maker-elsewhere': z.strictObject({
    group,
    /** Maker named with a valid registration that agrees with its address. */
    registered: against,
    /** Maker named with a whole address whose parts agree. */
    addressed: against,
  }),
  'against.inputs-known': z.strictObject({ group, weight: against }),
};

export const factorsSchema = z.strictObject({
  ...entityFactors,
  ...placeFactors,
  ...contradictionFactors,
  ...goodsFactors,
  'supply.network': networkRulesSchema,
  ...counterFactors,
});

export type Factors = z.infer<typeof factorsSchema>;
export type FactorName = keyof Factors;
