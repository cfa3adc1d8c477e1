/** Work that takes a while: files, backtests; and what it comes to. */
import { z } from 'zod';
import {
  backtestSchema,
  filesQuerySchema,
  fileSchema,
  filesSchema,
  newBacktestSchema,
  newFileQuerySchema,
  publishRulebookSchema,
  rulebookSchema,
  startedBacktestSchema,
  startedFileSchema,
  statisticsQuerySchema,
  statisticsSchema,
} from '../contract/index.ts';
import { operation } from '../operation.ts';
import {
  badBody,
  badQuery,
  notThere,
  problem,
  refusedBody,
  tooLarge,
  wrongType,
} from './answers.ts';

const files = 'Shipments';
const rules = 'Rulebook';

export const fileTypes = [
  'text/csv',
  'text/tab-separated-values',
  'application/x-ndjson',
  'application/ndjson',
  'application/json',
  'application/gzip',
  'application/octet-stream',
  'text/plain',
] as const;

export const takeFile = operation({
  method: 'POST',
  path: '/v1/files',
  action: 'submit-shipments',
  tag: files,
  summary: 'Takes a file of shipments: CSV, NDJSON or JSON, also gzipped.',
  query: newFileQuerySchema,
  body: { types: fileTypes, description: 'The file as it is.' },
  answers: {
    202: { description: 'It is taken; ask how far it has got.', schema: startedFileSchema },
    400: badQuery,
    413: tooLarge,
    415: wrongType,
  },
});

export const getFile = operation({
  method: 'GET',
  path: '/v1/files/:id',
  action: 'read',
  tag: files,
  summary: 'How far the work on a file has got.',
  params: { id: z.string() },
  answers: { 200: { description: 'The file.', schema: fileSchema }, 404: notThere },
});

export const listFiles = operation({
  method: 'GET',
  path: '/v1/files',
  action: 'read',
  tag: files,
  summary: 'Files taken, the last one first.',
  query: filesQuerySchema,
  answers: { 200: { description: 'A page of them.', schema: filesSchema }, 400: badQuery },
});

export const getStatistics = operation({
  method: 'GET',
  path: '/v1/statistics',
  action: 'read',
  tag: 'Alerts and assessments',
  summary:
    'How much was screened and what came of it, by day, origin, commodity, regime and finding.',
  query: statisticsQuerySchema,
  answers: { 200: { description: 'The counts.', schema: statisticsSchema }, 400: badQuery },
});

export const getRulebook = operation({
  method: 'GET',
  path: '/v1/rulebook',
  action: 'read',
  tag: rules,
  summary: 'The rulebook in force.',
  answers: { 200: { description: 'The rulebook.', schema: rulebookSchema } },
});

export const startBacktest = operation({
  method: 'POST',
  path: '/v1/rulebook/backtests',
  action: 'backtest',
  tag: rules,
  summary: 'Tries another rulebook on what is stored.',
  body: { types: ['application/json'], schema: newBacktestSchema },
  answers: {
    202: { description: 'It runs; ask how far it has got.', schema: startedBacktestSchema },
    400: badBody,
    409: problem('Another backtest runs.'),
    413: tooLarge,
    415: wrongType,
    422: refusedBody,
  },
});

export const getBacktest = operation({
  method: 'GET',
  path: '/v1/rulebook/backtests/:id',
  action: 'read',
  tag: rules,
  summary: 'How far a backtest has got, and what it found.',
  params: { id: z.string() },
  answers: { 200: { description: 'The backtest.', schema: backtestSchema }, 404: notThere },
});

export const publishRulebook = operation({
  method: 'POST',
  path: '/v1/rulebook',
  action: 'publish-rulebook',
  tag: rules,
  summary: 'Puts a rulebook in force that was tried.',
  body: { types: ['application/json'], schema: publishRulebookSchema },
  answers: {
    200: { description: 'It is in force.', schema: rulebookSchema },
    400: badBody,
    404: notThere,
    409: problem('It was not tried, or not against the rulebook in force.'),
    413: tooLarge,
    415: wrongType,
    422: refusedBody,
  },
});
