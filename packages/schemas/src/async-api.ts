/** The topics and messages as an AsyncAPI 3.0 document. */
import { assessmentsTopic, deadLettersTopic, shipmentsTopic } from '@herkomst/runtime';
import type { JsonSchema } from './json-schema.ts';
import { publishedSchemas } from './published.ts';

const contentType = 'application/cloudevents+json; charset=UTF-8';

export function buildAsyncApi(version: string): JsonSchema {
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Herkomst',
      version,
      description: 'Screens imports for forced labour: shipments in, explained alerts out.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    defaultContentType: contentType,
    channels: {
      shipments: {
        address: shipmentsTopic,
        title: 'Shipments',
        description:
          'Declared shipments. Intake appends them here, with the extension attributes herkomsttenant (whose they are; none means the tenant default), herkomstreceivedat (when it took them in) and traceparent. Whoever writes to the topic directly must use the same key, or a correction may overtake what it corrects.',
        messages: { shipmentDeclared: messageReference('shipmentDeclared') },
      },
      alerts: {
        address: null,
        title: 'Alerts',
        description:
          'Sent by HTTP POST to webhooks, signed by Standard Webhooks: webhook-id repeats the id of the event, at every attempt. Also written to the topics and queues of the receivers file (HERKOMST_RECEIVERS), with the same id as the header idempotency-key of a record and as the id of a job. Receivers with a digest get digests.',
        messages: {
          alertRaised: messageReference('alertRaised'),
          alertWithdrawn: messageReference('alertWithdrawn'),
          digest: messageReference('digest'),
        },
      },
      assessments: {
        address: assessmentsTopic,
        title: 'Assessments',
        description:
          'Every version that is stored, in distributed mode (HERKOMST_KAFKA_PUBLISH). A record may come twice, with the same id, which its header idempotency-key repeats.',
        messages: { assessmentMade: messageReference('assessmentMade') },
      },
      deadLetters: {
        address: deadLettersTopic,
        title: 'Dead letters',
        description:
          'What was set aside, with its bytes, in distributed mode (HERKOMST_KAFKA_PUBLISH). A record may come twice, with the same id, which its header idempotency-key repeats.',
        messages: { deadLetterAdded: messageReference('deadLetterAdded') },
      },
    },
    operations: {
      takeShipments: {
        action: 'receive',
        channel: { $ref: '#/channels/shipments' },
        summary: 'Screens each shipment, in the order of its key.',
      },
      tellOfAlerts: {
        action: 'send',
        channel: { $ref: '#/channels/alerts' },
        summary: 'Tells of each alert at least once.',
      },
      publishAssessments: {
        action: 'send',
        channel: { $ref: '#/channels/assessments' },
        summary: 'Writes each version at least once, those of one key in their order.',
      },
      publishDeadLetters: {
        action: 'send',
        channel: { $ref: '#/channels/deadLetters' },
        summary: 'Writes each dead letter at least once.',
      },
    },
    components: {
      messages: {
        shipmentDeclared: {
          ...message('shipment-declared.v1'),
          bindings: kafkaKey(
            'JSON array of the source, the shipmentId and the kind of the declaration, without white space.',
          ),
        },
        alertRaised: message('alert-raised.v1'),
        alertWithdrawn: message('alert-withdrawn.v1'),
        digest: message('digest.v1'),
        assessmentMade: {
          ...message('assessment-made.v1'),
          bindings: kafkaKey('As of the shipment that was assessed.'),
        },
        deadLetterAdded: {
          ...message('dead-letter-added.v1'),
          bindings: kafkaKey('The id of the dead letter.'),
        },
      },
    },
  };
}

function kafkaKey(description: string): JsonSchema {
  return { kafka: { key: { type: 'string', description }, bindingVersion: '0.5.0' } };
}

function messageReference(name: string): JsonSchema {
  return { $ref: `#/components/messages/${name}` };
}

function message(name: string): JsonSchema {
  const published = publishedSchemas.find((one) => one.name === name);
  if (published === undefined) throw new Error(`no schema is called "${name}"`);
  const { $schema: _, title, description, ...schema } = published.schema;
  return { name, title, summary: description, contentType, payload: schema };
}
