import { afterAll, beforeAll, expect, test } from 'vitest';
import { startFilledServer, type Filled } from './authorisation/filled.testing.ts';
import { buildOpenApi } from './openapi.ts';
import { operations } from './operations/index.ts';

let filled: Filled;
beforeAll(async () => {
  filled = await startFilledServer();
});
afterAll(() => filled.server.close());

test('the document speaks of every route, with the action that it asks for', () => {
  const routes = filled.server.routes
    .filter(({ method, path }) => method !== 'HEAD' && !path.startsWith('/console'))
    .map(({ method, path, action }) => `${method} ${path} ${action ?? 'open'}`);
  const documented = operations.map(
    ({ method, path, action }) => `${method} ${path} ${action ?? 'open'}`,
  );
  expect(documented.toSorted()).toEqual(routes.toSorted());
});

test('each operation has a name of its own, and each path parameter stands in the document', () => {
  const { paths } = buildOpenApi('1.0.0') as {
    paths: Record<string, Record<string, { operationId: string; parameters: { name: string }[] }>>;
  };
  const all = Object.entries(paths).flatMap(([path, each]) =>
    Object.values(each).map((one) => ({ path, ...one })),
  );
  expect(new Set(all.map(({ operationId }) => operationId)).size).toBe(all.length);
  for (const { path, parameters } of all) {
    for (const [, name] of path.matchAll(/\{(\w+)\}/g)) {
      expect(
        parameters.map((one) => one.name),
        path,
      ).toContain(name);
    }
  }
});
