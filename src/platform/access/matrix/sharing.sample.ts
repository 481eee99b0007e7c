import { randomUUID } from 'node:crypto';
import type { Cast } from './people.sample.ts';
import type { Planting, Row } from './planting.sample.ts';

const at = (daysAgo: number): string => new Date(Date.now() - daysAgo * 86_400_000).toISOString();

/** What every decision of the small world has in common; its free texts are markers. */
const usual: Row = {
  serves: 'CA2004-S11',
  article6: '6-1-E',
  article9: '9-2-G',
  dpa_condition: 'S1-18',
  statute: 'CA2004-S11',
  confidence: 'public interest',
  duty_in_force: false,
  detriment: 'no more detrimental',
  family_told: 'to be told',
  agreement: 'not sought',
  agreement_because: 'No time',
  decision: 'SHARE',
  method: 'in Goldthread',
  security_check: 'Looked up',
  to_email: null,
  to_phone: null,
  origin_kind: null,
};

/** A share with the first school, corrected since and shown there; a share for social care alone with a body outside, who must be told by hand. */
export async function plantShares(plant: Planting, cast: Cast, child: string | undefined): Promise<Record<string, string>> {
  const decide = (row: Row): Promise<string> =>
    plant.put('share_decision', { ...usual, person_id: child, decided_at: at(9), recorded_at: at(9), ...row });
  const give = (decision: string, thing: string): Promise<string> =>
    plant.put('share_item', { decision_id: decision, position: 1, thing_id: thing, kind: 'fact', given: true });
  const thing = randomUUID();
  const share = await decide({ decided_by: cast.staff['worker'], to_agency_id: cast.agencies['schoolA'], open_to: 'everyone who helps' });
  const socialShare = await decide({ decided_by: cast.staff['leadElsewhere'], to_body: 'A body outside', open_to: 'social care' });
  const shareItem = await give(share, thing);
  const socialItem = await give(socialShare, thing);
  await plant.put('share_event', { decision_id: share, kind: 'note', by_staff: cast.staff['worker'], at: at(8) });
  const correction = await plant.put('share_correction', {
    person_id: child,
    thing_id: thing,
    place: 1,
    now_kind: 'fact',
    corrected_by: cast.staff['worker'],
    corrected_at: at(7),
  });
  const notice = { correction_id: correction, person_id: child, made_at: at(7), confirmed_words: null };
  return {
    share,
    shareItem,
    socialShare,
    notice: await plant.put('share_notice', {
      ...notice,
      decision_id: share,
      item_id: shareItem,
      to_agency_id: cast.agencies['schoolA'],
      decided_by: cast.staff['worker'],
      channel: 'in Goldthread',
      delivered_at: at(7),
      delivered_how: 'Shown to those who answer for the agency',
    }),
    handNotice: await plant.put('share_notice', {
      ...notice,
      decision_id: socialShare,
      item_id: socialItem,
      to_body: 'A body outside',
      decided_by: cast.staff['leadElsewhere'],
      channel: 'by hand',
      by_hand_since: at(7),
      delivered_how: null,
    }),
  };
}
