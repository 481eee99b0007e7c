import type { Loader } from '../../../platform/db/bulk-load.ts';
import { demonstrationSystems } from '../../../platform/identity/demonstration.ts';
import { agencyId } from './agencies.ts';
import { sampleId } from './sample-id.ts';
import { staffId } from './staff.ts';

const [hospital, police] = demonstrationSystems;

/** Partners' systems of the demonstration: the hospital's emergency department with its agreement on the index, and the police's. Who issues its tokens is settled
 *  with each start, like the sign-in. */
export async function loadSystems(loader: Loader, today: string): Promise<void> {
  const id = sampleId('system hospital');
  await loader.copy(
    'machine_client',
    ['id', 'agency_id', 'name', 'issuer', 'subject', 'scopes', 'active'],
    [
      [id, agencyId('hospital'), 'Emergency department', 'not started yet', hospital.clientId, hospital.scopes, true],
      [sampleId('system police'), agencyId('police'), 'Police notifications', 'not started yet', police.clientId, police.scopes, true],
    ],
  );
  await loader.copy(
    'index_agreement',
    ['client_id', 'reference', 'purpose', 'purpose_code', 'legal_basis', 'fields', 'record_types', 'valid_from', 'changed_by'],
    [
      [
        id,
        'ISA-2026-07',
        'To know whether a child in the emergency department is known, and whom to ring',
        'SAFEGUARDING',
        'Children Act 2004, section 11',
        ['name', 'birth-date', 'gender', 'nhs-number', 'area'],
        ['childrens-services.details', 'education.details', 'health.details'],
        today,
        staffId('privacy-officer'),
      ],
    ],
  );
}
