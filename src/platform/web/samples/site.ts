/** A small web site of the sample pages, under the product's own content security policy, for tests in a real browser. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { stylesheet } from '../assets/build.ts';
import { document } from '../layout.tsx';
import { nonce } from './around.tsx';
import { samplePages } from './pages.tsx';

/** Where Debian puts Chromium; the browser tests are left out where it is missing. */
export const chromium = '/usr/bin/chromium';
export const hasChromium = existsSync(chromium);

const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`;
const assets = new URL('../assets/', import.meta.url);
const govuk = new URL('../../../../node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.js', import.meta.url);

const css = stylesheet();

function asset(path: string): { type: string; body: string } {
  const name = path.replace('/assets/', '').replace(/-[0-9a-f]{10}(?=\.)/, '');
  if (name.endsWith('.css')) return { type: 'text/css', body: css };
  if (name.endsWith('.svg')) return { type: 'image/svg+xml', body: readFileSync(new URL(name, assets), 'utf8') };
  if (name === 'govuk-frontend.js') return { type: 'text/javascript', body: readFileSync(govuk, 'utf8') };
  return {
    type: 'text/javascript',
    body: stripTypeScriptTypes(readFileSync(new URL(`browser/${name.replace(/js$/, 'ts')}`, assets), 'utf8')),
  };
}

export type SampleSite = { address: string; drafts: URLSearchParams[]; failDrafts: boolean; close: () => void };

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

async function answer(site: SampleSite, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  if (path.startsWith('/assets/')) {
    const { type, body } = asset(path);
    response.setHeader('content-type', type).end(body);
  } else if (path === '/drafts/save') {
    const words = new URLSearchParams(await bodyOf(request));
    if (site.failDrafts) return void response.writeHead(503).end();
    site.drafts.push(words);
    response
      .setHeader('content-type', 'application/json')
      .end(JSON.stringify({ saved: 'Saved 14:02, only you can see this until you submit' }));
  } else {
    const page = samplePages[path.slice(1)];
    response.setHeader('content-type', 'text/html; charset=utf-8').setHeader('content-security-policy', policy);
    response.writeHead(page ? 200 : 404).end(page ? document(page) : '<!DOCTYPE html><title>Nothing here</title>');
  }
}

/** Starts the site on a free port of this machine. */
export async function openSampleSite(): Promise<SampleSite> {
  const site: SampleSite = { address: '', drafts: [], failDrafts: false, close: () => server.close() };
  const server = createServer((request, response) => void answer(site, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  site.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return site;
}
