import type { Loader } from '../../../platform/db/bulk-load.ts';
import type { RowSheets } from '../../../platform/db/row-sheets.ts';
import { caseworkSample } from '../../casework/sample.ts';
import type { SampleFamily, Scene } from '../../people/sample.ts';
import { tellContact } from './contact-story.ts';
import { referrerFor } from './referrers.ts';

const { takeFamily, worries } = caseworkSample;

/** Notifications of one night and morning: between the 14 and 18 a day that concern children. */
const aDay = 15;

/** What the police notified since yesterday's meeting, one family told of twice. */
export function tellPolice(scene: Scene, sheets: RowSheets): void {
  if (scene.batch > 0) return;
  let twice: SampleFamily | undefined;
  for (let at = 0; at < aDay; at++) {
    const family = at === 7 && twice ? twice : takeFamily(scene, (one) => one.children.length <= 3);
    if (at === 6) twice = family;
    if (family) tellNight(scene, sheets, family, 1 + at * 1.1);
  }
}

function tellNight(scene: Scene, sheets: RowSheets, family: SampleFamily, hoursAgo: number): void {
  const [child] = family.children;
  const worry = worries.find((it) => it.key === 'domestic-abuse');
  if (!child || !worry) return;
  tellContact(scene, sheets, {
    id: scene.random.uuid(),
    state: 'SUBMITTED',
    receivedAt: new Date(scene.now.getTime() - hoursAgo * 3_600_000),
    referrer: referrerFor(scene, '6', family, child),
    family,
    worry,
    about: [child.id],
  });
}

const home = `nullif(replace(coalesce(h.postcode, ''), ' ', '') || ' ' || array_to_string(array(select m[1] from regexp_matches(lower(coalesce(h.line1, '')), '(\\d+[a-z]?)', 'g') m), ' '), ' ')`;

/** The notification behind each contact of the police, with everyone it names: once all is loaded. */
const notifications = `
  with machine as (select m.id, m.agency_id from machine_client m join agency a on a.id = m.agency_id and a.agency_type = 'POLICE' limit 1),
  told as (
    select c.*, row_number() over (order by c.received_at desc, c.id) as n, exists (select 1 from contact_category g where g.contact_id = c.id and g.category like 'Domestic%') as da
      from contact c where c.source_code = '6' and c.channel = 'POLICE_FEED')
  insert into police_notification (agency_id, police_ref, version, body_hash, state, received_at, received_from, incident_type, incident_at, reported_at, line1, town, postcode, home_key,
    circumstances, children_voice, officer_view, dash_risk, marac, marac_on, action_taken, prior_incidents, police_grade, share_rules, contact_id, taken_at)
  select m.agency_id, 'CAD/' || (90000 - t.n) || '/26', 1, md5(t.id::text), 'TAKEN', t.received_at, m.id, case when t.da then 'DA' else 'OTHER' end,
    t.received_at - make_interval(mins => (50 + t.n % 90)::int), t.received_at - make_interval(mins => (40 + t.n % 60)::int), h.line1, h.town, h.postcode, ${home},
    t.what_happened, t.child_said, t.impact_on_child, case when t.da then (array['standard','medium','medium','high'])[1 + t.n % 4] end, t.da and t.n % 11 = 3, case when t.da and t.n % 11 = 3 then current_date + 6 end,
    (array['He had left when officers came. A safety plan was left.','He was arrested and bailed with conditions.','Both were spoken to apart. The children were seen.'])[1 + t.n % 3],
    (t.n % 4)::int, (array['GREEN','AMBER','AMBER','RED'])[1 + t.n % 4], case when t.n % 9 = 5 then array['NOT_SCHOOL'] when t.n % 13 = 6 then array['ASK_FIRST'] else '{}'::text[] end, t.id, t.received_at + interval '3 seconds'
  from told t cross join machine m left join lateral (select p.line1, p.town, p.postcode from contact_person p where p.contact_id = t.id order by p.position limit 1) h on true`;

