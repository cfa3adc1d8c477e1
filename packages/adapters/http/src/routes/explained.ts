/** All versions of a shipment, each with the page on it and the places it has to do with. */
import {
  explain,
  explainStored,
  placesOfShipment,
  type Assessment,
  type Coordinates,
  type Explanation,
  type Rulebook,
  type Shipment,
} from '@herkomst/core';
import type { ShipmentKey, StoredAssessment } from '@herkomst/runtime';
import type { FastifyInstance } from 'fastify';
import type { ShownExplanation } from '../contract/index.ts';
import { addOperation } from '../operation.ts';
import { explainShipment } from '../operations/search.ts';
import { fromEngine, notFound } from '../problem.ts';
import type { SearchParts, TenantData } from './alerts.ts';

export interface ExplainedParts {
  readonly dataOf: SearchParts['dataOf'];
  readonly rulebook: () => Rulebook;
  readonly coordinates: Coordinates;
}

export function addExplainedRoute(app: FastifyInstance, parts: ExplainedParts): void {
  addOperation(app, explainShipment, async ({ request, params: { id }, query }) => {
    const data = parts.dataOf(request);
    const keys = (await fromEngine(data.store.shipmentKeys(id))).filter(
      ({ source, declarationKind }) =>
        (query.source === undefined || query.source === source) &&
        (query.declarationKind === undefined || query.declarationKind === declarationKind),
    );
    if (keys.length === 0) throw notFound('No declaration of this shipment was assessed.');
    const versions = await fromEngine(Promise.all(keys.map((key) => versionsOf(parts, data, key))));
    return { rows: versions.flat() };
  });
}

async function versionsOf(
  { rulebook, coordinates }: ExplainedParts,
  { store, search }: TenantData,
  key: ShipmentKey,
) {
  const [versions, found] = await Promise.all([store.assessments(key), search.rowsOfShipment(key)]);
  const alerts = new Map(found.map(({ version, alertId }) => [version, alertId]));
  return versions.map((stored, nth) => {
    const { assessment, shipment, ...version } = read(stored);
    // Only the version that stands is worth the work of asking what would have to be otherwise.
    const page = nth === 0 ? explainStored(assessment, shipment, rulebook()) : explain(assessment);
    return {
      ...version,
      assessment,
      shipment,
      alertId: alerts.get(version.version) ?? null,
      explanation: withoutShipment(page),
      places: placesOfShipment(shipment, assessment, rulebook(), coordinates),
    };
  });
}

function read({ assessment, shipment, ...version }: StoredAssessment) {
  return {
    ...version,
    assessment: JSON.parse(assessment) as Assessment,
    shipment: JSON.parse(shipment) as Shipment,
  };
}

/** The shipment as it would have to be is told by the facts that differ. */
function withoutShipment({ counterfactual, ...page }: Explanation): ShownExplanation {
  if (counterfactual?.kind !== 'found') return { ...page, counterfactual };
  const { shipment: _shipment, ...shown } = counterfactual;
  return { ...page, counterfactual: shown };
}
