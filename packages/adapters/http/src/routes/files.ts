/** Files handed in whole. Their bytes go to the desk as they come, and are not held here. */
import type { FileDesk, FileProgress as Progress } from '@herkomst/runtime';
import type { FastifyInstance } from 'fastify';
import type { FileProgress } from '../contract/index.ts';
import { addOperation } from '../operation.ts';
import { fileTypes, getFile, listFiles, takeFile } from '../operations/work.ts';
import { pageRequest, writePage } from '../page.ts';
import { badRequest, fromEngine, notFound, tooLarge, unsupportedMediaType } from '../problem.ts';

const takenTypes: ReadonlySet<string> = new Set(fileTypes);

export async function addFileRoutes(app: FastifyInstance, desk: FileDesk): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));

    addOperation(
      scope,
      takeFile,
      async ({ request, reply, query: { name }, by }) => {
        const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
        if (type === undefined || !takenTypes.has(type)) {
          throw unsupportedMediaType('The content type is not one that files can be sent in.');
        }
        const content = request.body as AsyncIterable<Uint8Array> | undefined;
        if (content === undefined) throw badRequest('The body is empty.');
        const taken = await fromEngine(desk.take(by, name, content));
        if (taken.kind === 'too-large') throw tooLarge('The file is larger than allowed.');
        return reply.status(202).send({ fileId: taken.fileId });
      },
      // The desk counts the bytes as they come.
      { bodyLimit: Number.MAX_SAFE_INTEGER },
    );
  });

  addOperation(app, getFile, async ({ params: { id }, by }) => {
    const file = await fromEngine(desk.file(by.tenant, id));
    if (file === null) throw notFound('No file has this id.');
    return write(file);
  });

  addOperation(app, listFiles, async ({ query: { limit, after }, by }) =>
    writePage(await fromEngine(desk.files(by.tenant, pageRequest(limit, after))), write),
  );
}

function write({ sources, refused, ...file }: Progress): FileProgress {
  return { ...file, sources: [...sources], refused: [...refused] };
}
