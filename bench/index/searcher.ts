/** A browser's script that searches: one connection kept open, a session's cookie, JSON asked for. */
import { Agent, request } from 'node:http';
import type { Session } from '../program/visitor.ts';

export interface Searched {
  milliseconds: number;
  status: number;
  body: string;
}

/** Searches with the fields of the form. Time counts from the call to the last byte. Throws when nobody answers. */
export type Searcher = (fields: Readonly<Record<string, string>>) => Promise<Searched>;

export function searcher(address: string, session: Session): Searcher {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const { hostname, port } = new URL(address);
  return (fields) => {
    const why = { reason: 'Answering a contact or referral', why: 'Measuring', _csrf: session.csrf };
    const payload = new URLSearchParams({ ...fields, ...why }).toString();
    const headers = {
      cookie: session.cookie,
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(payload),
    };
    const from = performance.now();
    return new Promise((resolve, reject) => {
      const going = request({ agent, hostname, port, path: '/people/find', method: 'POST', headers, timeout: 60_000 }, (response) => {
        const parts: Buffer[] = [];
        response
          .on('data', (part: Buffer) => parts.push(part))
          .on('error', reject)
          .on('end', () =>
            resolve({ milliseconds: performance.now() - from, status: response.statusCode ?? 0, body: Buffer.concat(parts).toString() }),
          );
      });
      going.on('error', reject).on('timeout', () => going.destroy(new Error('no answer in a minute')));
      going.end(payload);
    });
  };
}
