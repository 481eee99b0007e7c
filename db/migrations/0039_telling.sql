-- Telling and disagreeing: notifications that hold no personal data (GOV.UK Notify), what a referrer is told and how they read it without an
-- account, and the ladder of professional disagreement (domain 2.8).

create table notification (
  id uuid not null default gen_random_uuid(),
  template text not null,
  channel text not null,
  to_staff_id uuid,
  about_kind text not null,
  about_id uuid not null,
  asked_by uuid,
  asked_at timestamptz not null,
  state text not null default 'WAITING',
  tries integer not null default 0,
  notify_id uuid,
  said text,
  sent_at timestamptz,
  settled_at timestamptz,
  constraint notification_pk primary key (id),
  constraint notification_to_fk foreign key (to_staff_id) references staff (id),
  constraint notification_by_fk foreign key (asked_by) references staff (id),
  constraint notification_channel_known check (channel in ('email','sms')),
  constraint notification_state_known check (state in ('WAITING','SENT','DELIVERED','FAILED','NOT_SENT')),
  constraint notification_settled check ((settled_at is not null) = (state in ('DELIVERED','FAILED','NOT_SENT'))),
  constraint notification_sent check (state not in ('SENT','DELIVERED') or sent_at is not null)
);
alter table notification enable row level security;
alter table notification force row level security;
comment on table notification is 'One message to one person that something waits for them in Goldthread. Written in the transaction of the act that makes it true; a job sends it. It says nothing of anybody: a reference, a day and a link.';
comment on column notification.id is 'Opaque id; GOV.UK Notify is given it as its reference';
comment on column notification.template is 'Which message (platform/notify/templates.ts)';
comment on column notification.channel is 'email or sms';
comment on column notification.to_staff_id is 'Colleague it goes to; null for somebody without an account';
comment on column notification.about_kind is 'What it is about: contact, information-request, disagreement and so on';
comment on column notification.about_id is 'Which';
comment on column notification.asked_by is 'Whose act it follows; null for a job or a visitor';
comment on column notification.asked_at is 'When';
comment on column notification.state is 'WAITING to be sent, SENT and not yet known to have arrived, DELIVERED, FAILED, or NOT_SENT because no service is set up';
comment on column notification.tries is 'How often it was given to the service';
comment on column notification.notify_id is 'The service''s own id of it';
comment on column notification.said is 'The service''s latest word: a status or the name of an error, never an address';
comment on column notification.sent_at is 'When the service took it';
comment on column notification.settled_at is 'When it was known to have arrived, or not';
create index notification_about_ix on notification (about_kind, about_id);
create index notification_asker_ix on notification (asked_by, asked_at) where state in ('FAILED','NOT_SENT');

create table notification_envelope (
  notification_id uuid not null,
  address text not null,
  words jsonb not null,
  constraint notification_envelope_pk primary key (notification_id),
  constraint notification_envelope_notification_fk foreign key (notification_id) references notification (id)
);
alter table notification_envelope enable row level security;
alter table notification_envelope force row level security;
comment on table notification_envelope is 'Where a notification goes and the values it is filled with, until the service has taken it: then the row is deleted. The worker alone reads it.';
comment on column notification_envelope.notification_id is 'The notification';
comment on column notification_envelope.address is 'Email address or telephone number';
comment on column notification_envelope.words is 'Values of the template: references, days and links, never a name (platform/notify/words.ts)';

-- What the referrer is told grows: why, what happens next, how to disagree, and a message with a link.
alter table contact_feedback drop constraint contact_feedback_how_known;
alter table contact_feedback add constraint contact_feedback_how_known check (how in ('page','call','letter','message','none'));
comment on column contact_feedback.how is 'page, call, letter, message (a link by email or text), none';
alter table contact_feedback add column why text;
comment on column contact_feedback.why is 'Why it was decided so, as far as the referrer may know';
alter table contact_feedback add column what_next text;
comment on column contact_feedback.what_next is 'What happens next, in words that say nothing of the record';
alter table contact_feedback add column how_to_disagree text;
comment on column contact_feedback.how_to_disagree is 'How they can disagree';
alter table contact_feedback add column safe_to_send boolean;
comment on column contact_feedback.safe_to_send is 'They said a message may be sent to the address or number they gave; null where nothing is sent';
alter table contact_feedback add constraint contact_feedback_message_is_safe check (how <> 'message' or safe_to_send);

