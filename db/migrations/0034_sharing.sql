-- Share decisions (S-010, domain 2.4): every decision to share, share part of, or withhold information about a child is a record of its own,
-- whether or not anything left (DfE 2024, golden rule 7). Nothing here is changed afterwards: a correction is a further row, and a job takes it
-- to everyone who was given what it corrects.

create table share_decision (
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  about_named text,
  decided_by uuid not null,
  by_agency_id uuid,
  decided_at timestamptz not null,
  recorded_at timestamptz not null,
  to_agency_id uuid,
  to_team_id uuid,
  to_staff_id uuid,
  to_body text,
  to_person text,
  to_email text,
  to_phone text,
  purpose text not null,
  serves text not null,
  article6 text not null,
  article9 text not null,
  dpa_condition text not null,
  statute text not null,
  statute_note text,
  confidence text not null,
  duty_in_force boolean not null,
  detriment text not null,
  detriment_because text not null,
  family_told text not null,
  told_whom text,
  not_told_because text,
  agreement text not null,
  agreement_because text,
  decision text not null,
  reason text not null,
  ground text,
  method text,
  security_check text,
  open_to text not null,
  origin_kind text,
  origin_id uuid,
  replaces_id uuid,
  constraint share_decision_pk primary key (id),
  constraint share_decision_person_fk foreign key (person_id) references person (id),
  constraint share_decision_by_fk foreign key (decided_by) references staff (id),
  constraint share_decision_by_agency_fk foreign key (by_agency_id) references agency (id),
  constraint share_decision_agency_fk foreign key (to_agency_id) references agency (id),
  constraint share_decision_team_fk foreign key (to_team_id) references team (id),
  constraint share_decision_staff_fk foreign key (to_staff_id) references staff (id),
  constraint share_decision_replaces_fk foreign key (replaces_id) references share_decision (id),
  constraint share_decision_one_recipient check (num_nonnulls(to_agency_id, to_body) = 1),
  constraint share_decision_decision_known check (decision in ('SHARE','PARTIAL','WITHHOLD')),
  constraint share_decision_serves_known check (serves in ('CA1989-S17','CA1989-S47','CA2004-S11','EA2002-S175','NHS-CARE','POLICE','PROBATION','HOUSING','YOUTH-JUSTICE','COURT','REGULATOR','EARLY-HELP','OTHER')),
  constraint share_decision_article6_known check (article6 in ('6-1-A','6-1-C','6-1-D','6-1-E','6-1-F')),
  constraint share_decision_article9_known check (article9 in ('NONE','9-2-A','9-2-B','9-2-C','9-2-F','9-2-G','9-2-H','9-2-I')),
  constraint share_decision_condition_known check (dpa_condition in ('NONE','S1-1','S1-2','S1-6','S1-10','S1-17','S1-18','S1-33')),
  constraint share_decision_statute_known check (statute in ('CA2004-S16LA','CA2004-S10','CA2004-S11','CA1989-S17','CA1989-S27','CA1989-S47','EA2002-S175','CDA1998-S115','ORDER','POLICE','OTHER')),
  constraint share_decision_confidence_known check (confidence in ('not confidential','agreement','public interest','required by law')),
  constraint share_decision_detriment_known check (detriment in ('no more detrimental','more detrimental','not asked')),
  constraint share_decision_told_known check (family_told in ('told before','to be told','not told')),
  constraint share_decision_told_whole check (case family_told when 'told before' then told_whom is not null when 'not told' then not_told_because is not null else true end),
  constraint share_decision_agreement_known check (agreement in ('agreed','refused','not sought')),
  constraint share_decision_agreement_whole check (agreement_because is not null),
  constraint share_decision_ground_known check (ground in ('DETRIMENT','NOT-RELEVANT','NOT-FUNCTION','NOT-OURS','LAW','MINIMUM')),
  constraint share_decision_kept_back_says_why check ((decision = 'SHARE') = (ground is null)),
  constraint share_decision_went_somehow check ((decision = 'WITHHOLD') = (method is null) and (decision = 'WITHHOLD') = (security_check is null)),
  constraint share_decision_method_known check (method in ('in Goldthread','secure e-mail','by telephone','in person','in a meeting','by letter')),
  constraint share_decision_no_share_that_harms check (decision = 'WITHHOLD' or detriment <> 'more detrimental' or decision = 'PARTIAL'),
  constraint share_decision_open_known check (open_to in ('everyone who helps','social care'))
);
alter table share_decision enable row level security;
alter table share_decision force row level security;
comment on table share_decision is 'A decision to share, share in part or withhold information about one child with one recipient. Agreement is recorded and never the gate.';
comment on column share_decision.id is 'Opaque id; its first eight letters are the reference told to outside bodies';
comment on column share_decision.person_id is 'The child; one decision a child, never copied to a brother or sister';
comment on column share_decision.about_named is 'Who the child is, as the recipient was told';
comment on column share_decision.decided_by is 'Who decided';
comment on column share_decision.by_agency_id is 'Their agency';
comment on column share_decision.decided_at is 'When it was decided';
comment on column share_decision.recorded_at is 'When it was written here';
comment on column share_decision.to_agency_id is 'Recipient, where it works in Goldthread';
comment on column share_decision.to_team_id is 'Its team, where one was told';
comment on column share_decision.to_staff_id is 'Its practitioner, where one was told';
comment on column share_decision.to_body is 'Recipient outside Goldthread';
comment on column share_decision.to_person is 'Who there, by name or post';
comment on column share_decision.to_email is 'Their e-mail, for a correction that says nothing of the child';
comment on column share_decision.to_phone is 'Their telephone number, for a correction said aloud';
comment on column share_decision.purpose is 'What the recipient needs it for';
comment on column share_decision.serves is 'Function of the recipient it serves, by code';
comment on column share_decision.article6 is 'UK GDPR Article 6 condition';
comment on column share_decision.article9 is 'UK GDPR Article 9 condition; none where nothing is special category';
comment on column share_decision.dpa_condition is 'Data Protection Act 2018 Schedule 1 condition; none where none is needed';
comment on column share_decision.statute is 'Statute relied on, by code';
comment on column share_decision.statute_note is 'Which other law, or which order';
comment on column share_decision.confidence is 'What the common-law duty of confidence rests on: not confidential, agreement, public interest, required by law';
comment on column share_decision.duty_in_force is 'Whether the duty of Children Act 2004 s16LA was in force and binding on both when it was decided';
comment on column share_decision.detriment is 'Whether sharing was held more detrimental to the child than not sharing: no more detrimental, more detrimental, not asked';
comment on column share_decision.detriment_because is 'Why';
comment on column share_decision.family_told is 'told before, to be told, not told';
comment on column share_decision.told_whom is 'Whom, when and how';
comment on column share_decision.not_told_because is 'Why not, where telling would raise the risk or defeat the purpose';
comment on column share_decision.agreement is 'agreed, refused, not sought';
comment on column share_decision.agreement_because is 'Who agreed or refused, or why nobody was asked';
comment on column share_decision.decision is 'SHARE, PARTIAL, WITHHOLD';
comment on column share_decision.reason is 'Why, in the decider''s words';
comment on column share_decision.ground is 'On which ground something was kept back, by code';
comment on column share_decision.method is 'How it went; null where nothing did';
comment on column share_decision.security_check is 'How the recipient and the way were checked; null where nothing went';
comment on column share_decision.open_to is 'everyone who helps, or social care: who may read this record';
comment on column share_decision.origin_kind is 'Kind of the record that led to it; null for one recorded by hand';
comment on column share_decision.origin_id is 'That record';
comment on column share_decision.replaces_id is 'Earlier decision this one takes the place of';
create index share_decision_person_ix on share_decision (person_id, decided_at desc);
create index share_decision_told_ix on share_decision (decided_by) where family_told = 'to be told';
create index share_decision_origin_ix on share_decision (origin_kind, origin_id) where origin_id is not null;

