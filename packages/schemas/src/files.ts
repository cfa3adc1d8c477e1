/** What is generated, by file name. The same sources give the same bytes. */
import { buildOpenApi } from '@herkomst/adapter-http';
import { buildAsyncApi } from './async-api.ts';
import { publishedSchemas } from './published.ts';

export function schemaFile(name: string): string {
  return `${name}.schema.json`;
}

/** @param version of the release that they describe. */
export function buildFiles(version: string): ReadonlyMap<string, string> {
  const documents = [
    ...publishedSchemas.map(({ name, schema }) => [schemaFile(name), schema] as const),
    ['asyncapi.json', buildAsyncApi(version)] as const,
    ['openapi.json', buildOpenApi(version)] as const,
  ];
  return new Map(
    documents.map(([file, document]) => [file, `${JSON.stringify(document, null, 2)}\n`]),
  );
}