create table answer_link (
  id uuid not null default gen_random_uuid(),
  contact_id uuid not null,
  code_hash text not null,
  made_at timestamptz not null,
  runs_out_at timestamptz not null,
  asked_for boolean not null default false,
  opened_at timestamptz,
  opened_by text,
  constraint answer_link_pk primary key (id),
  constraint answer_link_contact_fk foreign key (contact_id) references contact (id),
  constraint answer_link_code_uq unique (code_hash),
  constraint answer_link_opened check ((opened_at is null) = (opened_by is null))
);
alter table answer_link enable row level security;
alter table answer_link force row level security;
comment on table answer_link is 'A link by which somebody without an account reads what they are told, once, within fourteen days. The code itself is kept nowhere here.';
comment on column answer_link.id is 'Opaque id';
comment on column answer_link.contact_id is 'The concern';
comment on column answer_link.code_hash is 'SHA-256 of the code in the link';
comment on column answer_link.made_at is 'When';
comment on column answer_link.runs_out_at is 'Until when it opens';
comment on column answer_link.asked_for is 'The referrer asked for it with the reference and the address they had given';
comment on column answer_link.opened_at is 'When it was used';
comment on column answer_link.opened_by is 'Hash of the browser key that used it: that browser may read on for an hour';
create index answer_link_contact_ix on answer_link (contact_id, made_at);

create table disagreement (
  id uuid not null default gen_random_uuid(),
  reference text not null,
  contact_id uuid,
  child text not null,
  raised_by uuid not null,
  raised_agency_id uuid not null,
  against_agency_id uuid not null,
  decision_disputed text not null,
  concern text not null,
  wanted text not null,
  at_risk boolean not null,
  protection text not null,
  stage integer not null default 1,
  state text not null default 'OPEN',
  raised_at timestamptz not null,
  proposed_outcome text,
  proposed_words text,
  proposed_learning text,
  proposed_by uuid,
  proposed_side text,
  proposed_at timestamptz,
  outcome text,
  outcome_words text,
  learning text,
  settled_by uuid,
  settled_at timestamptz,
  version integer not null default 1,
  constraint disagreement_pk primary key (id),
  constraint disagreement_reference_uq unique (reference),
  constraint disagreement_contact_fk foreign key (contact_id) references contact (id),
  constraint disagreement_raiser_fk foreign key (raised_by) references staff (id),
  constraint disagreement_raised_agency_fk foreign key (raised_agency_id) references agency (id),
  constraint disagreement_against_fk foreign key (against_agency_id) references agency (id),
  constraint disagreement_proposer_fk foreign key (proposed_by) references staff (id),
  constraint disagreement_settler_fk foreign key (settled_by) references staff (id),
  constraint disagreement_between_agencies check (raised_agency_id <> against_agency_id),
  constraint disagreement_stage_range check (stage between 1 and 5),
  constraint disagreement_state_known check (state in ('OPEN','SETTLED','WITHDRAWN')),
  constraint disagreement_outcome_known check (outcome in ('CHANGED','PARTLY_CHANGED','STANDS')),
  constraint disagreement_proposed_known check (proposed_outcome in ('CHANGED','PARTLY_CHANGED','STANDS')),
  constraint disagreement_side_known check (proposed_side in ('raised','against')),
  constraint disagreement_proposal_whole check ((proposed_outcome is null) = (proposed_by is null) and (proposed_outcome is null) = (proposed_side is null) and (proposed_outcome is null) = (proposed_words is null)),
  constraint disagreement_settled_whole check ((state = 'OPEN') = (settled_at is null) and (state = 'OPEN') = (settled_by is null) and (state = 'SETTLED') = (outcome is not null) and (state = 'OPEN') = (outcome_words is null)),
  constraint disagreement_settled_says_learning check (state <> 'SETTLED' or learning is not null)
);
alter table disagreement enable row level security;
alter table disagreement force row level security;
comment on table disagreement is 'A professional disputes a decision about a child (domain 2.8). It climbs from practitioner to practitioner up to the safeguarding partners'' scrutineer, each stage against its own clock. It never pauses what is being done to protect a child.';
comment on column disagreement.id is 'Opaque id';
comment on column disagreement.reference is 'Reference people can say, for example D-104';
comment on column disagreement.contact_id is 'The concern it is about, where it is about one';
comment on column disagreement.child is 'The child as whoever raises it calls them';
comment on column disagreement.raised_by is 'Who raises it';
comment on column disagreement.raised_agency_id is 'Their agency';
comment on column disagreement.against_agency_id is 'Agency whose decision is disputed';
comment on column disagreement.decision_disputed is 'The decision, as they understand it';
comment on column disagreement.concern is 'Why they dispute it: the effect on the child';
comment on column disagreement.wanted is 'What they think should happen';
comment on column disagreement.at_risk is 'A child may come to harm while people talk: stage 1 is at once';
comment on column disagreement.protection is 'What protects the child meanwhile; it goes on whatever the stage';
comment on column disagreement.stage is '1 practitioners, 2 line managers, 3 safeguarding leads, 4 heads of service and designated professionals, 5 scrutineer';
comment on column disagreement.state is 'OPEN, SETTLED, WITHDRAWN';
comment on column disagreement.raised_at is 'When';
comment on column disagreement.proposed_outcome is 'CHANGED, PARTLY_CHANGED, STANDS: how one side proposes to settle';
comment on column disagreement.proposed_words is 'In words';
comment on column disagreement.proposed_learning is 'What both services learn';
comment on column disagreement.proposed_by is 'Who proposed it';
comment on column disagreement.proposed_side is 'raised or against: the other side agrees or not';
comment on column disagreement.proposed_at is 'When';
comment on column disagreement.outcome is 'CHANGED, PARTLY_CHANGED, STANDS; null while open or withdrawn';
comment on column disagreement.outcome_words is 'What was settled, or why it was withdrawn';
comment on column disagreement.learning is 'What both services learn from it, naming nobody';
comment on column disagreement.settled_by is 'Who agreed, judged or withdrew';
comment on column disagreement.settled_at is 'When';
comment on column disagreement.version is 'Optimistic version';
create index disagreement_raised_ix on disagreement (raised_agency_id) where state = 'OPEN';
create index disagreement_against_ix on disagreement (against_agency_id) where state = 'OPEN';
create index disagreement_contact_ix on disagreement (contact_id) where contact_id is not null;
create index disagreement_raiser_ix on disagreement (raised_by);