const people = `
  insert into police_person (notification_id, position, role, given_name, family_name, date_of_birth, sex, school, phone, never_by, safe_note, contact_person_id)
  select n.id, p.position, case when p.part = 'adult' then 'victim' when p.position = 1 then 'child present' else 'child not present' end, p.given_name, p.family_name, p.date_of_birth,
    p.sex, p.school, p.phone, case when p.part = 'adult' and n.dash_risk = 'high' then array['letter','text'] else '{}'::text[] end,
    case when p.part = 'adult' and n.dash_risk = 'high' then 'He reads her post and her telephone' end, p.id
  from police_notification n join contact_person p on p.contact_id = n.contact_id`;

const rules = `
  insert into safe_contact_rule (contact_id, contact_person_id, channel, rule, note, told_by, set_at)
  select n.contact_id, p.contact_person_id, w.channel, 'never', p.safe_note, 'police', n.received_at
    from police_person p join police_notification n on n.id = p.notification_id cross join lateral unnest(p.never_by) as w(channel)`;

const suspects = `
  insert into police_person (notification_id, position, role, description)
  select n.id, 90, 'suspect', 'Former partner, name known to the police' from police_notification n where n.incident_type = 'DA' and n.dash_risk in ('medium', 'high')`;

const twiceTold = `
  insert into incident_join (contact_id, earlier_contact_id, reasons, found_at)
  select l.contact_id, e.contact_id, array['The same address', 'Two hours apart', 'Both name the same children'], l.received_at
    from police_notification l join police_notification e on e.home_key = l.home_key and e.incident_at < l.incident_at and e.incident_at > l.incident_at - interval '6 hours'
   where l.incident_type = 'DA' and exists (select 1 from contact c where c.id = l.contact_id and c.state = 'SUBMITTED') on conflict do nothing`;

/** Yesterday's meeting, with what it decided; and one question the police have not answered. */
const meeting = `
  with officer as (select m.staff_id as id from membership m join team t on t.id = m.team_id and t.purpose = 'front-door' where m.role = 'CO' order by m.valid_from, m.staff_id limit 1),
  held as (insert into triage_meeting (held_on, opened_by, opened_at, closed_by, closed_at, held_over, note)
    select (now() - interval '1 day')::date, id, now() - interval '25 hours', id, now() - interval '24 hours', 0, 'The school nurse joins from Monday.' from officer returning id, opened_by),
  there as (insert into triage_attendance (meeting_id, position, name, agency_name)
    select h.id, v.at, v.name, v.agency from held h, (values (1, 'Contact officer on duty', 'Council'), (2, 'Public protection desk', 'Borough police'), (3, 'Domestic abuse adviser', 'Thread Together')) as v(at, name, agency))
  insert into incident_triage (contact_id, colour, outcome, why, meeting_id, triaged_by, triaged_at)
  select n.contact_id, 'AMBER', 'QUEUE', 'Not the first time; the children were awake', h.id, h.opened_by, now() - interval '1470 minutes'
    from held h, lateral (select contact_id from police_notification where incident_type = 'DA' and received_at between now() - interval '20 days' and now() - interval '25 hours' order by received_at desc limit 6) n`;

const question = `
  insert into police_question (contact_id, notification_id, agency_id, kind, question, asked_by, asked_at)
  select n.contact_id, n.id, n.agency_id, 'children', 'The log says “two kids upstairs”. Which children were there, and who spoke to them?', t.triaged_by, now() - interval '2 hours'
    from police_notification n, (select triaged_by from incident_triage limit 1) t where n.incident_type = 'DA' order by n.received_at desc offset 2 limit 1`;

/** Once all is loaded. */
export async function completePolice(loader: Loader): Promise<void> {
  for (const statement of [notifications, people, rules, suspects, twiceTold, meeting, question]) await loader.query(statement);
}
