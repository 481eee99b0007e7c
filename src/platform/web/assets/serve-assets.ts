import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Where the build put the assets: beside the compiled program, or in dist when run from source. */
const built = [new URL('../../../../assets/', import.meta.url), new URL('../../../../dist/assets/', import.meta.url)].map((url) =>
  fileURLToPath(url),
);

/** Serves `/assets/…`: names carry a hash of the content, so they are kept for a year. Absent before the first build. */
export async function serveAssets(app: FastifyInstance): Promise<void> {
  const root = built.find((folder) => existsSync(`${folder}manifest.json`));
  if (!root) return;
  await app.register(fastifyStatic, { root, prefix: '/assets/', immutable: true, maxAge: '365d', index: false, decorateReply: false });
}
