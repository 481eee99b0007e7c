import type { Loader } from '../../platform/db/bulk-load.ts';

/** Who answers for the outcomes of each board in the demonstration, by the staff's id. */
export interface Owners {
  childrensBoard: string;
  healthBoard: string;
  safeguarding: string;
}

/** Outcomes nobody answers for yet, so that there is something to find. */
const unowned = ['O-M9-1', 'O-25-2', 'O-25-3'];

/** Names the owners of the pathway's outcomes in a demonstration, all but three. */
export async function nameOwners(loader: Loader, owners: Owners): Promise<void> {
  await loader.query(
    `update outcome set owner_staff_id = case owner_board when 'Health and wellbeing board' then $2::uuid when 'Safeguarding children partnership' then $3::uuid else $1::uuid end
      where id <> all($4::text[])`,
    [owners.childrensBoard, owners.healthBoard, owners.safeguarding, unowned],
  );
}
