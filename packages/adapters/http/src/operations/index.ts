/** Every operation of the API, in the order of their paths. */
import type { Operation } from '../operation.ts';
import * as access from './access.ts';
import * as cases from './cases.ts';
import * as deliveries from './deliveries.ts';
import * as knowledge from './knowledge.ts';
import * as me from './me.ts';
import * as search from './search.ts';
import * as service from './service.ts';
import * as shipments from './shipments.ts';
import * as work from './work.ts';

export const operations: readonly Operation[] = [
  shipments,
  search,
  cases,
  knowledge,
  work,
  deliveries,
  me,
  access,
  service,
]
  .flatMap((group) =>
    Object.values(group).filter(
      (one): one is Operation => typeof one === 'object' && 'path' in one,
    ),
  )
  .toSorted((a, b) => (`${a.path} ${a.method}` < `${b.path} ${b.method}` ? -1 : 1));
