/** Calls the API and holds each answer against what its own OpenAPI document says of it. */
import formats from 'ajv-formats';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { expect } from 'vitest';

export interface DocumentedAnswer {
  readonly content?: Readonly<Record<string, { readonly schema?: object }>>;
}

export interface DocumentedParameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly schema: Readonly<Record<string, unknown>>;
}

export interface DocumentedOperation {
  readonly operationId: string;
  readonly parameters: readonly DocumentedParameter[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema?: object }>>;
  };
  readonly responses: Readonly<Record<string, DocumentedAnswer>>;
}

export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>;
  readonly components: object;
}

export interface Called {
  readonly status: number;
  readonly type: string;
  readonly body: unknown;
}

export interface Api {
  readonly document: OpenApi;
  /** Calls, and fails the test unless the answer is documented and is as its schema says. */
  call(method: string, path: string, init?: RequestInit): Promise<Called>;
  get(path: string): Promise<Called>;
  post(path: string, body: object): Promise<Called>;
  /** Operations that answered with a documented success so far. */
  readonly succeeded: ReadonlySet<string>;
}

export async function openApi(url: string, authorization: string): Promise<Api> {
  const document = (await (await fetch(`${url}/v1/openapi.json`)).json()) as OpenApi;
  const ajv = new Ajv2020({ strict: false, allErrors: false, logger: false });
  formats.default(ajv);
  ajv.addSchema({ $id: 'openapi', components: document.components });
  const templates = Object.entries(document.paths).map(([path, operations]) => ({
    // What stands in the path as it is goes before what stands for anything.
    literal: path.replaceAll(/\{\w+\}/g, '').length,
    pattern: new RegExp(
      `^${path.replaceAll('.', String.raw`\.`).replaceAll(/\{\w+\}/g, '[^/]+')}$`,
    ),
    operations,
  }));
  templates.sort((a, b) => b.literal - a.literal);
  const validators = new Map<object, ValidateFunction>();
  const validator = (schema: object): ValidateFunction => {
    const text = JSON.stringify(schema).replaceAll('"#/components/', '"openapi#/components/');
    const known = validators.get(schema) ?? ajv.compile(JSON.parse(text) as object);
    validators.set(schema, known);
    return known;
  };
  const succeeded = new Set<string>();

  async function call(method: string, path: string, init: RequestInit = {}): Promise<Called> {
    const response = await fetch(url + path, {
      ...init,
      method,
      headers: { authorization, ...(init.headers as Record<string, string> | undefined) },
    });
    const type = (response.headers.get('content-type') ?? '').split(';')[0] ?? '';
    const text = await response.text();
    const body: unknown =
      /^application\/(problem\+)?json$/.test(type) && text !== '' ? JSON.parse(text) : text;
    const { status } = response;
    const bare = path.split('?')[0] ?? '';
    const found = templates.find(({ pattern }) => pattern.test(bare));
    const operation = found?.operations[method.toLowerCase()];
    const said = `${method} ${path}: ${status} ${text.slice(0, 500)}`;
    expect(operation, `not documented: ${said}`).toBeDefined();
    const answer = operation?.responses[String(status)];
    expect(answer, `no such answer is documented: ${said}`).toBeDefined();
    const content = answer?.content?.[type];
    expect(content, `no such type is documented: ${type} ${said}`).toBeDefined();
    if (content?.schema !== undefined) {
      const validate = validator(content.schema);
      expect(validate(body), `${JSON.stringify(validate.errors?.slice(0, 3))} ${said}`).toBe(true);
    }
    if (status < 300 && operation !== undefined) succeeded.add(operation.operationId);
    return { status, type, body };
  }

  return {
    document,
    succeeded,
    call,
    get: (path) => call('GET', path),
    post: (path, body) =>
      call('POST', path, {
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
  };
}
