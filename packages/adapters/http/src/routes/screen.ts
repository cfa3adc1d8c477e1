/** Screens at once, and keeps nothing. */
import type { Assessment, Shipment } from '@herkomst/core';
import type { FastifyInstance } from 'fastify';
import { readEntries, refuseIfNone, type Limits } from './shipments.ts';

export type Assess = (shipment: Shipment) => Assessment;

export function addScreenRoute(app: FastifyInstance, assess: Assess, limits: Limits): void {
  app.route({
    method: 'POST',
    url: '/v1/screen',
    config: { action: 'screen' },
    handler: async (request) => {
      const entries = await readEntries(request, limits);
      const assessments = entries.flatMap(({ position, reading }) => {
        if (reading.kind === 'invalid') return [];
        const { id, source, shipment } = reading.event;
        return [{ position, id, source, assessment: assess(shipment) }];
      });
      const rejected = entries.flatMap(({ position, reading }) =>
        reading.kind === 'invalid'
          ? [{ position, code: reading.code, faults: reading.faults }]
          : [],
      );
      refuseIfNone(entries, rejected);
      return { assessments, rejected };
    },
  });
}
