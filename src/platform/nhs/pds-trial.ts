import { generateKeyPairSync } from 'node:crypto';
import { inventedPatients, startFakePds, type FakePatient, type FakePds } from '../../../fakes/pds/index.ts';
import type { PdsSettings } from './pds-settings.ts';

/** For tests: the fake with one application whose key it knows, and the settings that reach it. Call `stop()` on the fake when done. */
export async function pdsTrial(
  choice: { patients?: () => readonly FakePatient[]; perSecond?: number; pace?: number; tokenSeconds?: number } = {},
): Promise<{
  fake: FakePds;
  settings: PdsSettings;
}> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const fake = await startFakePds({
    port: 0,
    applications: [{ apiKey: 'trial-application', keyId: 'trial-1', publicKey }],
    patients: async () => choice.patients?.() ?? inventedPatients,
    ...(choice.tokenSeconds ? { tokenSeconds: choice.tokenSeconds } : {}),
    ...(choice.perSecond ? { perSecond: choice.perSecond } : {}),
  });
  const settings = {
    base: fake.base,
    tokenUrl: fake.tokenUrl,
    apiKey: 'trial-application',
    keyId: 'trial-1',
    privateKey,
    perSecond: choice.pace ?? 200,
  };
  return { fake, settings };
}
