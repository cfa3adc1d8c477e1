/**
 * The console's files, for a browser. They hold no data and are open; whatever they show, they ask
 * for with the key of whoever uses them. Everything that is not a file of it is a page of it.
 */
import serveStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

export interface ConsoleFiles {
  /** Where the built console lies. */
  readonly directory: string;
  /** Origins beside this one that it may call: 'https://login.example.com'. */
  readonly connectTo?: readonly string[];
}

export const consolePath = '/console/';

export async function addConsole(app: FastifyInstance, files: ConsoleFiles): Promise<void> {
  const headers = {
    'content-security-policy': contentPolicy(files.connectTo ?? []),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    'referrer-policy': 'no-referrer',
    'x-frame-options': 'DENY',
  };
  await app.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.config = { ...route.config, open: true };
    });
    scope.addHook('onRequest', async (_request, reply) => {
      reply.headers(headers);
    });
    // Looked up when asked for, so that a console built anew is there without a restart.
    await scope.register(serveStatic, {
      root: files.directory,
      serve: false,
      dotfiles: 'ignore',
      cacheControl: false,
      // Names of assets change with what is in them. One that is gone is not to be kept as gone.
      setHeaders(reply, path) {
        const lasting = path.includes('/assets/');
        reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
    scope.get<{ Params: { '*': string } }>(`${consolePath}assets/*`, (request, reply) =>
      reply.sendFile(`assets/${request.params['*']}`),
    );
    // All else is the page, which reads the path.
    scope.get(`${consolePath}*`, (_request, reply) => reply.sendFile('index.html'));
    scope.get('/', (_request, reply) => reply.redirect(consolePath));
    scope.get(consolePath.slice(0, -1), (_request, reply) => reply.redirect(consolePath));
  });
}

function contentPolicy(connectTo: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    `connect-src ${["'self'", ...connectTo].join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}