create table share_item (
  id uuid not null default gen_random_uuid(),
  decision_id uuid not null,
  position integer not null,
  thing_id uuid not null,
  kind text not null,
  words text not null,
  said_by text not null,
  third_party boolean not null default false,
  given boolean not null,
  corrections_known integer not null default 0,
  constraint share_item_pk primary key (id),
  constraint share_item_decision_fk foreign key (decision_id) references share_decision (id),
  constraint share_item_kind_known check (kind in ('fact','opinion','allegation')),
  constraint share_item_once unique (decision_id, position)
);
alter table share_item enable row level security;
alter table share_item force row level security;
comment on table share_item is 'One piece of information a decision was about, given or kept back: fact, opinion or allegation, never mixed in one item.';
comment on column share_item.id is 'Opaque id';
comment on column share_item.decision_id is 'The decision';
comment on column share_item.position is 'Order';
comment on column share_item.thing_id is 'The piece of information itself: the same in every share of it, so that a correction finds everyone who has it';
comment on column share_item.kind is 'fact, opinion or allegation';
comment on column share_item.words is 'What it says';
comment on column share_item.said_by is 'Whose information it is, or whose opinion';
comment on column share_item.third_party is 'True where it is about somebody other than the child and those with parental responsibility';
comment on column share_item.given is 'Whether the recipient was given it';
comment on column share_item.corrections_known is 'How many corrections of it were known when it was given: later ones must reach this recipient';
create index share_item_thing_ix on share_item (thing_id);

