import type { Family } from './family.sample.ts';
import type { Planting } from './planting.sample.ts';

/** The partner's system of the world that has an agreement. */
export const systemId = 'fee00000-0000-4000-8000-00000000000a';

/** The id an address about agreements names; undefined for any other address. */
export const systemIdIn = (path: string): string | undefined => (path.startsWith('/index/agreements/') ? systemId : undefined);

const at = new Date(Date.now() - 3_600_000).toISOString();
let number = 5_000;

/** Plants a partner's system with its agreement, an asking of the NHS, and what the NHS said about every child: a name and an address that
 *  differ; leave to ask about those who are hidden. */
export async function plantStandard(plant: Planting, agencyId: string, officer: string, families: readonly Family[]): Promise<void> {
  await plant.put('machine_client', {
    id: systemId,
    agency_id: agencyId,
    issuer: 'https://issuer.example',
    subject: 'asks',
    scopes: ['patient.match'],
  });
  await plant.put('index_agreement', {
    client_id: systemId,
    reference: 'ISA-1',
    purpose: 'To know a child',
    purpose_code: 'SAFEGUARDING',
    fields: ['name'],
    record_types: [],
    valid_from: '2026-01-01',
  });
  await plant.put('nhs_run', { started_at: at, started_by: officer, to_ask: 10, changed_at: at });
  for (const { ids } of families) {
    const child = ids['child'];
    if (!child) continue;
    await plant.put('nhs_trace', {
      person_id: child,
      outcome: 'possible',
      asked_at: at,
      nhs_number: `999${String((number += 1)).padStart(7, '0')}`,
      old_number: null,
    });
    for (const field of ['family name', 'address'])
      await plant.put('nhs_difference', {
        person_id: child,
        field,
        answer: 'different',
        theirs_digest: null,
        compared_at: at,
        decision: null,
      });
    await plant.put('nhs_leave', { person_id: child, granted_by: officer, granted_at: at });
  }
}
