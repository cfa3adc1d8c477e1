/**
 * The rulebook: every weight and threshold that screening uses, as data a compliance team can read,
 * change and version. Nothing that decides a verdict is written anywhere else.
 *
 * Weights are log-odds. As a guide: +0.7 doubles the odds of forced labour, +2.3 makes them tenfold,
 * +4.6 a hundredfold; negative weights speak against.
 */
import { z } from 'zod';
import { networkRulesSchema } from '../network/rules.ts';
import { partyRoles } from '../shipment/schema.ts';

const probability = z.number().gt(0).lt(1);
const factor01 = z.number().min(0).max(1);
const logOdds = z.number().min(-20).max(20);

export const severities = ['low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof severities)[number];

/** How far a party's role ties it to the making of the goods, 0..1; a role left out counts 0. */
const roleShares = z.partialRecord(z.enum(partyRoles), factor01);

export const rulebookSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]*$/, 'expected a name in lower case, such as "standard"'),
    version: z.string().min(1),
    title: z.string().min(1),
    /** Share of shipments of unknown kind that we take to be tainted before looking. */
    baseRate: probability,
    thresholds: z.strictObject({ review: probability, alert: probability }),
    /** Least score for each severity; an alert below all of them is 'low'. */
    severity: z.strictObject({ medium: probability, high: probability, critical: probability }),
    /**
     * Evidence that tells the same story is grouped. In a group the strongest piece counts in full,
     * each further one `damping` times the one before, and the whole at most `cap`.
     */
    groups: z.record(z.string(), z.strictObject({ cap: z.number().positive(), damping: factor01 })),
    factors: z.strictObject({
      'entity.listed': z.strictObject({
        group: z.string(),
        /** For a certain match of the maker itself. */
        weight: logOdds,
        roles: roleShares,
        /** A match less likely than this is left out. */
        leastProbability: factor01,
        /** A match only fit for review counts as at most this probable. */
        candidateProbability: factor01,
        /** Share of the weight where the entry or order is no longer, or not yet, in force. */
        notInForce: factor01,
        /** Share of the weight where an order names goods and these are others. */
        otherGoods: factor01,
      }),
      'entity.vessel-listed': z.strictObject({ group: z.string(), weight: logOdds }),
      'place.xinjiang': z.strictObject({
        group: z.string(),
        /** Declared origin of the goods. */
        declaredOrigin: logOdds,
        /** A place written out in the address of a party. */
        address: logOdds,
        /** A place in the name of a party. */
        name: logOdds,
        /** A place in the description of the goods. */
        description: logOdds,
        /** A postcode, phone code or identifier that belongs to the region. */
        code: logOdds,
        /** Place of receipt or port in the region. */
        route: logOdds,
        roles: roleShares,
      }),
      'goods.ordered': z.strictObject({
        group: z.string(),
        /** Goods of a country that an order on a whole country or region bars. */
        country: logOdds,
      }),
      'goods.priority-sector': z.strictObject({
        group: z.string(),
        /** Origin within the sector's scope, such as China. */
        inScope: logOdds,
        /** Other origins into which such inputs are known to flow. */
        asInput: logOdds,
      }),
      'goods.country-good': z.strictObject({
        group: z.string(),
        forcedLabour: logOdds,
        /** Made with an input that is listed for another country. */
        derived: logOdds,
      }),
      'supply.network': networkRulesSchema,
    }),
  })
  .superRefine((rulebook, context) => {
    for (const [name, factor] of Object.entries(rulebook.factors)) {
      if (!(factor.group in rulebook.groups)) {
        context.addIssue({
          code: 'custom',
          path: ['factors', name, 'group'],
          message: `no group is called "${factor.group}"`,
        });
      }
    }
    const { review, alert } = rulebook.thresholds;
    if (review > alert) {
      context.addIssue({
        code: 'custom',
        path: ['thresholds', 'review'],
        message: 'the threshold for review is above the one for alert',
      });
    }
    const { medium, high, critical } = rulebook.severity;
    if (medium > high || high > critical) {
      context.addIssue({
        code: 'custom',
        path: ['severity'],
        message: 'severities must rise from medium over high to critical',
      });
    }
  });

export type RulebookDefinition = z.infer<typeof rulebookSchema>;
export type FactorName = keyof RulebookDefinition['factors'];