create table share_event (
  id uuid not null default gen_random_uuid(),
  decision_id uuid not null,
  kind text not null,
  words text not null,
  by_staff uuid not null,
  at timestamptz not null,
  constraint share_event_pk primary key (id),
  constraint share_event_decision_fk foreign key (decision_id) references share_decision (id),
  constraint share_event_by_fk foreign key (by_staff) references staff (id),
  constraint share_event_kind_known check (kind in ('family told','family will not be told','note'))
);
alter table share_event enable row level security;
alter table share_event force row level security;
comment on table share_event is 'What happened to a decision afterwards, added and never changed: the family was told, the recipient asked something.';
comment on column share_event.id is 'Opaque id';
comment on column share_event.decision_id is 'The decision';
comment on column share_event.kind is 'family told, family will not be told, note';
comment on column share_event.words is 'Whom, how, or why not';
comment on column share_event.by_staff is 'Who says so';
comment on column share_event.at is 'When';
create index share_event_decision_ix on share_event (decision_id, at);

create table share_correction (
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  thing_id uuid not null,
  place integer not null,
  now_kind text not null,
  now_words text not null,
  because text not null,
  corrected_by uuid not null,
  corrected_at timestamptz not null,
  constraint share_correction_pk primary key (id),
  constraint share_correction_person_fk foreign key (person_id) references person (id),
  constraint share_correction_by_fk foreign key (corrected_by) references staff (id),
  constraint share_correction_kind_known check (now_kind in ('fact','opinion','allegation')),
  constraint share_correction_in_turn unique (thing_id, place)
);
alter table share_correction enable row level security;
alter table share_correction force row level security;
comment on table share_correction is 'A correction to a piece of information that was shared. What was said before stays readable beside it.';
comment on column share_correction.id is 'Opaque id';
comment on column share_correction.person_id is 'The child';
comment on column share_correction.thing_id is 'The piece of information';
comment on column share_correction.place is 'First, second, third correction of it';
comment on column share_correction.now_kind is 'fact, opinion or allegation, as it should have been';
comment on column share_correction.now_words is 'What it should say';
comment on column share_correction.because is 'What was wrong, and how that is known';
comment on column share_correction.corrected_by is 'Who corrected it';
comment on column share_correction.corrected_at is 'When';
create index share_correction_person_ix on share_correction (person_id);

