/** A police force's own system, as far as a measurement needs one: an issuer of tokens, a client known to the hub, and what it sends. */
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { Pool } from 'pg';

export interface PoliceSystem {
  token: string;
  end(): Promise<void>;
}

/** Starts an issuer and makes its one client known, with the scope to notify. The token is for `audience` and outlives any run. */
export async function startPoliceSystem(superuser: Pool, audience: string): Promise<PoliceSystem> {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: '1', alg: 'ES256', use: 'sig' };
  const server: Server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify(request.url === '/keys' ? { keys: [jwk] } : { issuer: issuerOf(server), jwks_uri: `${issuerOf(server)}/keys` }),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  await makeKnown(superuser, issuerOf(server));
  const seconds = Math.floor(Date.now() / 1_000);
  const token = await new SignJWT({ iss: issuerOf(server), sub: 'bench-police', aud: audience, scope: 'police.notify' })
    .setProtectedHeader({ alg: 'ES256', kid: '1' })
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + 7_200)
    .sign(privateKey);
  return {
    token,
    end: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close').catch(() => null);
    },
  };
}

const issuerOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

async function makeKnown(superuser: Pool, issuer: string): Promise<void> {
  const { rows } = await superuser.query<{ id: string }>(
    `insert into agency (name, agency_type, agreement_reference, agreement_signed_on, dpia_reference, live_from, clauses)
     values ('Police of the measurement', 'POLICE', 'ISA-B', current_date, 'DPIA-B', current_date, '{police-notifications}') returning id`,
  );
  await superuser.query(
    `insert into machine_client (agency_id, name, issuer, subject, scopes, calls_per_minute) values ($1, 'Measurement', $2, 'bench-police', '{police.notify}', 60000)`,
    [rows[0]?.id, issuer],
  );
}

const names = ['Ada', 'Bola', 'Cem', 'Dana', 'Eli', 'Femi', 'Gita', 'Hana', 'Ivo', 'Jia', 'Kofi', 'Lina'];
const families = ['Marsh', 'Okoro', 'Reed', 'Shah', 'Turner', 'Usman', 'Vance', 'Walsh', 'Young', 'Zhou', 'Adeyemi'];
const one = (from: readonly string[], at: number): string => from[at % from.length] ?? '';

/** The n-th notification: two adults and two children at a home of their own, told as an officer tells it. */
export function notificationOf(mark: string, n: number): Record<string, unknown> {
  const family = `${one(families, n)}${n}`;
  return {
    policeRef: `${mark}/${n}`,
    incidentAt: new Date(Date.now() - 3_600_000).toISOString(),
    reportedAt: new Date(Date.now() - 3_000_000).toISOString(),
    incidentType: 'DA',
    location: { line1: `${n} Measurement Road`, town: 'Harrow', postcode: `HA${(n % 9) + 1} ${n % 9}AB` },
    circumstances: 'Neighbours heard shouting and something breaking. The children were upstairs, awake. He had left when officers came.',
    persons: [
      { role: 'victim', givenName: one(names, n), familyName: family, phone: '020 7946 0000', safeContact: { never: ['letter'] } },
      { role: 'suspect', givenName: one(names, n + 3), familyName: one(families, n + 5) },
      { role: 'child present', givenName: one(names, n + 7), familyName: family, dateOfBirth: '2017-05-04' },
      { role: 'child not present', givenName: one(names, n + 9), familyName: family, ageInWords: 'about 12' },
    ],
    officerView: 'The second time this autumn.',
    dashRisk: one(['standard', 'medium', 'high'], n),
    actionTaken: 'A safety plan was left.',
  };
}
