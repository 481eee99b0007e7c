import { createServer, type Server } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { signInTrial, type SignInTrial } from '../../../platform/identity/sign-in-trial.ts';
import { peopleRoom } from '../room.ts';
import { searchRow } from '../search-keys.ts';

/** For tests: the real server with the people room, an issuer of tokens, and a partner's system with an agreement. */
export interface MachineTrial extends SignInTrial {
  agencyId: string;
  clientId: string;
  token(scope?: string, subject?: string): Promise<string>;
  /** Someone of the index with search keys: names, date, number, home; the rest as given. */
  child(facts?: Child): Promise<string>;
  ask(path: string, body?: unknown, more?: { scope?: string; subject?: string; type?: string }): Promise<Response>;
  agree(change: Record<string, unknown>): Promise<void>;
}

export interface Child {
  given?: string;
  family?: string;
  born?: string;
  sex?: string;
  number?: string | null;
  line?: string;
  postcode?: string;
  person?: Record<string, unknown>;
}

async function issuerOf(): Promise<{
  server: Server;
  issuer: string;
  sign: (sub: string, aud: string, scope: string, now: Date) => Promise<string>;
}> {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: '1', alg: 'ES256', use: 'sig' };
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(request.url === '/keys' ? { keys: [jwk] } : { issuer, jwks_uri: `${issuer}/keys` }));
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const sign = (sub: string, aud: string, scope: string, now: Date) =>
    new SignJWT({ iss: issuer, sub, aud, scope })
      .setProtectedHeader({ alg: 'ES256', kid: '1' })
      .setIssuedAt(now)
      .setExpirationTime(new Date(now.getTime() + 300_000))
      .sign(privateKey);
  return { server, issuer, sign };
}

const everyScope = 'patient.match patient.read record.find';
const everything = {
  reference: 'ISA-7',
  purpose: 'To know whether a child in an emergency department is known',
  legal_basis: 'Children Act 2004, section 11',
  fields: ['name', 'birth-date', 'gender', 'nhs-number', 'area'],
  record_types: ['childrens-services.details', 'education.details', 'health.details'],
  valid_from: '2026-01-01',
};

/** Starts it all. Call `end()` when done. */
export async function machineTrial(): Promise<MachineTrial> {
  const trial = await signInTrial([], [peopleRoom]);
  const own = await issuerOf();
  const { behind } = trial.cast;
  const agencyId = await trial.cast.agency('ACUTE', 'A hospital');
  const { id: clientId } = await behind
    .insertInto('machine_client')
    .values({
      agency_id: agencyId,
      name: 'Emergency department',
      issuer: own.issuer,
      subject: 'ed',
      scopes: everyScope.split(' '),
      calls_per_minute: 5_000,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await behind
    .insertInto('index_agreement')
    .values({ client_id: clientId, ...everything })
    .execute();
  const token = (scope = everyScope, subject = 'ed') => own.sign(subject, trial.origin, scope, new Date());
  return {
    ...trial,
    agencyId,
    clientId,
    token,
    child: (facts) => plantChild(trial, facts),
    ask: async (path, body, more = {}) => {
      const sent = body === undefined ? {} : { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) };
      const headers = new Headers({ authorization: `Bearer ${await token(more.scope, more.subject)}` });
      if (body !== undefined)
        headers.set('content-type', more.type ?? (path.startsWith('/fhir') ? 'application/fhir+json' : 'application/json'));
      return fetch(`${trial.origin}${path}`, { ...sent, headers });
    },
    agree: async (change) => void (await behind.updateTable('index_agreement').set(change).where('client_id', '=', clientId).execute()),
    end: async () => {
      own.server.close();
      await trial.end();
    },
  };
}

async function plantChild({ cast }: SignInTrial, facts: Child = {}): Promise<string> {
  const {
    given = 'Amina',
    family = 'Hassan',
    born = '2018-03-02',
    sex = 'F',
    number = null,
    line = '12 Acre Road',
    postcode = 'HA1 2XY',
  } = facts;
  const id = await cast.person({ given_name: given, family_name: family, date_of_birth: born, sex, ...facts.person });
  await cast.behind
    .insertInto('person_address')
    .values({ person_id: id, line1: line, town: 'Harrow', postcode, ward: 'Greenhill', source: 'test' })
    .execute();
  if (number)
    await cast.behind.insertInto('identifier').values({ person_id: id, kind: 'nhs-number', value: number, source: 'test' }).execute();
  const row = searchRow({
    names: [{ given, family }],
    dateOfBirth: born,
    postcodes: [postcode],
    wards: ['Greenhill'],
    identifiers: number ? [number] : [],
  });
  await cast.behind
    .insertInto('person_search')
    .values({ person_id: id, ...row })
    .execute();
  return id;
}