create table share_notice (
  id uuid not null default gen_random_uuid(),
  correction_id uuid not null,
  decision_id uuid not null,
  item_id uuid not null,
  person_id uuid not null,
  about_named text,
  to_agency_id uuid,
  to_team_id uuid,
  to_staff_id uuid,
  to_body text,
  to_person text,
  decided_by uuid not null,
  made_at timestamptz not null,
  channel text,
  by_hand_since timestamptz,
  delivered_at timestamptz,
  delivered_by uuid,
  delivered_how text,
  confirmed_at timestamptz,
  confirmed_by uuid,
  confirmed_words text,
  constraint share_notice_pk primary key (id),
  constraint share_notice_correction_fk foreign key (correction_id) references share_correction (id),
  constraint share_notice_decision_fk foreign key (decision_id) references share_decision (id),
  constraint share_notice_item_fk foreign key (item_id) references share_item (id),
  constraint share_notice_person_fk foreign key (person_id) references person (id),
  constraint share_notice_agency_fk foreign key (to_agency_id) references agency (id),
  constraint share_notice_team_fk foreign key (to_team_id) references team (id),
  constraint share_notice_staff_fk foreign key (to_staff_id) references staff (id),
  constraint share_notice_by_fk foreign key (decided_by) references staff (id),
  constraint share_notice_delivered_by_fk foreign key (delivered_by) references staff (id),
  constraint share_notice_confirmed_by_fk foreign key (confirmed_by) references staff (id),
  constraint share_notice_once unique (correction_id, item_id),
  constraint share_notice_channel_known check (channel in ('in Goldthread','e-mail','by hand')),
  constraint share_notice_delivered_whole check (delivered_at is null or channel is not null and delivered_how is not null),
  constraint share_notice_confirmed_after_delivery check (confirmed_at is null or delivered_at is not null)
);
alter table share_notice enable row level security;
alter table share_notice force row level security;
comment on table share_notice is 'The ledger of a correction: one row for each past recipient, from waiting to delivered to confirmed.';
comment on column share_notice.id is 'Opaque id; also the key of the outward message, so that it goes once';
comment on column share_notice.correction_id is 'The correction';
comment on column share_notice.decision_id is 'The decision by which this recipient was given what is corrected';
comment on column share_notice.item_id is 'The item as it was given';
comment on column share_notice.person_id is 'The child';
comment on column share_notice.about_named is 'Who the child is, as the recipient was told';
comment on column share_notice.to_agency_id is 'Recipient in Goldthread';
comment on column share_notice.to_team_id is 'Its team';
comment on column share_notice.to_staff_id is 'Its practitioner';
comment on column share_notice.to_body is 'Recipient outside Goldthread';
comment on column share_notice.to_person is 'Who there';
comment on column share_notice.decided_by is 'Who shared it, and passes the correction on where nothing else reaches the recipient';
comment on column share_notice.made_at is 'When the row was made';
comment on column share_notice.channel is 'in Goldthread, e-mail or by hand; null while the job has not run';
comment on column share_notice.by_hand_since is 'Since when somebody must tell them, where nothing else reaches them';
comment on column share_notice.delivered_at is 'When the recipient was told';
comment on column share_notice.delivered_by is 'Who told them by hand';
comment on column share_notice.delivered_how is 'How, in words';
comment on column share_notice.confirmed_at is 'When the recipient said that their copy is put right';
comment on column share_notice.confirmed_by is 'Who there, where they work in Goldthread';
comment on column share_notice.confirmed_words is 'What they say they did';
create index share_notice_correction_ix on share_notice (correction_id);
create index share_notice_decision_ix on share_notice (decision_id);
create index share_notice_item_ix on share_notice (item_id);
create index share_notice_person_ix on share_notice (person_id);
create index share_notice_by_hand_ix on share_notice (decided_by) where by_hand_since is not null and delivered_at is null;
create index share_notice_agency_ix on share_notice (to_agency_id) where delivered_at is not null;
create index share_notice_staff_ix on share_notice (to_staff_id) where to_staff_id is not null;
create index share_notice_team_ix on share_notice (to_team_id) where to_team_id is not null;

-- Nothing of a decision changes and nothing is taken away; of the ledger only how far the message has come.
grant select, insert on share_decision, share_item, share_event, share_correction, share_notice to goldthread_app;
grant update (channel, by_hand_since, delivered_at, delivered_by, delivered_how, confirmed_at, confirmed_by, confirmed_words) on share_notice to goldthread_app;

-- Who decided, the front door's manager, those who help; what is for social care alone is for social workers who help. The shield desk for the
-- shielded, who would otherwise have nobody to put their record right. The privacy officer reads decisions, not what was said.
create policy those_who_help on share_decision for select to goldthread_app using (
  (select access.is_system())
  or person_id <> all((select access.people_hidden_from_me())::uuid[])
    and (decided_by = access.staff() or (select access.has_role(array['MASH_M','DPO']))
      or person_id = any((select access.people_i_help())::uuid[]) and (open_to = 'everyone who helps' or (select access.has_role(array['SW','TM']))))
  or (select access.in_team_for(array['shield-desk'])) and exists (select 1 from person p where p.id = person_id and p.shield <> 'none'));
create policy those_who_know_decide on share_decision for insert to goldthread_app with check (
  (select access.is_system()) or decided_by = access.staff() and exists (select 1 from person p where p.id = person_id)
    and (person_id = any((select access.people_i_help())::uuid[]) or (select access.has_role(array['CO','MASH_M','EH_CO','SW','TM'])) or (select access.in_team_for(array['shield-desk']))));

