import type { Loader } from '../../platform/db/bulk-load.ts';
import type { Sample } from '../people/sample.ts';
import { lastReferenceOf } from './sample/contact-story.ts';
import { frontDoorSheets, tellClosed, tellOpen, tellOrigins } from './sample/contacts.ts';
import { countFigures } from './sample/performance.ts';
import { referencesTold, tellDisagreements } from './sample/feedback.ts';
import { completePolice, tellPolice } from './sample/police.ts';
import { heavyTables } from './sample/tables.ts';
import { completeWaysIn, tellWaysIn } from './sample/ways-in.ts';
import { completeWorkspace, tellRota } from './sample/workspace.ts';

/** Contacts of one patch of the demonstration borough: open, decided, and those that opened the work casework has told of. */
const tell: Sample = async (scene) => {
  const sheets = frontDoorSheets();
  const thousands = scene.people.people.filter((it) => it.part === 'child').length / 1000;
  tellOpen(scene, sheets);
  tellOrigins(scene, sheets);
  tellClosed(scene, sheets, thousands);
  tellWaysIn(scene, sheets);
  tellPolice(scene, sheets);
  tellRota(scene, sheets);
  tellDisagreements(scene, sheets);
  await sheets.write(scene.loader);
};

/** Once all is loaded: new contacts are numbered on from the last. */
async function numberOn(loader: Loader): Promise<void> {
  await loader.query(`select setval('contact_reference_seq', $1)`, [lastReferenceOf(loader)]);
  await loader.query(`select setval('disagreement_reference_seq', $1)`, [referencesTold]);
  await completeWaysIn(loader);
  await completePolice(loader);
  await completeWorkspace(loader);
  await countFigures(loader);
}

/** What the demonstration needs of this room. */
export const frontDoorSample = { tell, numberOn, heavyTables } as const;