create sequence disagreement_reference_seq start 101;
grant usage on sequence disagreement_reference_seq to goldthread_app;

create table disagreement_stage (
  id uuid not null default gen_random_uuid(),
  disagreement_id uuid not null,
  stage integer not null,
  began_at timestamptz not null,
  began_by uuid not null,
  because text not null,
  ended_at timestamptz,
  constraint disagreement_stage_pk primary key (id),
  constraint disagreement_stage_disagreement_fk foreign key (disagreement_id) references disagreement (id),
  constraint disagreement_stage_by_fk foreign key (began_by) references staff (id),
  constraint disagreement_stage_once unique (disagreement_id, stage),
  constraint disagreement_stage_known check (stage between 1 and 5)
);
alter table disagreement_stage enable row level security;
alter table disagreement_stage force row level security;
comment on table disagreement_stage is 'One stage of a disagreement: when it began, why it was moved up to, when it ended. Its clock runs on this row.';
comment on column disagreement_stage.id is 'Opaque id';
comment on column disagreement_stage.disagreement_id is 'The disagreement';
comment on column disagreement_stage.stage is '1 to 5';
comment on column disagreement_stage.began_at is 'When';
comment on column disagreement_stage.began_by is 'Who raised it or moved it up';
comment on column disagreement_stage.because is 'Why it went up';
comment on column disagreement_stage.ended_at is 'When it was settled or moved on';

