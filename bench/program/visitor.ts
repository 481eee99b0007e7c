/** A browser as far as a measurement needs one: keep-alive, a session's cookie, forms. Follows no redirect. */
import { Agent, request, type IncomingHttpHeaders } from 'node:http';

export interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
  milliseconds: number;
}
export interface Session {
  staffId: string;
  role: string;
  cookie: string;
  csrf: string;
}

const keepAlive = new Agent({ keepAlive: true, maxSockets: 200 });

/** Sends one request. Throws what the operating system says when nobody answers. Time counts from the call to the last byte. */
export function ask(
  address: string,
  path: string,
  session: Session | null,
  form: Readonly<Record<string, string>> | null = null,
): Promise<Reply> {
  const from = performance.now();
  const payload = form === null ? null : new URLSearchParams(form).toString();
  return new Promise((resolve, reject) => {
    const going = request(
      `${address}${path}`,
      {
        agent: keepAlive,
        method: payload === null ? 'GET' : 'POST',
        timeout: 30_000,
        headers: {
          ...(session ? { cookie: session.cookie } : {}),
          ...(payload === null
            ? {}
            : { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(payload) }),
        },
      },
      (response) => {
        const parts: Buffer[] = [];
        response
          .on('data', (part: Buffer) => parts.push(part))
          .on('error', reject)
          .on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: Buffer.concat(parts).toString(),
              milliseconds: performance.now() - from,
            }),
          );
      },
    );
    going.on('error', reject).on('timeout', () => going.destroy(new Error('no answer in 30 seconds')));
    going.end(payload ?? undefined);
  });
}

const entities: Readonly<Record<string, string>> = { '&quot;': '"', '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** What the hidden fields of a page hold, as the browser would send them again. */
export function hiddenFields(page: string): Record<string, string> {
  const found = [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"\/?>/g)];
  return Object.fromEntries(
    found.map(([, name = '', value = '']) => [name, value.replaceAll(/&(?:quot|amp|lt|gt);/g, (entity) => entities[entity] ?? entity)]),
  );
}