-- The ledger goes with the decision; a recipient reads their own line once it was delivered to them in Goldthread.
create policy with_decision on share_notice for select to goldthread_app using (exists (select 1 from share_decision d where d.id = decision_id));
create policy recipient on share_notice for select to goldthread_app using (
  delivered_at is not null and channel = 'in Goldthread' and person_id <> all((select access.people_hidden_from_me())::uuid[])
  and (to_staff_id = access.staff() or to_team_id = any((select access.my_teams())::uuid[]) or to_agency_id = any((select access.answers_for())::uuid[])));
create policy worker_tells on share_notice for insert to goldthread_app with check ((select access.is_system()));
create policy told_or_confirmed on share_notice for update to goldthread_app using (
  (select access.is_system())
  or not (select access.has_role(array['DPO'])) and exists (select 1 from share_decision d where d.id = decision_id)
  or delivered_at is not null and channel = 'in Goldthread' and person_id <> all((select access.people_hidden_from_me())::uuid[])
    and (to_staff_id = access.staff() or to_team_id = any((select access.my_teams())::uuid[]) or to_agency_id = any((select access.answers_for())::uuid[])));

create policy with_decision on share_item for select to goldthread_app using (exists (select 1 from share_decision d where d.id = decision_id
  and ((select access.is_system()) or d.decided_by = access.staff() or (select access.has_role(array['MASH_M']))
    or d.person_id = any((select access.people_i_help())::uuid[]) and (d.open_to = 'everyone who helps' or (select access.has_role(array['SW','TM'])))
    or (select access.in_team_for(array['shield-desk'])) and exists (select 1 from person p where p.id = d.person_id and p.shield <> 'none'))));
create policy recipient on share_item for select to goldthread_app using (exists (select 1 from share_notice n where n.item_id = share_item.id
  and n.delivered_at is not null and n.channel = 'in Goldthread' and n.person_id <> all((select access.people_hidden_from_me())::uuid[])
  and (n.to_staff_id = access.staff() or n.to_team_id = any((select access.my_teams())::uuid[]) or n.to_agency_id = any((select access.answers_for())::uuid[]))));
create policy with_decision_writes on share_item for insert to goldthread_app with check (exists (
  select 1 from share_decision d where d.id = decision_id and ((select access.is_system()) or d.decided_by = access.staff())));

create policy with_decision on share_event for select to goldthread_app using (exists (select 1 from share_decision d where d.id = decision_id));
create policy with_decision_writes on share_event for insert to goldthread_app with check (
  by_staff = access.staff() and exists (select 1 from share_decision d where d.id = decision_id) and not (select access.has_role(array['DPO'])));

create policy with_item on share_correction for select to goldthread_app using (exists (select 1 from share_item i where i.thing_id = share_correction.thing_id));
create policy whoever_reads_corrects on share_correction for insert to goldthread_app with check (
  corrected_by = access.staff() and exists (select 1 from share_item i join share_decision d on d.id = i.decision_id where i.thing_id = share_correction.thing_id and d.person_id = share_correction.person_id));

do $$
declare
  t text;
begin
  foreach t in array array['share_decision','share_item','share_event','share_correction','share_notice'] loop
    execute format('create policy only_while_working on %I as restrictive for all to goldthread_app using ((select access.works_today())) with check ((select access.works_today()))', t);
  end loop;
  -- Rows about a person move with a join.
  foreach t in array array['share_decision','share_correction','share_notice'] loop
    execute format('grant select, update (person_id) on %I to goldthread_fold', t);
    execute format('create policy fold_reads on %I for select to goldthread_fold using (true)', t);
    execute format('create policy fold_moves on %I for update to goldthread_fold using (true)', t);
  end loop;
end $$;

-- How many corrections of a piece of information there are is asked by whoever is about to give it, who need not be able to read them.
grant select on share_correction to goldthread_access;
create policy access_reads on share_correction for select to goldthread_access using (true);
create function access.corrections_of(p_things uuid[]) returns table (thing_id uuid, place integer) language sql stable security definer set search_path = pg_catalog, public as $$
  select c.thing_id, max(c.place)::integer from share_correction c where c.thing_id = any(p_things) group by c.thing_id
$$;
comment on function access.corrections_of(uuid[]) is 'How often each of these pieces of information was corrected. Numbers alone, so that nobody gives what is known to be wrong.';
alter function access.corrections_of(uuid[]) owner to goldthread_access;
revoke execute on function access.corrections_of(uuid[]) from public;
grant execute on function access.corrections_of(uuid[]) to goldthread_app;