create table disagreement_party (
  disagreement_id uuid not null,
  staff_id uuid not null,
  side text not null,
  from_stage integer not null,
  named_by uuid not null,
  named_at timestamptz not null,
  constraint disagreement_party_pk primary key (disagreement_id, staff_id),
  constraint disagreement_party_disagreement_fk foreign key (disagreement_id) references disagreement (id),
  constraint disagreement_party_staff_fk foreign key (staff_id) references staff (id),
  constraint disagreement_party_by_fk foreign key (named_by) references staff (id),
  constraint disagreement_party_side_known check (side in ('raised','against')),
  constraint disagreement_party_stage_range check (from_stage between 1 and 5)
);
alter table disagreement_party enable row level security;
alter table disagreement_party force row level security;
comment on table disagreement_party is 'Somebody who speaks in a disagreement for one side. Whoever raised it and whoever decided are named from the start; a side names others of its own agency.';
comment on column disagreement_party.disagreement_id is 'The disagreement';
comment on column disagreement_party.staff_id is 'Who';
comment on column disagreement_party.side is 'raised or against';
comment on column disagreement_party.from_stage is 'Stage at which they came in';
comment on column disagreement_party.named_by is 'Who named them';
comment on column disagreement_party.named_at is 'When';
create index disagreement_party_staff_ix on disagreement_party (staff_id);

create table disagreement_word (
  id uuid not null default gen_random_uuid(),
  number bigint generated always as identity,
  disagreement_id uuid not null,
  stage integer not null,
  side text not null,
  kind text not null,
  words text not null,
  said_by uuid not null,
  said_at timestamptz not null,
  constraint disagreement_word_pk primary key (id),
  constraint disagreement_word_disagreement_fk foreign key (disagreement_id) references disagreement (id),
  constraint disagreement_word_by_fk foreign key (said_by) references staff (id),
  constraint disagreement_word_side_known check (side in ('raised','against','scrutineer')),
  constraint disagreement_word_kind_known check (kind in ('said','protection','not agreed','named')),
  constraint disagreement_word_stage_range check (stage between 1 and 5)
);
alter table disagreement_word enable row level security;
alter table disagreement_word force row level security;
comment on table disagreement_word is 'What was said between the sides, in order. Nothing is changed or taken away.';
comment on column disagreement_word.id is 'Opaque id';
comment on column disagreement_word.number is 'Order of saying';
comment on column disagreement_word.disagreement_id is 'The disagreement';
comment on column disagreement_word.stage is 'Stage it was said at';
comment on column disagreement_word.side is 'raised, against or scrutineer: for whom they speak';
comment on column disagreement_word.kind is 'said, protection (what is done meanwhile), not agreed (to a proposal), named (somebody to speak)';
comment on column disagreement_word.words is 'What was said';
comment on column disagreement_word.said_by is 'Who';
comment on column disagreement_word.said_at is 'When';
create index disagreement_word_ix on disagreement_word (disagreement_id, number);

alter table clock_rule no force row level security;
insert into clock_rule (key, name, limit_count, unit, basis, source) values
  ('ESC1', 'Disagreement, stage 1: practitioner to practitioner', 1, 'working-days', 'local', 'Professional disagreement (domain 2.8): one working day'),
  ('ESC1-risk', 'Disagreement, stage 1, a child may be at risk', 2, 'hours', 'local', 'Professional disagreement (domain 2.8): at once if a child is at risk, read here as two hours'),
  ('ESC2', 'Disagreement, stage 2: line managers', 2, 'working-days', 'local', 'Professional disagreement (domain 2.8): two further working days'),
  ('ESC3', 'Disagreement, stage 3: safeguarding leads', 3, 'working-days', 'local', 'Professional disagreement (domain 2.8): three further working days'),
  ('ESC4', 'Disagreement, stage 4: heads of service and designated professionals', 5, 'working-days', 'local', 'Professional disagreement (domain 2.8): five further working days'),
  ('ESC5', 'Disagreement, stage 5: safeguarding partners and independent scrutineer', 10, 'working-days', 'local', 'Professional disagreement (domain 2.8): ten further working days');
alter table clock_rule force row level security;

-- The scrutineer of the safeguarding partners: a post of its own, in an agency of its own kind. Both lists are extended, whatever else they hold by now.
do $$
declare
  d text;
