import { randomUUID } from 'node:crypto';
import { importSPKI, jwtVerify, decodeProtectedHeader } from 'jose';
import type { FakeApplication } from './service.ts';
import type { Told } from './outcome.ts';

const refused = (description: string): Told => ({ status: 400, body: { error: 'invalid_request', error_description: description } });

/** Access tokens for applications that prove themselves by a signed JWT: RS512, for this token address, five minutes at most, once. */
export class Tokens {
  readonly #applications: readonly FakeApplication[];
  readonly #given = new Map<string, number>();
  readonly #seen = new Set<string>();

  readonly #seconds: number;

  constructor(applications: readonly FakeApplication[], seconds: number) {
    this.#applications = applications;
    this.#seconds = seconds;
  }

  isGood(header: string | undefined): boolean {
    const token = /^Bearer (.+)$/.exec(header ?? '')?.[1] ?? '';
    return (this.#given.get(token) ?? 0) > Date.now();
  }

  /** Every token given so far is worth nothing from now on. */
  forgetAll(): void {
    this.#given.clear();
  }

  async give(form: Readonly<Record<string, string>>, tokenUrl: string): Promise<Told> {
    if (form['grant_type'] !== 'client_credentials') return refused('grant_type is invalid');
    if (form['client_assertion_type'] !== 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer')
      return refused('Missing or invalid client_assertion_type');
    const why = await this.#objection(form['client_assertion'] ?? '', tokenUrl);
    if (why) return refused(why);
    const token = randomUUID();
    this.#given.set(token, Date.now() + this.#seconds * 1_000);
    return { status: 200, body: { access_token: token, expires_in: String(this.#seconds), token_type: 'Bearer' } };
  }

  async #objection(assertion: string, tokenUrl: string): Promise<string | null> {
    try {
      const { kid, alg } = decodeProtectedHeader(assertion);
      const application = this.#applications.find((one) => one.keyId === kid);
      if (alg !== 'RS512') return "Invalid 'alg' header in client_assertion JWT - unsupported JWT algorithm - must be 'RS512'";
      if (!application) return "Invalid 'kid' header in client_assertion JWT - no matching public key";
      const { payload } = await jwtVerify(assertion, await importSPKI(application.publicKey, 'RS512'), {
        algorithms: ['RS512'],
        audience: tokenUrl,
        issuer: application.apiKey,
        subject: application.apiKey,
        requiredClaims: ['exp', 'jti'],
      });
      if ((payload.exp ?? 0) - Date.now() / 1_000 > 300)
        return "Invalid 'exp' claim in client_assertion JWT - more than 5 minutes in future";
      if (this.#seen.has(String(payload.jti))) return "Non-unique 'jti' claim in client_assertion JWT";
      this.#seen.add(String(payload.jti));
      return null;
    } catch {
      return 'Malformed JWT in client_assertion';
    }
  }
}
