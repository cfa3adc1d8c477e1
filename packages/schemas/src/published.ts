/** Every document that the world outside reads or writes, by the file its schema is published as. */
import { cloudEventSchema } from '@herkomst/core';
import { documents } from '@herkomst/runtime';
import { inputSchema, outputSchema, type JsonSchema } from './json-schema.ts';

/** 'input': others write it and we read it. 'output': we write it and others read it. */
export type Direction = 'input' | 'output';

export interface PublishedSchema {
  /** Stands in file names and in AsyncAPI. */
  readonly name: string;
  readonly direction: Direction;
  readonly schema: JsonSchema;
}

export const publishedSchemas: readonly PublishedSchema[] = [
  {
    name: 'shipment-declared.v1',
    direction: 'input',
    schema: inputSchema(cloudEventSchema, {
      title: 'Shipment declared',
      description:
        'A shipment as it was declared, in a CloudEvents envelope. Beyond this schema, partyIds and line numbers must differ within a shipment, and a manufacturerPartyId must name one of its parties.',
    }),
  },
  {
    name: 'alert-raised.v1',
    direction: 'output',
    schema: outputSchema(documents.alertRaisedSchema, {
      title: 'Alert raised',
      description: 'The evidence on a declared shipment suffices to act.',
    }),
  },
  {
    name: 'alert-withdrawn.v1',
    direction: 'output',
    schema: outputSchema(documents.alertWithdrawnSchema, {
      title: 'Alert withdrawn',
      description: 'A corrected declaration no longer calls for an alert that was raised.',
    }),
  },
  {
    name: 'digest.v1',
    direction: 'output',
    schema: outputSchema(documents.noticeDigestSchema, {
      title: 'Digest',
      description: 'Many notices in one, for a receiver that is told at set times.',
    }),
  },
  {
    name: 'assessment.v1',
    direction: 'output',
    schema: outputSchema(documents.assessmentSchema, {
      title: 'Assessment',
      description: 'What screening says of one declared shipment, and everything it rests on.',
    }),
  },
  {
    name: 'assessment-made.v1',
    direction: 'output',
    schema: outputSchema(documents.assessmentMadeSchema, {
      title: 'Assessment made',
      description: 'A declared shipment was assessed; one record a version.',
    }),
  },
  {
    name: 'dead-letter-added.v1',
    direction: 'output',
    schema: outputSchema(documents.deadLetterAddedSchema, {
      title: 'Dead letter added',
      description: 'Something could not be used and was set aside with its bytes.',
    }),
  },
];