begin
  select pg_get_constraintdef(oid) into d from pg_constraint where conname = 'membership_role_known';
  execute 'alter table membership drop constraint membership_role_known';
  execute 'alter table membership add constraint membership_role_known ' || replace(d, '''INDEX''::text', '''INDEX''::text, ''SCRUT''::text');
  select pg_get_constraintdef(oid) into d from pg_constraint where conname = 'agency_type_known';
  execute 'alter table agency drop constraint agency_type_known';
  execute 'alter table agency add constraint agency_type_known ' || replace(d, '''CARER''::text', '''CARER''::text, ''SAFEGUARDING_PARTNERS''::text');
  -- No clause of an agreement is needed to scrutinise: the post sees disagreements at their last stage and nothing else.
  select pg_get_functiondef('access.agency_must_have_agreed()'::regprocedure) into d;
  execute replace(d, '''AG_ADM'')', '''AG_ADM'',''SCRUT'')');
end $$;

-- Who may see a disagreement (domain 2.8): whoever speaks for a side; those who answer for the agency it is raised with, who say who speaks
-- for it (where nobody leads there, its practitioners); those of either agency whose post belongs to a stage it has reached;
-- from stage 5 the scrutineer, who must belong to neither side. A concern about somebody closed to a colleague closes the disagreement to them too,
-- save for whoever raised it: their own words stay theirs.
grant select on disagreement, disagreement_party to goldthread_access;
create policy access_reads on disagreement for select to goldthread_access using (true);
create policy access_reads on disagreement_party for select to goldthread_access using (true);
create function access.disagreements_open_to_me() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  with post as (
    select m.agency_id, m.role from membership m join agency a on a.id = m.agency_id and a.suspended_at is null
     where m.staff_id = access.staff() and m.valid_from <= current_date and (m.valid_to is null or m.valid_to >= current_date)
  )
  select coalesce(array_agg(d.id), '{}') from disagreement d
   where (select access.works_today()) and (
     d.raised_by = access.staff()
     or (d.contact_id is null or d.contact_id <> all((select access.contacts_closed_to_me())::uuid[])) and (
       exists (select 1 from disagreement_party p join post on post.agency_id = case p.side when 'raised' then d.raised_agency_id else d.against_agency_id end
                where p.disagreement_id = d.id and p.staff_id = access.staff())
       or exists (select 1 from post where post.agency_id = d.against_agency_id and (post.role in ('TM','EH_CO','MASH_M','DSL')
            or post.role <> 'REF' and not exists (select 1 from membership o where o.agency_id = d.against_agency_id and o.role in ('TM','EH_CO','MASH_M','DSL') and o.valid_from <= current_date and (o.valid_to is null or o.valid_to >= current_date))))
       or exists (select 1 from post where post.agency_id in (d.raised_agency_id, d.against_agency_id) and (
            d.stage >= 2 and post.role in ('TM','EH_CO','MASH_M') or d.stage >= 3 and post.role = 'DSL' or d.stage >= 4 and post.role = 'SM_HOS' or d.stage >= 5 and post.role = 'DCS'))
       or d.stage = 5 and exists (select 1 from post where post.role = 'SCRUT')
          and not exists (select 1 from post where post.agency_id in (d.raised_agency_id, d.against_agency_id))))
$$;
comment on function access.disagreements_open_to_me() is 'Disagreements the person asking speaks in, answers for, or judges as scrutineer.';

-- Reading an answer without an account. A visitor sees no table: these three say what a code, or a reference with the address given, may say.
grant select, insert on answer_link to goldthread_access;
grant update (opened_at, opened_by) on answer_link to goldthread_access;
create policy access_reads on answer_link for select to goldthread_access using (true);
create policy access_makes on answer_link for insert to goldthread_access with check (true);
create policy access_opens on answer_link for update to goldthread_access using (true);
grant select on safe_contact, safe_contact_rule to goldthread_access;
create policy answering_reads on safe_contact for select to goldthread_access using (true);
create policy answering_reads on safe_contact_rule for select to goldthread_access using (true);
grant select on contact_feedback to goldthread_access;
create policy access_reads on contact_feedback for select to goldthread_access using (true);
grant update (read_at) on contact_feedback to goldthread_access;
create policy access_marks_read on contact_feedback for update to goldthread_access using (true);

create function access.ask_for_answer(p_reference text, p_address text, p_code_hash text, p_now timestamptz)
returns table (contact_id uuid, reference text, channel text, address text) language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  c record;
  v_channel text;
begin
  select k.id, k.reference, k.referrer_email, k.referrer_phone into c from contact k
   where k.reference = upper(btrim(p_reference)) and k.referrer_staff_id is null
     and (lower(btrim(k.referrer_email)) = lower(btrim(p_address))
       or right(regexp_replace(k.referrer_phone, '\D', '', 'g'), 10) = right(regexp_replace(p_address, '\D', '', 'g'), 10) and length(regexp_replace(p_address, '\D', '', 'g')) between 10 and 15)
     and exists (select 1 from contact_feedback f where f.contact_id = k.id and f.how <> 'none' and f.safe_to_send is not false)
     and not exists (select 1 from safe_contact s where s.contact_id = k.id and s.how <> case when position('@' in p_address) > 0 then 'email' else 'text' end)
     and not exists (select 1 from safe_contact_rule r where r.contact_id = k.id and r.ended_at is null and r.channel = case when position('@' in p_address) > 0 then 'email' else 'text' end);
  if c.id is null then return; end if;
  if (select count(*) from answer_link l where l.contact_id = c.id and l.made_at > p_now - interval '1 day') >= 3 then return; end if;
  v_channel := case when position('@' in p_address) > 0 then 'email' else 'sms' end;
  insert into answer_link (contact_id, code_hash, made_at, runs_out_at, asked_for) values (c.id, p_code_hash, p_now, p_now + interval '14 days', true);
  return query select c.id, c.reference, v_channel, case v_channel when 'email' then c.referrer_email else c.referrer_phone end;
end $$;
comment on function access.ask_for_answer(text, text, text, timestamptz) is 'A link for whoever gives the reference and the email or telephone they left with the concern, at most three a day; nothing for anyone else, and no word which of the two was wrong.';

create function access.open_answer(p_code_hash text, p_now timestamptz) returns boolean language sql volatile security definer set search_path = pg_catalog, public as $$
  with used as (
    update answer_link set opened_at = p_now, opened_by = access.draft_key()
     where code_hash = p_code_hash and opened_at is null and runs_out_at > p_now and access.draft_key() is not null returning contact_id
  ), read as (update contact_feedback set read_at = p_now where contact_id in (select contact_id from used) and read_at is null and how <> 'none')
  select exists (select 1 from used)
$$;
comment on function access.open_answer(text, timestamptz) is 'Uses a link, once: true when it stood unused and had not run out.';

create function access.opened_answer(p_code_hash text, p_now timestamptz)
returns table (contact_id uuid, reference text, told text, why text, what_next text, how_to_disagree text, given_at timestamptz) language sql stable security definer set search_path = pg_catalog, public as $$
  select c.id, c.reference, f.told, f.why, f.what_next, f.how_to_disagree, f.given_at
    from answer_link l join contact c on c.id = l.contact_id
    join lateral (select * from contact_feedback x where x.contact_id = c.id and x.how <> 'none' order by x.given_at desc limit 1) f on true
   where l.code_hash = p_code_hash and l.opened_by = access.draft_key() and l.opened_at > p_now - interval '1 hour' and l.opened_at <= p_now
$$;
comment on function access.opened_answer(text, timestamptz) is 'What the referrer is told, for the browser that used the link, for an hour.';

-- Agencies that answered the hub are told that there is news. The worker does not read requests: this gives it who answered, once.
grant select on notification to goldthread_access;
create policy access_reads on notification for select to goldthread_access using (true);
create function access.outcomes_to_tell(p_now timestamptz) returns table (request_id uuid, staff_id uuid) language sql stable security definer set search_path = pg_catalog, public as $$
  select r.id, r.answered_by from information_request r
   where access.is_system() and r.told_outcome_at > p_now - interval '1 day' and r.answered_by is not null
     and r.state in ('RETURNED_INFO','RETURNED_NIL','DECLINED')
     and not exists (select 1 from notification n where n.about_kind = 'information-request' and n.about_id = r.id and n.template = 'return-outcome')
$$;
comment on function access.outcomes_to_tell(timestamptz) is 'For the worker alone: requests whose agency was told in the last day what became of its answer, and who had answered, where no message says so yet.';

do $$
declare
  f text;
begin
  foreach f in array array['outcomes_to_tell(timestamptz)', 'disagreements_open_to_me()', 'ask_for_answer(text, text, text, timestamptz)', 'open_answer(text, timestamptz)', 'opened_answer(text, timestamptz)'] loop
    execute format('alter function access.%s owner to goldthread_access', f);
    execute format('revoke execute on function access.%s from public', f);
    execute format('grant execute on function access.%s to goldthread_app', f);
  end loop;
end $$;

-- Policies.
grant select, insert on notification to goldthread_app;
grant update (state, tries, notify_id, said, sent_at, settled_at) on notification to goldthread_app;
create policy asker_or_front_door on notification for select to goldthread_app using (
  (select access.is_system()) or asked_by = access.staff()
  or about_kind = 'contact' and (select access.works_front_door()) and exists (select 1 from contact c where c.id = about_id));
create policy whoever_acts on notification for insert to goldthread_app with check (
  state = 'WAITING' and tries = 0 and access.actor_kind() in ('staff','system','public','machine')
  and (asked_by is null and access.actor_kind() <> 'staff' or asked_by = access.staff()));
create policy worker_sends on notification for update to goldthread_app using ((select access.is_system()));
grant select, insert, delete on notification_envelope to goldthread_app;
create policy worker_reads on notification_envelope for select to goldthread_app using ((select access.is_system()));
create policy whoever_acts on notification_envelope for insert to goldthread_app with check (access.actor_kind() in ('staff','system','public','machine'));
create policy worker_burns on notification_envelope for delete to goldthread_app using ((select access.is_system()));

grant select, insert on answer_link to goldthread_app;
create policy front_door on answer_link for select to goldthread_app using ((select access.works_front_door()) and exists (select 1 from contact c where c.id = contact_id));
create policy front_door_makes on answer_link for insert to goldthread_app with check (
  (select access.works_front_door()) and not asked_for and opened_at is null and exists (select 1 from contact c where c.id = contact_id));

grant select, insert on disagreement to goldthread_app;
grant update (stage, state, proposed_outcome, proposed_words, proposed_learning, proposed_by, proposed_side, proposed_at, outcome, outcome_words, learning, settled_by, settled_at, version) on disagreement to goldthread_app;
create policy sides_and_scrutineer on disagreement for select to goldthread_app using (id = any((select access.disagreements_open_to_me())::uuid[]) or (select access.is_system()));
-- A row just raised is not yet in the list that was asked for at the statement's beginning.
create policy own on disagreement for select to goldthread_app using (raised_by = access.staff());
create policy professional_raises on disagreement for insert to goldthread_app with check (
  raised_by = access.staff() and state = 'OPEN' and stage = 1 and proposed_by is null and raised_agency_id = any((select access.my_agencies())::uuid[])
  and (contact_id is null or exists (select 1 from contact c where c.id = contact_id)));
create policy sides_and_scrutineer_move on disagreement for update to goldthread_app
  using (id = any((select access.disagreements_open_to_me())::uuid[]) and state = 'OPEN')
  with check (state <> 'SETTLED' or settled_by = access.staff() and (
    stage < 5 or (select access.has_role(array['SCRUT'])) and not (raised_agency_id = any((select access.my_agencies())::uuid[]) or against_agency_id = any((select access.my_agencies())::uuid[]))));
grant select, insert on disagreement_stage, disagreement_party, disagreement_word to goldthread_app;
grant update (ended_at) on disagreement_stage to goldthread_app;
create policy with_disagreement on disagreement_stage for select to goldthread_app using (exists (select 1 from disagreement d where d.id = disagreement_id));
create policy with_disagreement_begins on disagreement_stage for insert to goldthread_app with check (began_by = access.staff() and exists (select 1 from disagreement d where d.id = disagreement_id));
create policy with_disagreement_ends on disagreement_stage for update to goldthread_app using (exists (select 1 from disagreement d where d.id = disagreement_id));
create policy with_disagreement on disagreement_party for select to goldthread_app using (exists (select 1 from disagreement d where d.id = disagreement_id));
create policy with_disagreement_names on disagreement_party for insert to goldthread_app with check (
  named_by = access.staff() and exists (select 1 from disagreement d where d.id = disagreement_id));
create policy with_disagreement on disagreement_word for select to goldthread_app using (exists (select 1 from disagreement d where d.id = disagreement_id));
create policy with_disagreement_says on disagreement_word for insert to goldthread_app with check (said_by = access.staff() and exists (select 1 from disagreement d where d.id = disagreement_id));

do $$
declare
  t text;
begin
  foreach t in array array['notification', 'notification_envelope', 'answer_link', 'disagreement', 'disagreement_stage', 'disagreement_party', 'disagreement_word'] loop
    execute format('create policy only_while_working on %I as restrictive for all to goldthread_app using ((select access.works_today())) with check ((select access.works_today()))', t);
  end loop;
end $$;
