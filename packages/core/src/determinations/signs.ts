/** What claims say on any law: a settled link to imposed labour, a sign of one, or a mere risk. */
import type { Claim } from '../findings/finder.ts';
import { isSupplier } from '../findings/words.ts';

/** 'link' settles it; 'sign' points to it; 'risk' is of the goods; 'none' says nothing of labour. */
export type ClaimStrength = 'link' | 'sign' | 'risk' | 'none';

export function strengthOf(claim: Claim): ClaimStrength {
  switch (claim.kind) {
    case 'listed-entity':
      return claim.automatic &&
        claim.inForce &&
        claim.goodsCovered &&
        (claim.role === 'vessel' || isSupplier({ role: claim.role }))
        ? 'link'
        : 'sign';
    case 'shared-identity':
      return claim.by === 'identifier' &&
        claim.inForce &&
        claim.goodsCovered &&
        isSupplier({ role: claim.role })
        ? 'link'
        : 'sign';
    case 'region':
    case 'state-labour':
      return claim.tie === 'other' ? 'sign' : 'link';
    case 'ordered-goods':
      return claim.inForce ? 'link' : 'sign';
    case 'supply-link':
      return claim.sure && claim.inForce && claim.goodsCovered ? 'link' : 'sign';
    case 'risk-goods':
      return 'risk';
    case 'oddity':
    case 'counter':
      return 'none';
  }
}
