/**
 * The rulebook: every weight and threshold that screening uses, as data a compliance team can read,
 * change and version. Nothing that decides a verdict is written anywhere else.
 *
 * Weights are log-odds. As a guide: +0.7 doubles the odds of forced labour, +2.3 makes them tenfold,
 * +4.6 a hundredfold; negative weights speak against.
 */
import { z } from 'zod';
import { factorsSchema } from './factors.ts';

export type { FactorName } from './factors.ts';

const probability = z.number().gt(0).lt(1);
const share = z.number().min(0).max(1);

export const severities = ['low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof severities)[number];

export const rulebookSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]*$/, 'expected a name in lower case, such as "standard"'),
    version: z.string().min(1),
    title: z.string().min(1),
    /** Share of shipments of unknown kind that we take to be tainted before looking. */
    baseRate: probability,
    /**
     * Turns the sum of log-odds into a probability that holds: logistic(intercept + slope × sum).
     * Fitted on labelled shipments (see assessment/calibrate.ts); slope 1 and intercept 0 take the
     * weights at their word.
     */
    calibration: z.strictObject({
      slope: z.number().gt(0).max(5),
      intercept: z.number().min(-10).max(10),
    }),
    thresholds: z.strictObject({ review: probability, alert: probability }),
    /** Least score for each severity; an alert below all of them is 'low'. */
    severity: z.strictObject({ medium: probability, high: probability, critical: probability }),
    /**
     * Evidence that tells the same story is grouped. In a group the strongest piece counts in full,
     * each further one `damping` times the one before, and the whole at most `cap`, on either side
     * of zero.
     */
    groups: z.record(z.string(), z.strictObject({ cap: z.number().positive(), damping: share })),
    factors: factorsSchema,
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
