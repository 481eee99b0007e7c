-- Casework: help for a family over time. Early help (request, agreement, assessment, lead professional, team around the family,
-- plan, meeting, review, closure), referrals to social care, and the chronology of a child.

create sequence early_help_reference_seq start 1001;
create sequence referral_reference_seq start 1001;
grant usage on sequence early_help_reference_seq, referral_reference_seq to goldthread_app;

create table early_help_episode (
  id uuid not null default gen_random_uuid(),
  reference text not null default 'EH-' || nextval('early_help_reference_seq'),
  family_id uuid not null,
  state text not null default 'REQUESTED',
  requested_at timestamptz not null,
  requested_by uuid,
  requested_by_agency uuid,
  request_reason text not null,
  contact_id uuid,
  team_id uuid,
  agreed_on date,
  not_agreed_reason text,
  assessed_on date,
  team_formed_on date,
  plan_agreed_on date,
  next_review_on date,
  story text,
  story_by uuid,
  story_at timestamptz,
  stepped_up_at timestamptz,
  step_up_reason text,
  closure_code text,
  closure_summary text,
  closure_family_view text,
  closure_asked_by uuid,
  closure_asked_at timestamptz,
  closure_approved_by uuid,
  closed_on date,
  moved_to text,
  sustain_due_on date,
  sustained text,
  sustained_note text,
  sustained_on date,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  constraint early_help_episode_pk primary key (id),
  constraint early_help_episode_reference_uq unique (reference),
  constraint early_help_episode_family_fk foreign key (family_id) references family (id),
  constraint early_help_episode_requested_by_fk foreign key (requested_by) references staff (id),
  constraint early_help_episode_agency_fk foreign key (requested_by_agency) references agency (id),
  constraint early_help_episode_team_fk foreign key (team_id) references team (id),
  constraint early_help_episode_state_known check (state in ('REQUESTED','AGREED','ASSESSING','ASSESSED','TAF_FORMED','PLAN_ACTIVE','REVIEW','CLOSING','CLOSED','NOT_AGREED','STEPPED_UP','MOVED_OUT')),
  constraint early_help_episode_closure_known check (closure_code in ('NEEDS_MET','PARTLY_MET_UNIVERSAL','AGREEMENT_WITHDRAWN','NOT_ENGAGED','STEPPED_UP_CIN','STEPPED_UP_CP','BECAME_LAC','MOVED_AREA','DUPLICATE','AGED_OUT','DIED')),
  constraint early_help_episode_sustained_known check (sustained in ('yes','partly','no','not known')),
  constraint early_help_episode_closed_whole check (state <> 'CLOSED' or (closed_on is not null and closure_code is not null and closure_approved_by is not null)),
  constraint early_help_episode_ended check (state not in ('NOT_AGREED','STEPPED_UP','MOVED_OUT') or closed_on is not null)
);
alter table early_help_episode enable row level security;
alter table early_help_episode force row level security;
comment on table early_help_episode is 'One stretch of early help for one family, from request to closure (states of domain 3.6).';
comment on column early_help_episode.id is 'Opaque id';
comment on column early_help_episode.reference is 'Short reference people can say, for example EH-1042';
comment on column early_help_episode.family_id is 'The family helped';
comment on column early_help_episode.state is 'Where it stands: REQUESTED to CLOSED, or an exit';
comment on column early_help_episode.requested_at is 'When help was asked for';
comment on column early_help_episode.requested_by is 'Member of staff who recorded the request';
comment on column early_help_episode.requested_by_agency is 'Agency that asked';
comment on column early_help_episode.request_reason is 'Why help was asked for, in words';
comment on column early_help_episode.contact_id is 'Contact at the front door it came from; the front door owns that table';
comment on column early_help_episode.team_id is 'Early help or social work team that holds it';
comment on column early_help_episode.agreed_on is 'Day the family agreed';
comment on column early_help_episode.not_agreed_reason is 'Why the family did not agree';
comment on column early_help_episode.assessed_on is 'Day the assessment was authorised';
comment on column early_help_episode.team_formed_on is 'Day the team around the family first met';
comment on column early_help_episode.plan_agreed_on is 'Day the plan was agreed';
comment on column early_help_episode.next_review_on is 'When the family and the team meet next';
comment on column early_help_episode.story is 'What a covering worker needs tonight: who, why now, what is agreed, what to watch; written by the lead professional';
comment on column early_help_episode.story_by is 'Who wrote the story';
comment on column early_help_episode.story_at is 'When it was written';
comment on column early_help_episode.stepped_up_at is 'When a worry was sent to the front door; help goes on until it is accepted';
comment on column early_help_episode.step_up_reason is 'Why';
comment on column early_help_episode.closure_code is 'Why it ends: NEEDS_MET and so on';
comment on column early_help_episode.closure_summary is 'What was achieved, what stays, who to call';
comment on column early_help_episode.closure_family_view is 'What the family says about the help';
comment on column early_help_episode.closure_asked_by is 'Who asked to close';
comment on column early_help_episode.closure_asked_at is 'When closing was asked for';
comment on column early_help_episode.closure_approved_by is 'Who approved; never the lead professional';
comment on column early_help_episode.closed_on is 'Last day';
comment on column early_help_episode.moved_to is 'Authority the family moved to';
comment on column early_help_episode.sustain_due_on is 'When it is checked whether the change has lasted: six months after closing';
comment on column early_help_episode.sustained is 'Whether it has lasted: yes, partly, no, not known';
comment on column early_help_episode.sustained_note is 'What was found';
comment on column early_help_episode.sustained_on is 'When it was checked';
comment on column early_help_episode.created_at is 'When recorded';
comment on column early_help_episode.version is 'Optimistic version';
create unique index early_help_episode_one_open on early_help_episode (family_id) where state not in ('CLOSED','NOT_AGREED','STEPPED_UP','MOVED_OUT');
create index early_help_episode_family_ix on early_help_episode (family_id);
create index early_help_episode_team_ix on early_help_episode (team_id, state);
create index early_help_episode_open_ix on early_help_episode (requested_at) where state not in ('CLOSED','NOT_AGREED','STEPPED_UP','MOVED_OUT');
create index early_help_episode_sustain_ix on early_help_episode (sustain_due_on) where sustain_due_on is not null and sustained_on is null;

create table episode_change (
  id uuid not null default gen_random_uuid(),
  episode_id uuid not null,
  at timestamptz not null,
  by_staff uuid,
  what text not null,
  to_state text,
  record_id uuid,
  constraint episode_change_pk primary key (id),
  constraint episode_change_episode_fk foreign key (episode_id) references early_help_episode (id),
  constraint episode_change_by_fk foreign key (by_staff) references staff (id)
);
alter table episode_change enable row level security;
alter table episode_change force row level security;
comment on table episode_change is 'Each change of an episode, as a row of its own: what, who, when.';
comment on column episode_change.id is 'Opaque id';
comment on column episode_change.episode_id is 'The episode';
comment on column episode_change.at is 'When';
comment on column episode_change.by_staff is 'Who; null for a job';
comment on column episode_change.what is 'What happened, as a code: requested, agreed, lead-accepted, plan-changed';
comment on column episode_change.to_state is 'State from then on, where it changed';
comment on column episode_change.record_id is 'Thing it was about';
create index episode_change_episode_ix on episode_change (episode_id, at desc);

create table service_agreement (
  id uuid not null default gen_random_uuid(),
  episode_id uuid not null,
  agreed_by uuid not null,
  holds text not null,
  competence_note text,
  how_given text not null,
  agreed_on date not null,
  scope text not null,
  family_commitments text,
  service_commitments text,
  other_holder_view text,
  explained_on date,
  copy_given_on date,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  withdrawn_on date,
  withdrawn_why text,
  safe_to_stop text,
  safe_to_stop_why text,
  safe_to_stop_by uuid,
  constraint service_agreement_pk primary key (id),
  constraint service_agreement_episode_fk foreign key (episode_id) references early_help_episode (id),
  constraint service_agreement_by_fk foreign key (agreed_by) references person (id),
  constraint service_agreement_recorder_fk foreign key (recorded_by) references staff (id),
  constraint service_agreement_holds_known check (holds in ('parental responsibility','Gillick competent','aged 16 or 17','mother of an unborn baby')),
  constraint service_agreement_how_known check (how_given in ('signed','spoken')),
  constraint service_agreement_competence check (holds <> 'Gillick competent' or competence_note is not null),
  constraint service_agreement_safe_known check (safe_to_stop in ('yes','no','not sure')),
  constraint service_agreement_withdrawn_whole check (withdrawn_on is null or (safe_to_stop is not null and safe_to_stop_why is not null))
);
alter table service_agreement enable row level security;
alter table service_agreement force row level security;
comment on table service_agreement is 'The family''s agreement to early help: by whom, how, to what. Not consent under data protection law (domain 2.4). Can be withdrawn at any time.';
comment on column service_agreement.id is 'Opaque id';
comment on column service_agreement.episode_id is 'Help agreed to';
comment on column service_agreement.agreed_by is 'Person who agreed';
comment on column service_agreement.holds is 'In what right: parental responsibility, Gillick competent, aged 16 or 17, mother of an unborn baby';
comment on column service_agreement.competence_note is 'How competence was judged, for a young person';
comment on column service_agreement.how_given is 'signed or spoken and recorded';
comment on column service_agreement.agreed_on is 'Day';
comment on column service_agreement.scope is 'What was agreed, in words';
comment on column service_agreement.family_commitments is 'What the family will do (S-017)';
comment on column service_agreement.service_commitments is 'What services will do (S-017)';
comment on column service_agreement.other_holder_view is 'What the other holder of parental responsibility says';
comment on column service_agreement.explained_on is 'When it was explained what is recorded and who may see it';
comment on column service_agreement.copy_given_on is 'When the family got its copy';
comment on column service_agreement.recorded_by is 'Who recorded it';
comment on column service_agreement.recorded_at is 'When';
comment on column service_agreement.withdrawn_on is 'Day it was withdrawn';
comment on column service_agreement.withdrawn_why is 'Why, in the family''s words';
comment on column service_agreement.safe_to_stop is 'Is it safe to stop? yes, no, not sure';
comment on column service_agreement.safe_to_stop_why is 'Why, in the words of the person who answers';
comment on column service_agreement.safe_to_stop_by is 'Who answered';
create unique index service_agreement_one_standing on service_agreement (episode_id) where withdrawn_on is null;
create index service_agreement_episode_ix on service_agreement (episode_id);

create table agreement_sharing (
  agreement_id uuid not null,
  episode_id uuid not null,
  agency_kind text not null,
  preference text not null,
  constraint agreement_sharing_pk primary key (agreement_id, agency_kind),
  constraint agreement_sharing_agreement_fk foreign key (agreement_id) references service_agreement (id),
  constraint agreement_sharing_episode_fk foreign key (episode_id) references early_help_episode (id),
  constraint agreement_sharing_known check (preference in ('yes','ask first','no'))
);
alter table agreement_sharing enable row level security;
alter table agreement_sharing force row level security;
comment on table agreement_sharing is 'With which agency the family is content for information to be shared.';
comment on column agreement_sharing.agreement_id is 'The agreement';
comment on column agreement_sharing.episode_id is 'Its episode';
comment on column agreement_sharing.agency_kind is 'Kind of agency: school, health visitor, GP and so on';
comment on column agreement_sharing.preference is 'yes, ask first, no';

create table assessment (
  id uuid not null default gen_random_uuid(),
  episode_id uuid not null,
  state text not null default 'STARTED',
  started_on date not null,
  started_by uuid not null,
  what_led text,
  people_present text,
  so_what text,
  what_next text,
  parent_comments text,
  parent_comments_missing text,
  disagreement text,
  submitted_by uuid,
  submitted_at timestamptz,
  authorised_by uuid,
  authorised_at timestamptz,
  returned_why text,
  changed_by uuid,
  changed_at timestamptz,
  version integer not null default 1,
  constraint assessment_pk primary key (id),
  constraint assessment_episode_fk foreign key (episode_id) references early_help_episode (id),
  constraint assessment_started_by_fk foreign key (started_by) references staff (id),
  constraint assessment_state_known check (state in ('STARTED','SUBMITTED','RETURNED','AUTHORISED')),
  constraint assessment_not_own check (authorised_by is null or authorised_by <> submitted_by)
);
alter table assessment enable row level security;
alter table assessment force row level security;
comment on table assessment is 'The whole-family early help assessment (CAF), one page per domain (domain 4.3).';
comment on column assessment.id is 'Opaque id';
comment on column assessment.episode_id is 'Help it belongs to';
comment on column assessment.state is 'STARTED, SUBMITTED, RETURNED, AUTHORISED';
comment on column assessment.started_on is 'Day it began';
comment on column assessment.started_by is 'Who is assessing';
comment on column assessment.what_led is 'What led to this assessment';
comment on column assessment.people_present is 'Who took part';
comment on column assessment.so_what is 'Analysis: what does it all mean for these children';
comment on column assessment.what_next is 'What needs to change';
comment on column assessment.parent_comments is 'Parents'' and carers'' comments, in their words';
comment on column assessment.parent_comments_missing is 'Why there are none';
comment on column assessment.disagreement is 'Where the family sees it differently';
comment on column assessment.submitted_by is 'Who finished it';
comment on column assessment.submitted_at is 'When';
comment on column assessment.authorised_by is 'Manager or co-ordinator who authorised it; never its author';
comment on column assessment.authorised_at is 'When';
comment on column assessment.returned_why is 'What to put right, when it was returned';
comment on column assessment.changed_by is 'Who last changed the analysis';
comment on column assessment.changed_at is 'When';
comment on column assessment.version is 'Optimistic version';
create unique index assessment_one_open on assessment (episode_id) where state <> 'AUTHORISED';
create index assessment_episode_ix on assessment (episode_id);

create table assessment_child (
  assessment_id uuid not null,
  episode_id uuid not null,
  person_id uuid not null,
  seen_on date,
  seen_alone boolean,
  not_seen_because text,
  how text,
  own_words text,
  words_missing text,
  share_with_family boolean not null default false,
  adult_summary text,
  changed_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  constraint assessment_child_pk primary key (assessment_id, person_id),
  constraint assessment_child_assessment_fk foreign key (assessment_id) references assessment (id),
  constraint assessment_child_episode_fk foreign key (episode_id) references early_help_episode (id),
  constraint assessment_child_person_fk foreign key (person_id) references person (id),
  constraint assessment_child_how_known check (how in ('talking','drawing','three houses','observation','writing','other'))
);
alter table assessment_child enable row level security;
alter table assessment_child force row level security;
comment on table assessment_child is 'One child in an assessment: seen or not, and the child''s own words in a field of their own, apart from any adult''s summary.';
comment on column assessment_child.assessment_id is 'The assessment';
comment on column assessment_child.episode_id is 'Its episode';
comment on column assessment_child.person_id is 'The child';
comment on column assessment_child.seen_on is 'Day the child was seen for it';
comment on column assessment_child.seen_alone is 'Seen without parents or carers';
comment on column assessment_child.not_seen_because is 'Why not';
comment on column assessment_child.how is 'How the words were given: talking, drawing, three houses, observation, other';
comment on column assessment_child.own_words is 'The child''s own words, as said';
comment on column assessment_child.words_missing is 'Why there are none';
comment on column assessment_child.share_with_family is 'The child is content for the family to read these words; without a yes they are left out of the family''s copy';
comment on column assessment_child.adult_summary is 'What the worker understood; never the child''s words';
comment on column assessment_child.changed_by is 'Who last changed it';
comment on column assessment_child.changed_at is 'When';
comment on column assessment_child.version is 'Optimistic version';
create index assessment_child_person_ix on assessment_child (person_id);

create table assessment_domain (
  assessment_id uuid not null,
  episode_id uuid not null,
  domain text not null,
  strengths text,
  needs text,
  evidence text,
  child_view text,
  parent_view text,
  score integer,
  confirmed_unchanged boolean not null default false,
  changed_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  constraint assessment_domain_pk primary key (assessment_id, domain),
  constraint assessment_domain_assessment_fk foreign key (assessment_id) references assessment (id),
  constraint assessment_domain_episode_fk foreign key (episode_id) references early_help_episode (id),
  constraint assessment_domain_known check (domain in ('general-health','physical-development','speech-language','emotional-social','behaviour','identity','relationships','self-care','understanding','participation','progress','aspirations','basic-care','emotional-warmth','guidance','family-history','wider-family','housing-money','community')),
  constraint assessment_domain_score check (score between 0 and 10)
);
alter table assessment_domain enable row level security;
alter table assessment_domain force row level security;
comment on table assessment_domain is 'One domain of an assessment: strengths beside needs, evidence, how child and parent see it, and a score.';
comment on column assessment_domain.assessment_id is 'The assessment';
comment on column assessment_domain.episode_id is 'Its episode';
comment on column assessment_domain.domain is 'Domain code of the common assessment';
comment on column assessment_domain.strengths is 'What is going well';
comment on column assessment_domain.needs is 'What is needed';
comment on column assessment_domain.evidence is 'How we know';
comment on column assessment_domain.child_view is 'How the children see it';
comment on column assessment_domain.parent_view is 'How parents and carers see it';
comment on column assessment_domain.score is '0 (much worry) to 10 (no worry)';
comment on column assessment_domain.confirmed_unchanged is 'True when last time''s answer was confirmed as still right';
comment on column assessment_domain.changed_by is 'Who last changed it';
comment on column assessment_domain.changed_at is 'When';
comment on column assessment_domain.version is 'Optimistic version';

create table assessment_evidence (
  assessment_id uuid not null,
  episode_id uuid not null,
  domain text not null,
  event_id uuid not null,
  constraint assessment_evidence_pk primary key (assessment_id, domain, event_id),
  constraint assessment_evidence_assessment_fk foreign key (assessment_id) references assessment (id),
  constraint assessment_evidence_episode_fk foreign key (episode_id) references early_help_episode (id)
);
alter table assessment_evidence enable row level security;
alter table assessment_evidence force row level security;
comment on table assessment_evidence is 'Events of the chronology picked as evidence for a domain.';
comment on column assessment_evidence.assessment_id is 'The assessment';
comment on column assessment_evidence.episode_id is 'Its episode';
comment on column assessment_evidence.domain is 'Domain code';
comment on column assessment_evidence.event_id is 'Event in the chronology';

create table assessment_need (
  assessment_id uuid not null,
  episode_id uuid not null,
  need_code text not null,
  constraint assessment_need_pk primary key (assessment_id, need_code),
  constraint assessment_need_assessment_fk foreign key (assessment_id) references assessment (id),
  constraint assessment_need_episode_fk foreign key (episode_id) references early_help_episode (id),
  constraint assessment_need_shape check (need_code ~ '^(10|[1-9])\.[1-6]$')
);
alter table assessment_need enable row level security;
alter table assessment_need force row level security;
comment on table assessment_need is 'A need found by the assessment, tagged with the national family needs framework (domain 6.1).';
comment on column assessment_need.assessment_id is 'The assessment';
comment on column assessment_need.episode_id is 'Its episode';
comment on column assessment_need.need_code is 'Code such as 1.1 or 5.2';

create table lead_professional (
  id uuid not null default gen_random_uuid(),
  episode_id uuid not null,
  staff_id uuid not null,
  agency_id uuid not null,
  backup_staff_id uuid,
  state text not null default 'offered',
  chosen_by text not null,
  offer_note text not null,
  offered_by uuid not null,
  offered_at timestamptz not null,
  answered_at timestamptz,
  decline_reason text,
  started_on date,
  ended_on date,
  ended_because text,
  handover_on date,
  handover_note text,
  constraint lead_professional_pk primary key (id),
  constraint lead_professional_episode_fk foreign key (episode_id) references early_help_episode (id),
  constraint lead_professional_staff_fk foreign key (staff_id) references staff (id),
  constraint lead_professional_agency_fk foreign key (agency_id) references agency (id),
  constraint lead_professional_backup_fk foreign key (backup_staff_id) references staff (id),
  constraint lead_professional_state_known check (state in ('offered','active','declined','withdrawn','ended')),
  constraint lead_professional_chosen_known check (chosen_by in ('the family','family and team together','the team')),
  constraint lead_professional_backup_other check (backup_staff_id is null or backup_staff_id <> staff_id),
  constraint lead_professional_active_whole check (state <> 'active' or started_on is not null)
);
alter table lead_professional enable row level security;
alter table lead_professional force row level security;
comment on table lead_professional is 'Who holds the plan with the family: offered, accepted, declined, from when to when. Exactly one is active in an episode.';
comment on column lead_professional.id is 'Opaque id';
comment on column lead_professional.episode_id is 'The episode';
comment on column lead_professional.staff_id is 'Who';
comment on column lead_professional.agency_id is 'For which agency';
comment on column lead_professional.backup_staff_id is 'Who stands in';
comment on column lead_professional.state is 'offered, active, declined, withdrawn, ended';
comment on column lead_professional.chosen_by is 'Who chose: the family, family and team together, the team';
comment on column lead_professional.offer_note is 'What the person asked is told';
comment on column lead_professional.offered_by is 'Who asked';
comment on column lead_professional.offered_at is 'When';
comment on column lead_professional.answered_at is 'When they answered';
comment on column lead_professional.decline_reason is 'Why they declined';
comment on column lead_professional.started_on is 'First day as lead';
comment on column lead_professional.ended_on is 'Last day as lead';
comment on column lead_professional.ended_because is 'Why it ended';
comment on column lead_professional.handover_on is 'Day of the hand-over meeting with the family';
comment on column lead_professional.handover_note is 'What was handed over';
create unique index lead_professional_one_active on lead_professional (episode_id) where state = 'active';
create unique index lead_professional_one_offered on lead_professional (episode_id) where state = 'offered';
create index lead_professional_staff_ix on lead_professional (staff_id, state);
create index lead_professional_backup_ix on lead_professional (backup_staff_id) where state = 'active';
create index lead_professional_episode_ix on lead_professional (episode_id);

create table taf_member (
  id uuid not null default gen_random_uuid(),
  episode_id uuid not null,
  staff_id uuid,
  person_id uuid,
  practitioner_name text,
  practitioner_phone text,
  agency_id uuid,
  part text not null,
  invite_note text,
  invited_by uuid not null,
  invited_at timestamptz not null,
  accepted_at timestamptz,
  declined_at timestamptz,
  decline_reason text,
  left_on date,
  left_because text,
  constraint taf_member_pk primary key (id),
  constraint taf_member_episode_fk foreign key (episode_id) references early_help_episode (id),
  constraint taf_member_staff_fk foreign key (staff_id) references staff (id),
  constraint taf_member_person_fk foreign key (person_id) references person (id),
  constraint taf_member_agency_fk foreign key (agency_id) references agency (id),
  constraint taf_member_one_kind check (num_nonnulls(staff_id, person_id, practitioner_name) = 1)
);
alter table taf_member enable row level security;
alter table taf_member force row level security;
comment on table taf_member is 'A member of the team around the family: a practitioner of any agency, or someone of the family.';
comment on column taf_member.id is 'Opaque id';
comment on column taf_member.episode_id is 'The episode';
comment on column taf_member.staff_id is 'Practitioner who uses Goldthread';
comment on column taf_member.person_id is 'Someone of the family';
comment on column taf_member.practitioner_name is 'Practitioner who does not use Goldthread';
comment on column taf_member.practitioner_phone is 'How to reach them';
comment on column taf_member.agency_id is 'Agency of a practitioner, where known';
comment on column taf_member.part is 'What they do in the team: health visitor, mother, class teacher';
comment on column taf_member.invite_note is 'What the invitation says';
comment on column taf_member.invited_by is 'Who invited';
comment on column taf_member.invited_at is 'When';
comment on column taf_member.accepted_at is 'When they accepted; family members and practitioners without sign-in are accepted when added';
comment on column taf_member.declined_at is 'When they declined';
comment on column taf_member.decline_reason is 'Why';
comment on column taf_member.left_on is 'Last day in the team';
comment on column taf_member.left_because is 'Why they left';
create unique index taf_member_staff_once on taf_member (episode_id, staff_id) where left_on is null and declined_at is null;
create unique index taf_member_person_once on taf_member (episode_id, person_id) where left_on is null and declined_at is null;
create index taf_member_staff_ix on taf_member (staff_id) where left_on is null and declined_at is null;
create index taf_member_episode_ix on taf_member (episode_id);

create table taf_meeting (
  id uuid not null default gen_random_uuid(),
  episode_id uuid not null,
  kind text not null,
  state text not null default 'planned',
  planned_for timestamptz not null,
  venue text not null,
  held_on date,
  minutes_by uuid,
  working_well text,
  worries text,
  family_views text,
  quorate boolean,
  not_quorate_because text,
  minutes_sent_at timestamptz,
  minutes_sent_to text,
  version integer not null default 1,
  constraint taf_meeting_pk primary key (id),
  constraint taf_meeting_episode_fk foreign key (episode_id) references early_help_episode (id),
  constraint taf_meeting_minutes_fk foreign key (minutes_by) references staff (id),
  constraint taf_meeting_kind_known check (kind in ('first','review','other')),
  constraint taf_meeting_state_known check (state in ('planned','held','cancelled')),
  constraint taf_meeting_held_whole check (state <> 'held' or (held_on is not null and quorate is not null)),
  constraint taf_meeting_quorum_reason check (quorate is distinct from false or not_quorate_because is not null)
);
alter table taf_meeting enable row level security;
alter table taf_meeting force row level security;
comment on table taf_meeting is 'A meeting of the team around the family.';
comment on column taf_meeting.id is 'Opaque id';
comment on column taf_meeting.episode_id is 'The episode';
comment on column taf_meeting.kind is 'first, review, other';
comment on column taf_meeting.state is 'planned, held, cancelled';
comment on column taf_meeting.planned_for is 'When it is to be';
comment on column taf_meeting.venue is 'Where, or how to join';
comment on column taf_meeting.held_on is 'Day it was held';
comment on column taf_meeting.minutes_by is 'Who took the notes; better not the lead professional';
comment on column taf_meeting.working_well is 'What is working well';
comment on column taf_meeting.worries is 'What we are worried about';
comment on column taf_meeting.family_views is 'What the family says';
comment on column taf_meeting.quorate is 'Family, lead professional and at least one other were there';
comment on column taf_meeting.not_quorate_because is 'Why it went ahead without';
comment on column taf_meeting.minutes_sent_at is 'When the notes went out';
comment on column taf_meeting.minutes_sent_to is 'To whom';
comment on column taf_meeting.version is 'Optimistic version';
create index taf_meeting_episode_ix on taf_meeting (episode_id, planned_for);

create table meeting_attendance (
  meeting_id uuid not null,
  episode_id uuid not null,
  member_id uuid not null,
  attended text not null default 'invited',
  sent_views text,
  constraint meeting_attendance_pk primary key (meeting_id, member_id),
  constraint meeting_attendance_meeting_fk foreign key (meeting_id) references taf_meeting (id),
  constraint meeting_attendance_episode_fk foreign key (episode_id) references early_help_episode (id),
  constraint meeting_attendance_member_fk foreign key (member_id) references taf_member (id),
  constraint meeting_attendance_known check (attended in ('invited','came','apologies','did not come'))
);
alter table meeting_attendance enable row level security;
alter table meeting_attendance force row level security;
comment on table meeting_attendance is 'Who was invited to a meeting, who came, who sent apologies or views.';
comment on column meeting_attendance.meeting_id is 'The meeting';
comment on column meeting_attendance.episode_id is 'Its episode';
comment on column meeting_attendance.member_id is 'Member of the team around the family';
comment on column meeting_attendance.attended is 'invited, came, apologies, did not come';
comment on column meeting_attendance.sent_views is 'What they sent instead';

create table meeting_decision (
  id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  episode_id uuid not null,
  decision text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  constraint meeting_decision_pk primary key (id),
  constraint meeting_decision_meeting_fk foreign key (meeting_id) references taf_meeting (id),
  constraint meeting_decision_episode_fk foreign key (episode_id) references early_help_episode (id)
);
alter table meeting_decision enable row level security;
alter table meeting_decision force row level security;
comment on table meeting_decision is 'A decision of a meeting, one a row.';
comment on column meeting_decision.id is 'Opaque id';
comment on column meeting_decision.meeting_id is 'The meeting';
comment on column meeting_decision.episode_id is 'Its episode';
comment on column meeting_decision.decision is 'What was decided';
comment on column meeting_decision.recorded_by is 'Who wrote it down';
comment on column meeting_decision.recorded_at is 'When';
create index meeting_decision_meeting_ix on meeting_decision (meeting_id);

create table plan (
  id uuid not null default gen_random_uuid(),
  episode_id uuid not null,
  state text not null default 'draft',
  worried_about text,
  going_well text,
  contingency text,
  who_to_call text,
  agreed_on date,
  copy_given_on date,
  changed_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  constraint plan_pk primary key (id),
  constraint plan_episode_uq unique (episode_id),
  constraint plan_episode_fk foreign key (episode_id) references early_help_episode (id),
  constraint plan_state_known check (state in ('draft','active','closed'))
);
alter table plan enable row level security;
alter table plan force row level security;
comment on table plan is 'The family plan: one page everyone holds.';
comment on column plan.id is 'Opaque id';
comment on column plan.episode_id is 'The episode';
comment on column plan.state is 'draft, active, closed';
comment on column plan.worried_about is 'What we are worried about';
comment on column plan.going_well is 'What is going well';
comment on column plan.contingency is 'What we do if it goes wrong';
comment on column plan.who_to_call is 'Who to call';
comment on column plan.agreed_on is 'Day it was agreed with the family';
comment on column plan.copy_given_on is 'Day the family got its copy';
comment on column plan.changed_by is 'Who last changed it';
comment on column plan.changed_at is 'When';
comment on column plan.version is 'Optimistic version';

create table plan_goal (
  id uuid not null default gen_random_uuid(),
  plan_id uuid not null,
  episode_id uuid not null,
  outcome_id text not null,
  for_person_id uuid,
  family_words text not null,
  how_we_will_know text not null,
  baseline integer not null,
  target integer not null,
  state text not null default 'working',
  ended_because text,
  position integer not null default 1,
  created_by uuid not null,
  created_at timestamptz not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  constraint plan_goal_pk primary key (id),
  constraint plan_goal_plan_fk foreign key (plan_id) references plan (id),
  constraint plan_goal_episode_fk foreign key (episode_id) references early_help_episode (id),
  constraint plan_goal_outcome_fk foreign key (outcome_id) references outcome (id),
  constraint plan_goal_person_fk foreign key (for_person_id) references person (id),
  constraint plan_goal_scale check (baseline between 0 and 10 and target between 0 and 10),
  constraint plan_goal_state_known check (state in ('working','achieved','dropped'))
);
alter table plan_goal enable row level security;
alter table plan_goal force row level security;
comment on table plan_goal is 'A goal of a family plan in the family''s words. Each cites an outcome of the pathway: the golden thread begins here.';
comment on column plan_goal.id is 'Opaque id';
comment on column plan_goal.plan_id is 'The plan';
comment on column plan_goal.episode_id is 'Its episode';
comment on column plan_goal.outcome_id is 'Outcome of the co-produced pathway it serves';
comment on column plan_goal.for_person_id is 'The child it is for; null for the whole family';
comment on column plan_goal.family_words is 'What will be different, in the family''s words';
comment on column plan_goal.how_we_will_know is 'How we will know';
comment on column plan_goal.baseline is 'Where it stands at the start, 0 to 10';
comment on column plan_goal.target is 'Where it should be, 0 to 10';
comment on column plan_goal.state is 'working, achieved, dropped';
comment on column plan_goal.ended_because is 'Why it was dropped';
comment on column plan_goal.position is 'Order on the plan';
comment on column plan_goal.created_by is 'Who wrote it down';
comment on column plan_goal.created_at is 'When';
comment on column plan_goal.changed_by is 'Who last changed it';
comment on column plan_goal.changed_at is 'When';
comment on column plan_goal.version is 'Optimistic version';
create index plan_goal_plan_ix on plan_goal (plan_id);
create index plan_goal_episode_ix on plan_goal (episode_id);
create index plan_goal_outcome_ix on plan_goal (outcome_id);
create index plan_goal_person_ix on plan_goal (for_person_id);

create table plan_goal_need (
  goal_id uuid not null,
  episode_id uuid not null,
  need_code text not null,
  constraint plan_goal_need_pk primary key (goal_id, need_code),
  constraint plan_goal_need_goal_fk foreign key (goal_id) references plan_goal (id),
  constraint plan_goal_need_episode_fk foreign key (episode_id) references early_help_episode (id)
);
alter table plan_goal_need enable row level security;
alter table plan_goal_need force row level security;
comment on table plan_goal_need is 'Which assessed needs a goal answers, so that none is left without one.';
comment on column plan_goal_need.goal_id is 'The goal';
comment on column plan_goal_need.episode_id is 'Its episode';
comment on column plan_goal_need.need_code is 'Need of the family needs framework';

create table plan_action (
  id uuid not null default gen_random_uuid(),
  goal_id uuid not null,
  episode_id uuid not null,
  action text not null,
  owner_staff_id uuid,
  owner_person_id uuid,
  owner_name text,
  due_on date not null,
  rag text,
  progress text,
  state text not null default 'open',
  achieved_on date,
  evidence text,
  created_by uuid not null,
  created_at timestamptz not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  constraint plan_action_pk primary key (id),
  constraint plan_action_goal_fk foreign key (goal_id) references plan_goal (id),
  constraint plan_action_episode_fk foreign key (episode_id) references early_help_episode (id),
  constraint plan_action_owner_staff_fk foreign key (owner_staff_id) references staff (id),
  constraint plan_action_owner_person_fk foreign key (owner_person_id) references person (id),
  constraint plan_action_one_owner check (num_nonnulls(owner_staff_id, owner_person_id, owner_name) = 1),
  constraint plan_action_rag_known check (rag in ('R','A','G','B')),
  constraint plan_action_state_known check (state in ('open','done','dropped')),
  constraint plan_action_done_whole check (state <> 'done' or achieved_on is not null)
);
alter table plan_action enable row level security;
alter table plan_action force row level security;
comment on table plan_action is 'Who does what by when, towards a goal. Always with an owner and a date.';
comment on column plan_action.id is 'Opaque id';
comment on column plan_action.goal_id is 'The goal';
comment on column plan_action.episode_id is 'Its episode';
comment on column plan_action.action is 'What will be done';
comment on column plan_action.owner_staff_id is 'Practitioner who does it';
comment on column plan_action.owner_person_id is 'Or someone of the family';
comment on column plan_action.owner_name is 'Or someone who does not use Goldthread';
comment on column plan_action.due_on is 'By when';
comment on column plan_action.rag is 'How it is going: R, A, G, or B for done';
comment on column plan_action.progress is 'How far it is';
comment on column plan_action.state is 'open, done, dropped';
comment on column plan_action.achieved_on is 'Day it was done';
comment on column plan_action.evidence is 'How we know it was done';
comment on column plan_action.created_by is 'Who wrote it down';
comment on column plan_action.created_at is 'When';
comment on column plan_action.changed_by is 'Who last changed it';
comment on column plan_action.changed_at is 'When';
comment on column plan_action.version is 'Optimistic version';
create index plan_action_goal_ix on plan_action (goal_id);
create index plan_action_episode_ix on plan_action (episode_id);
create index plan_action_owner_ix on plan_action (owner_staff_id, due_on) where state = 'open';

create table review (
  id uuid not null default gen_random_uuid(),
  episode_id uuid not null,
  meeting_id uuid,
  held_on date not null,
  child_views text,
  child_views_missing text,
  parent_views text,
  parent_views_missing text,
  new_information text,
  decision text not null,
  next_on date,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  constraint review_pk primary key (id),
  constraint review_episode_fk foreign key (episode_id) references early_help_episode (id),
  constraint review_meeting_fk foreign key (meeting_id) references taf_meeting (id),
  constraint review_decision_known check (decision in ('continue','step up','step down','close')),
  constraint review_next check (decision <> 'continue' or next_on is not null)
);
alter table review enable row level security;
alter table review force row level security;
comment on table review is 'A review of the plan: how far each goal is, what everyone says, what happens next.';
comment on column review.id is 'Opaque id';
comment on column review.episode_id is 'The episode';
comment on column review.meeting_id is 'Meeting it was part of';
comment on column review.held_on is 'Day';
comment on column review.child_views is 'What the children say';
comment on column review.child_views_missing is 'Why there are none';
comment on column review.parent_views is 'What parents and carers say';
comment on column review.parent_views_missing is 'Why there are none';
comment on column review.new_information is 'What is new';
comment on column review.decision is 'continue, step up, step down, close';
comment on column review.next_on is 'Next review';
comment on column review.recorded_by is 'Who recorded it';
comment on column review.recorded_at is 'When';
create index review_episode_ix on review (episode_id, held_on desc);

create table goal_score (
  review_id uuid not null,
  goal_id uuid not null,
  episode_id uuid not null,
  score_then integer not null,
  score_now integer not null,
  rag text not null,
  comment text,
  constraint goal_score_pk primary key (review_id, goal_id),
  constraint goal_score_review_fk foreign key (review_id) references review (id),
  constraint goal_score_goal_fk foreign key (goal_id) references plan_goal (id),
  constraint goal_score_episode_fk foreign key (episode_id) references early_help_episode (id),
  constraint goal_score_scale check (score_then between 0 and 10 and score_now between 0 and 10),
  constraint goal_score_rag_known check (rag in ('R','A','G','B'))
);
alter table goal_score enable row level security;
alter table goal_score force row level security;
comment on table goal_score is 'A goal at a review: then, now and how it is going.';
comment on column goal_score.review_id is 'The review';
comment on column goal_score.goal_id is 'The goal';
comment on column goal_score.episode_id is 'Its episode';
comment on column goal_score.score_then is 'Score last time, 0 to 10';
comment on column goal_score.score_now is 'Score now, 0 to 10';
comment on column goal_score.rag is 'R off track, A some worry, G on track, B done';
comment on column goal_score.comment is 'In words';
create index goal_score_goal_ix on goal_score (goal_id);

create table referral (
  id uuid not null default gen_random_uuid(),
  reference text not null default 'R-' || nextval('referral_reference_seq'),
  child_id uuid not null,
  contact_id uuid,
  received_at timestamptz not null,
  source_code text not null,
  primary_need text not null,
  reason text not null,
  sent_by uuid not null,
  previous_referral_on date,
  is_re_referral boolean not null default false,
  team_id uuid not null,
  state text not null default 'RECEIVED',
  accepted_at timestamptz,
  accepted_by uuid,
  decision text,
  decision_reason text,
  decided_at timestamptz,
  decided_by uuid,
  allocated_to uuid,
  closed_on date,
  version integer not null default 1,
  constraint referral_pk primary key (id),
  constraint referral_reference_uq unique (reference),
  constraint referral_child_fk foreign key (child_id) references person (id),
  constraint referral_team_fk foreign key (team_id) references team (id),
  constraint referral_sent_by_fk foreign key (sent_by) references staff (id),
  constraint referral_allocated_fk foreign key (allocated_to) references staff (id),
  constraint referral_state_known check (state in ('RECEIVED','DECISION_PENDING','ACCEPTED','NFA','REDIRECTED','CLOSED')),
  constraint referral_decision_known check (decision in ('NFA','ADVICE_SIGNPOST','EARLY_HELP','ASSESSMENT','STRATEGY_S47','OTHER')),
  constraint referral_need_known check (primary_need ~ '^N[0-9]$'),
  constraint referral_decided_whole check ((decision is null) = (decided_at is null))
);
alter table referral enable row level security;
alter table referral force row level security;
comment on table referral is 'A referral to social care about one child (states of domain 3.5). Not sent until a team has accepted it.';
comment on column referral.id is 'Opaque id';
comment on column referral.reference is 'Short reference people can say';
comment on column referral.child_id is 'The child';
comment on column referral.contact_id is 'Contact it came from; the front door owns that table';
comment on column referral.received_at is 'When it was received; starts the one-working-day clock (C01)';
comment on column referral.source_code is 'Referral source code of the census';
comment on column referral.primary_need is 'Primary need code of the census';
comment on column referral.reason is 'Why, in words';
comment on column referral.sent_by is 'Decision maker at the front door who sent it';
comment on column referral.previous_referral_on is 'Day of the last referral within twelve months, where there was one';
comment on column referral.is_re_referral is 'A referral within twelve months of another';
comment on column referral.team_id is 'Team whose inbox it is in';
comment on column referral.state is 'RECEIVED, DECISION_PENDING, ACCEPTED, NFA, REDIRECTED, CLOSED';
comment on column referral.accepted_at is 'When the team took it from the inbox; until then it is not sent';
comment on column referral.accepted_by is 'Who took it';
comment on column referral.decision is 'NFA, ADVICE_SIGNPOST, EARLY_HELP, ASSESSMENT, STRATEGY_S47, OTHER';
comment on column referral.decision_reason is 'Why';
comment on column referral.decided_at is 'When';
comment on column referral.decided_by is 'Who decided';
comment on column referral.allocated_to is 'Social worker it was given to';
comment on column referral.closed_on is 'Day it was closed';
comment on column referral.version is 'Optimistic version';
create unique index referral_one_open on referral (child_id) where state in ('RECEIVED','DECISION_PENDING','ACCEPTED');
create index referral_team_ix on referral (team_id, state);
create index referral_child_ix on referral (child_id, received_at desc);

create table strategy_request (
  id uuid not null default gen_random_uuid(),
  child_id uuid not null,
  referral_id uuid,
  reason text not null,
  requested_by uuid not null,
  requested_at timestamptz not null,
  team_id uuid not null,
  state text not null default 'REQUESTED',
  accepted_by uuid,
  accepted_at timestamptz,
  planned_for timestamptz,
  constraint strategy_request_pk primary key (id),
  constraint strategy_request_child_fk foreign key (child_id) references person (id),
  constraint strategy_request_referral_fk foreign key (referral_id) references referral (id),
  constraint strategy_request_team_fk foreign key (team_id) references team (id),
  constraint strategy_request_by_fk foreign key (requested_by) references staff (id),
  constraint strategy_request_state_known check (state in ('REQUESTED','ACCEPTED','SCHEDULED','HELD')),
  constraint strategy_request_accepted_whole check ((state = 'REQUESTED') = (accepted_at is null))
);
alter table strategy_request enable row level security;
alter table strategy_request force row level security;
comment on table strategy_request is 'A request for a strategy discussion about one child. Not sent until someone in social work has accepted it.';
comment on column strategy_request.id is 'Opaque id';
comment on column strategy_request.child_id is 'The child';
comment on column strategy_request.referral_id is 'Referral it belongs to';
comment on column strategy_request.reason is 'Why it cannot wait';
comment on column strategy_request.requested_by is 'Who asked';
comment on column strategy_request.requested_at is 'When';
comment on column strategy_request.team_id is 'Team asked';
comment on column strategy_request.state is 'REQUESTED, ACCEPTED, SCHEDULED, HELD';
comment on column strategy_request.accepted_by is 'Who accepted';
comment on column strategy_request.accepted_at is 'When';
comment on column strategy_request.planned_for is 'When it is to be held';
create index strategy_request_team_ix on strategy_request (team_id, state);
create index strategy_request_child_ix on strategy_request (child_id);

create table chronology_event (
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  happened_on date not null,
  accuracy text not null default 'day',
  category text not null,
  description text not null,
  impact_on_child text,
  child_present boolean,
  source text not null,
  source_agency_id uuid,
  added_by uuid,
  added_at timestamptz not null,
  automatic boolean not null default false,
  promoted_by uuid,
  promoted_at timestamptz,
  hidden_from_family boolean not null default false,
  third_party boolean not null default false,
  open_to text not null default 'everyone who helps',
  linked_kind text,
  linked_id uuid,
  removed_at timestamptz,
  removed_because text,
  version integer not null default 1,
  constraint chronology_event_pk primary key (id),
  constraint chronology_event_person_fk foreign key (person_id) references person (id),
  constraint chronology_event_agency_fk foreign key (source_agency_id) references agency (id),
  constraint chronology_event_category_known check (category in ('significant event','contact','change of address or household','school','health','police','placement','loss','strength','help')),
  constraint chronology_event_accuracy_known check (accuracy in ('day','month','year','about')),
  constraint chronology_event_open_known check (open_to in ('everyone who helps','social care'))
);
alter table chronology_event enable row level security;
alter table chronology_event force row level security;
comment on table chronology_event is 'What happened in a child''s life, in order, with its source. Facts of the work are proposed by themselves; a person promotes them.';
comment on column chronology_event.id is 'Opaque id';
comment on column chronology_event.person_id is 'The child';
comment on column chronology_event.happened_on is 'When it happened';
comment on column chronology_event.accuracy is 'day, month, year or about';
comment on column chronology_event.category is 'Significant event, contact, change of home, school, health, police, placement, loss, strength';
comment on column chronology_event.description is 'What happened';
comment on column chronology_event.impact_on_child is 'What it meant for the child';
comment on column chronology_event.child_present is 'Whether the child was there; null not known';
comment on column chronology_event.source is 'Who said so';
comment on column chronology_event.source_agency_id is 'Their agency';
comment on column chronology_event.added_by is 'Who added it; null for a fact of the work';
comment on column chronology_event.added_at is 'When it was added';
comment on column chronology_event.automatic is 'Proposed by the program from a fact of the work';
comment on column chronology_event.promoted_by is 'Who judged it significant';
comment on column chronology_event.promoted_at is 'When';
comment on column chronology_event.hidden_from_family is 'Left out of anything the family is given';
comment on column chronology_event.third_party is 'About someone else: left out of anything the family is given';
comment on column chronology_event.open_to is 'everyone who helps, or social care and the front door only';
comment on column chronology_event.linked_kind is 'Kind of the record it came from';
comment on column chronology_event.linked_id is 'That record';
comment on column chronology_event.removed_at is 'When it was taken out as wrong; the row stays';
comment on column chronology_event.removed_because is 'Why';
comment on column chronology_event.version is 'Optimistic version';
create index chronology_event_person_ix on chronology_event (person_id, happened_on desc);
create unique index chronology_event_once on chronology_event (person_id, linked_kind, linked_id, category) where automatic;

-- What the relationship functions may read.
grant select on early_help_episode, lead_professional, taf_member, referral, strategy_request, plan_goal, goal_score to goldthread_access;
grant insert on involvement to goldthread_access;
grant update (ended_on, opens, confirmed_at, is_lead) on involvement to goldthread_access;
grant update (state, ended_on, ended_because) on lead_professional to goldthread_access;
create policy access_reads on early_help_episode for select to goldthread_access using (true);
create policy access_reads on lead_professional for select to goldthread_access using (true);
create policy access_hands_over on lead_professional for update to goldthread_access using (true);
create policy access_reads on taf_member for select to goldthread_access using (true);
create policy access_reads on referral for select to goldthread_access using (true);
create policy access_reads on strategy_request for select to goldthread_access using (true);
create policy access_reads on plan_goal for select to goldthread_access using (true);
create policy access_reads on goal_score for select to goldthread_access using (true);
create policy access_follows_work on involvement for insert to goldthread_access with check (because_kind in ('early-help','referral','strategy'));
create policy access_ends_work on involvement for update to goldthread_access using (because_kind in ('early-help','referral','strategy'));

-- Whoever was ever of a family counts when a record is hidden; the people room's index holds those of today alone.
create index family_member_person_ever_ix on family_member (person_id);

create function access.my_episodes() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct mine.id), '{}') from (
    select episode_id id from lead_professional where state = 'active' and staff_id = access.staff()
    union all select episode_id from lead_professional where state = 'active' and backup_staff_id = access.staff()
    union all select episode_id from taf_member where staff_id = access.staff() and accepted_at is not null and left_on is null
  ) mine join early_help_episode e on e.id = mine.id and e.closed_on is null
$$;
comment on function access.my_episodes() is 'Early help episodes in which the person asking is the active lead professional, the backup, or an accepted member of the team around the family, while the help lasts. Call once per statement.';
create function access.episodes_near_me() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct id), '{}') from (
    select e.id from early_help_episode e where e.family_id in (
      select o.family_id from lead_professional l join early_help_episode o on o.id = l.episode_id where l.state = 'active' and (l.staff_id = access.staff() or l.backup_staff_id = access.staff()))
    union all
    select e.id from family_member m join early_help_episode e on e.family_id = m.family_id
     where m.person_id = any(access.people_i_help()) and access.has_role(array['SW','TM','FSW','MASH_M','EH_CO'])
  ) near
$$;
comment on function access.episodes_near_me() is 'Episodes to read, not to change: earlier help for a family the person asking leads for, and help for people whose social care or early help team they belong to.';
create function access.episodes_hidden_from_me() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct e.id), '{}') from family_member m join early_help_episode e on e.family_id = m.family_id
   where m.person_id = any(access.people_hidden_from_me())
$$;
comment on function access.episodes_hidden_from_me() is 'Episodes of families with someone whose record is closed to the person asking: shielded, restricted or in conflict. A short list that every policy subtracts.';

-- Involvement follows the work: whoever takes part is shown as involved and may open what the work needs, from the moment they
-- take part until they leave or it ends. Worked out from the facts themselves, so it cannot drift from them.
create function access.episode_involvement(p_episode uuid)
returns table (person_id uuid, agency_id uuid, team_id uuid, staff_id uuid, practitioner_name text, practitioner_phone text, role text, opens text, is_lead boolean)
language sql stable security definer set search_path = pg_catalog, public as $$
  with e as (select * from early_help_episode where id = p_episode and state not in ('CLOSED','NOT_AGREED','STEPPED_UP','MOVED_OUT')),
  -- After a good ending the team that held it may still know who the family is, until it has looked whether the change lasted.
  lasting as (select e.family_id, t.agency_id, e.team_id, t.phone from early_help_episode e join team t on t.id = e.team_id where e.id = p_episode and e.state = 'CLOSED' and e.sustain_due_on is not null and e.sustained_on is null),
  who as (
    select t.agency_id, e.team_id, null::uuid staff_id, null::text practitioner_name, t.phone practitioner_phone, 'early help team' as role, 'work' opens, false is_lead
      from e join team t on t.id = e.team_id
    union all
    select l.agency_id, null, l.staff_id, null, null, case when l.state = 'active' then 'lead professional' else 'asked to be lead professional' end,
           case when l.state = 'active' then 'work' else 'identity' end, l.state = 'active'
      from e join lead_professional l on l.episode_id = e.id and l.state in ('active','offered')
    union all
    select l.agency_id, null, l.backup_staff_id, null, null, 'backup lead professional', 'work', false
      from e join lead_professional l on l.episode_id = e.id and l.state = 'active' and l.backup_staff_id is not null
    union all
    select m.agency_id, null, m.staff_id, m.practitioner_name, m.practitioner_phone, m.part, case when m.staff_id is null then 'nothing' when m.accepted_at is null then 'identity' else 'work' end, false
      from e join taf_member m on m.episode_id = e.id and m.left_on is null and m.declined_at is null and m.person_id is null and m.agency_id is not null
       and not exists (select 1 from lead_professional l where l.episode_id = e.id and l.state = 'active' and m.staff_id in (l.staff_id, l.backup_staff_id))
  )
  select distinct f.person_id, w.agency_id, w.team_id, w.staff_id, w.practitioner_name, w.practitioner_phone, w.role, w.opens, w.is_lead
    from e join family_member f on f.family_id = e.family_id and f.valid_to is null cross join who w
  union all
  select f.person_id, l.agency_id, l.team_id, null, null, l.phone, 'early help team: will check whether the change lasted', 'identity', false
    from lasting l join family_member f on f.family_id = l.family_id and f.valid_to is null
$$;
comment on function access.episode_involvement(uuid) is 'Who is involved with whom because of an early help episode, worked out from its team, lead professional and team around the family.';
create function access.referral_involvement(p_referral uuid)
returns table (person_id uuid, agency_id uuid, team_id uuid, staff_id uuid, practitioner_name text, practitioner_phone text, role text, opens text, is_lead boolean)
language sql stable security definer set search_path = pg_catalog, public as $$
  with r as (select * from referral where id = p_referral and state in ('RECEIVED','DECISION_PENDING','ACCEPTED'))
  select r.child_id, t.agency_id, t.id, null::uuid, null::text, t.phone, case when r.accepted_at is null then 'asked: social work team' else 'social work team' end,
         case when r.accepted_at is null then 'identity' else 'work' end, false from r join team t on t.id = r.team_id
  union all
  select r.child_id, t.agency_id, null, r.allocated_to, null, null, 'social worker', 'work', true from r join team t on t.id = r.team_id where r.allocated_to is not null
$$;
comment on function access.referral_involvement(uuid) is 'Who is involved with a child because of a referral: the team asked (who the child is), and once accepted the team and the social worker (the work).';
create function access.strategy_involvement(p_strategy uuid)
returns table (person_id uuid, agency_id uuid, team_id uuid, staff_id uuid, practitioner_name text, practitioner_phone text, role text, opens text, is_lead boolean)
language sql stable security definer set search_path = pg_catalog, public as $$
  select s.child_id, t.agency_id, t.id, null::uuid, null::text, t.phone, 'asked: strategy discussion', case when s.accepted_at is null then 'identity' else 'work' end, false
    from strategy_request s join team t on t.id = s.team_id where s.id = p_strategy and s.state <> 'HELD'
$$;
comment on function access.strategy_involvement(uuid) is 'Who is involved with a child because of a request for a strategy discussion.';

create function access.wanted_involvement(p_kind text, p_id uuid)
returns table (person_id uuid, agency_id uuid, team_id uuid, staff_id uuid, practitioner_name text, practitioner_phone text, role text, opens text, is_lead boolean)
language sql stable security definer set search_path = pg_catalog, public as $$
  select * from access.episode_involvement(p_id) where p_kind = 'early-help'
  union all select * from access.referral_involvement(p_id) where p_kind = 'referral'
  union all select * from access.strategy_involvement(p_id) where p_kind = 'strategy'
$$;
comment on function access.wanted_involvement(text, uuid) is 'Who should be involved with whom because of one piece of work.';
create function access.settle_involvement(p_kind text, p_id uuid) returns void language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if p_kind = 'early-help' then
    update lead_professional l set state = case when l.state = 'offered' then 'withdrawn' else 'ended' end, ended_on = e.closed_on, ended_because = 'help ended'
      from early_help_episode e where e.id = p_id and e.closed_on is not null and l.episode_id = e.id and l.state in ('active','offered');
  end if;
  update involvement i set ended_on = greatest(current_date, i.started_on)
   where i.because_kind = p_kind and i.because_id = p_id and i.ended_on is null
     and not exists (select 1 from access.wanted_involvement(p_kind, p_id) w
       where w.person_id = i.person_id and w.team_id is not distinct from i.team_id and w.staff_id is not distinct from i.staff_id
         and w.practitioner_name is not distinct from i.practitioner_name and w.role = i.role and w.opens = i.opens);
  insert into involvement (person_id, agency_id, team_id, staff_id, practitioner_name, practitioner_phone, role, opens, is_lead, started_on, source, confirmed_at, because_kind, because_id)
  select w.person_id, w.agency_id, w.team_id, w.staff_id, w.practitioner_name, w.practitioner_phone, w.role, w.opens, w.is_lead, current_date, 'Recorded here', now(), p_kind, p_id
    from access.wanted_involvement(p_kind, p_id) w
   where not exists (select 1 from involvement i where i.because_kind = p_kind and i.because_id = p_id and i.ended_on is null
       and w.person_id = i.person_id and w.team_id is not distinct from i.team_id and w.staff_id is not distinct from i.staff_id
       and w.practitioner_name is not distinct from i.practitioner_name and w.role = i.role and w.opens = i.opens);
end $$;
comment on function access.settle_involvement(text, uuid) is 'Ends involvements of a piece of work that no longer hold and opens those that now do; when help ends, the lead professional''s part ends too.';
create function access.follow_work() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform access.settle_involvement(tg_argv[0], (to_jsonb(new) ->> tg_argv[1])::uuid);
  return null;
end $$;
comment on function access.follow_work() is 'After a change of a team, lead professional, member or state: settles who is involved. Arguments: the kind of work and the column that holds its id.';
create function access.follow_family() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  v_episode uuid;
begin
  for v_episode in select id from early_help_episode where family_id = new.family_id and closed_on is null loop
    perform access.settle_involvement('early-help', v_episode);
  end loop;
  return null;
end $$;
comment on function access.follow_family() is 'When someone joins or leaves a family that is being helped, those who help follow.';

create function access.one_lead() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if new.state = 'active' and old.state = 'offered' then
    update lead_professional set state = 'ended', ended_on = new.started_on, ended_because = 'handed over'
     where episode_id = new.episode_id and state = 'active' and id <> new.id;
  end if;
  return new;
end $$;
comment on function access.one_lead() is 'When a lead professional accepts, the one before steps back in the same moment: there is never more than one, and never a gap.';

create function access.open_work_for(p_people uuid[])
returns table (person_id uuid, kind text, id uuid, reference text, state text, since date, team_id uuid, team_name text, worker_id uuid, worker_name text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select m.person_id, 'early-help', e.id, e.reference, e.state, e.requested_at::date, t.id, t.name, s.id, s.display_name
    from family_member m join early_help_episode e on e.family_id = m.family_id and e.state not in ('CLOSED','NOT_AGREED','STEPPED_UP','MOVED_OUT')
    left join team t on t.id = e.team_id
    left join lead_professional l on l.episode_id = e.id and l.state = 'active'
    left join staff s on s.id = l.staff_id
   where m.valid_to is null and m.person_id = any(p_people) and m.person_id <> all(access.people_hidden_from_me()) and e.id <> all(access.episodes_hidden_from_me())
     and access.has_role(array['CO','MASH_M','EH_CO','SW','TM'])
  union all
  select r.child_id, 'referral', r.id, r.reference, r.state, r.received_at::date, t.id, t.name, s.id, s.display_name
    from referral r join team t on t.id = r.team_id left join staff s on s.id = r.allocated_to
   where r.state in ('RECEIVED','DECISION_PENDING','ACCEPTED') and r.child_id = any(p_people) and r.child_id <> all(access.people_hidden_from_me())
     and access.has_role(array['CO','MASH_M','EH_CO','SW','TM'])
$$;
comment on function access.open_work_for(uuid[]) is 'Open help and referrals of the given people: which, since when, which team, who leads. No content. For the front door and those who allocate; never about someone whose record is closed to them.';
create function access.last_referral(p_child uuid, p_since date) returns date language sql stable security definer set search_path = pg_catalog, public as $$
  select max(received_at)::date from referral where child_id = p_child and received_at::date >= p_since and child_id <> all(access.people_hidden_from_me())
$$;
comment on function access.last_referral(uuid, date) is 'Day of the child''s last referral since a date, whichever team has it: tells a re-referral. Null when none.';

alter function access.my_episodes() owner to goldthread_access;
alter function access.episodes_near_me() owner to goldthread_access;
alter function access.episodes_hidden_from_me() owner to goldthread_access;
alter function access.episode_involvement(uuid) owner to goldthread_access;
alter function access.referral_involvement(uuid) owner to goldthread_access;
alter function access.strategy_involvement(uuid) owner to goldthread_access;
alter function access.wanted_involvement(text, uuid) owner to goldthread_access;
alter function access.settle_involvement(text, uuid) owner to goldthread_access;
alter function access.follow_work() owner to goldthread_access;
alter function access.follow_family() owner to goldthread_access;
alter function access.one_lead() owner to goldthread_access;
alter function access.open_work_for(uuid[]) owner to goldthread_access;
alter function access.last_referral(uuid, date) owner to goldthread_access;
revoke execute on function access.my_episodes(), access.episodes_near_me(), access.episodes_hidden_from_me(), access.episode_involvement(uuid), access.referral_involvement(uuid),
  access.strategy_involvement(uuid), access.wanted_involvement(text, uuid), access.settle_involvement(text, uuid), access.follow_work(), access.follow_family(), access.one_lead(), access.open_work_for(uuid[]), access.last_referral(uuid, date) from public;
grant execute on function access.my_episodes(), access.episodes_near_me(), access.episodes_hidden_from_me(), access.open_work_for(uuid[]), access.last_referral(uuid, date) to goldthread_app;

create trigger early_help_episode_involvement after insert or update of team_id, state, sustained_on on early_help_episode for each row execute function access.follow_work('early-help', 'id');
create trigger lead_professional_involvement after insert or update on lead_professional for each row execute function access.follow_work('early-help', 'episode_id');
create trigger taf_member_involvement after insert or update on taf_member for each row execute function access.follow_work('early-help', 'episode_id');
create trigger family_member_involvement after insert or update on family_member for each row execute function access.follow_family();
create trigger referral_involvement after insert or update on referral for each row execute function access.follow_work('referral', 'id');
create trigger strategy_request_involvement after insert or update on strategy_request for each row execute function access.follow_work('strategy', 'id');
create trigger lead_professional_one before update of state on lead_professional for each row execute function access.one_lead();

-- Policies. An episode is open to those who help: lead and backup, accepted members, the working team, co-ordinators; the front
-- door manager reads. Everything of an episode is open to whoever may see the episode.
grant select, insert, update on early_help_episode to goldthread_app;
create policy those_who_help on early_help_episode for select to goldthread_app using (
  id <> all((select access.episodes_hidden_from_me())::uuid[])
  and ((id = any((select access.my_episodes())::uuid[]) or (select access.has_role(array['EH_CO'])) or team_id = any((select access.my_teams())::uuid[]) and (select access.in_team_for(array['early-help','social-work']))) or (select access.has_role(array['MASH_M'])) or id = any((select access.episodes_near_me())::uuid[])));
create policy practitioners_request on early_help_episode for insert to goldthread_app with check (
  state = 'REQUESTED' and (requested_by = access.staff() and exists (select 1 from family f where f.id = family_id) or (select access.is_system())));
create policy those_who_help_change on early_help_episode for update to goldthread_app using (
  id <> all((select access.episodes_hidden_from_me())::uuid[]) and ((id = any((select access.my_episodes())::uuid[]) or (select access.has_role(array['EH_CO'])) or team_id = any((select access.my_teams())::uuid[]) and (select access.in_team_for(array['early-help','social-work']))) or (select access.is_system())));
create policy system_reads on early_help_episode for select to goldthread_app using ((select access.is_system()));

grant select, insert on episode_change to goldthread_app;
create policy with_episode on episode_change for select to goldthread_app using (exists (select 1 from early_help_episode e where e.id = episode_id));
create policy those_who_help_write on episode_change for insert to goldthread_app with check ((by_staff is not distinct from access.staff()));
grant select, insert, update on service_agreement to goldthread_app;
create policy with_episode on service_agreement for select to goldthread_app using (exists (select 1 from early_help_episode e where e.id = episode_id));
create policy those_who_help_write on service_agreement for insert to goldthread_app with check (exists (select 1 from early_help_episode e where e.id = episode_id and ((e.id = any((select access.my_episodes())::uuid[]) or (select access.has_role(array['EH_CO'])) or e.team_id = any((select access.my_teams())::uuid[]) and (select access.in_team_for(array['early-help','social-work']))) or (select access.is_system()))));
create policy those_who_help_change on service_agreement for update to goldthread_app using (exists (select 1 from early_help_episode e where e.id = episode_id and ((e.id = any((select access.my_episodes())::uuid[]) or (select access.has_role(array['EH_CO'])) or e.team_id = any((select access.my_teams())::uuid[]) and (select access.in_team_for(array['early-help','social-work']))) or (select access.is_system()))));
grant select, insert, update, delete on agreement_sharing to goldthread_app;
create policy with_episode on agreement_sharing for select to goldthread_app using (exists (select 1 from early_help_episode e where e.id = episode_id));
create policy those_who_help_write on agreement_sharing for insert to goldthread_app with check (exists (select 1 from early_help_episode e where e.id = episode_id and ((e.id = any((select access.my_episodes())::uuid[]) or (select access.has_role(array['EH_CO'])) or e.team_id = any((select access.my_teams())::uuid[]) and (select access.in_team_for(array['early-help','social-work']))) or (select access.is_system()))));
create policy those_who_help_change on agreement_sharing for update to goldthread_app using (exists (select 1 from early_help_episode e where e.id = episode_id and ((e.id = any((select access.my_episodes())::uuid[]) or (select access.has_role(array['EH_CO'])) or e.team_id = any((select access.my_teams())::uuid[]) and (select access.in_team_for(array['early-help','social-work']))) or (select access.is_system()))));
create policy those_who_help_take_out on agreement_sharing for delete to goldthread_app using (exists (select 1 from early_help_episode e where e.id = episode_id and ((e.id = any((select access.my_episodes())::uuid[]) or (select access.has_role(array['EH_CO'])) or e.team_id = any((select access.my_teams())::uuid[]) and (select access.in_team_for(array['early-help','social-work']))) or (select access.is_system()))));
grant select, insert, update on assessment to goldthread_app;
create policy with_episode on assessment for select to goldthread_app using (exists (select 1 from early_help_episode e where e.id = episode_id));
create policy those_who_help_write on assessment for insert to goldthread_app with check (exists (select 1 from early_help_episode e where e.id = episode_id and ((e.id = any((select access.my_episodes())::uuid[]) or (select access.has_role(array['EH_CO'])) or e.team_id = any((select access.my_teams())::uuid[]) and (select access.in_team_for(array['early-help','social-work']))) or (select access.is_system()))));
create policy those_who_help_change on assessment for update to goldthread_app using (exists (select 1 from early_help_episode e where e.id = episode_id and ((e.id = any((select access.my_episodes())::uuid[]) or (select access.has_role(array['EH_CO'])) or e.team_id = any((select access.my_teams())::uuid[]) and (select access.in_team_for(array['early-help','social-work']))) or (select access.is_system()))));
grant select, insert, update on assessment_child to goldthread_app;
create policy with_episode on assessment_child for select to goldthread_app using (exists (select 1 from early_help_episode e where e.id = episode_id));
create policy those_who_help_write on assessment_child for insert to goldthread_app with check (exists (select 1 from early_help_episode e where e.id = episode_id and ((e.id = any((select access.my_episodes())::uuid[]) or (select access.has_role(array['EH_CO'])) or e.team_id = any((select access.my_teams())::uuid[]) and (select access.in_team_for(array['early-help','social-work']))) or (select access.is_system()))));
create policy those_who_help_change on assessment_child for update to goldthread_app using (exists (select 1 from early_help_episode e where e.id = episode_id and ((e.id = any((select access.my_episodes())::uuid[]) or (select access.has_role(array['EH_CO'])) or e.team_id = any((select access.my_teams())::uuid[]) and (select access.in_team_for(array['early-help','social-work']))) or (select access.is_system()))));
grant select, insert, update on assessment_domain to goldthread_app;
create policy with_episode on assessment_domain for select to goldthread_app using (exists (select 1 from early_help_episode e where e.id = episode_id));
create policy those_who_help_write on assessment_domain for insert to goldthread_app with check (exists (select 1 from early_help_episode e where e.id = episode_id and ((e.id = any((select access.my_episodes())::uuid[]) or (select access.has_role(array['EH_CO'])) or e.team_id = any((select access.my_teams())::uuid[]) and (select access.in_team_for(array['early-help','social-work']))) or (select access.is_system()))));
create policy those_who_help_change on assessment_domain for update to goldthread_app using (exists (select 1 from early_help_episode e where e.id = episode_id and ((e.id = any((select access.my_episodes())::uuid[]) or (select access.has_role(array['EH_CO'])) or e.team_id = any((select access.my_teams())::uuid[]) and (select access.in_team_for(array['early-help','social-work']))) or (select access.is_system()))));
grant select, insert, update, delete on assessment_evidence to goldthread_app;
create policy with_episode on assessment_evidence for select to goldthread_app using (exists (select 1 from early_help_episode e where e.id = episode_id));
create policy those_who_help_write on assessment_evidence for insert to goldthread_app with check (exists (select 1 from early_help_episode e where e.id = episode_id and ((e.id = any((select access.my_episodes())::uuid[]) or (select access.has_role(array['EH_CO'])) or e.team_id = any((select access.my_teams())::uuid[]) and (select access.in_team_for(array['early-help','social-work']))) or (select access.is_system()))));
create policy those_who_help_change on assessment_evidence for update to goldthread_app using (exists (select 1 from early_help_episode e where e.id = episode_id and ((e.id = any((select access.my_episodes())::uuid[]) or (select access.has_role(array['EH_CO'])) or e.team_id = any((select access.my_teams())::uuid[]) and (select access.in_team_for(array['early-help','social-work']))) or (select access.is_system()))));
create policy those_who_help_take_out on assessment_evidence for delete to goldthread_app using (exists (select 1 from early_help_episode e where e.id = episode_id and ((e.id = any((select access.my_episodes())::uuid[]) or (select access.has_role(array['EH_CO'])) or e.team_id = any((select access.my_teams())::uuid[]) and (select access.in_team_for(array['early-help','social-work']))) or (select access.is_system()))));
grant select, insert, update, delete on assessment_need to goldthread_app;
create policy with_episode on assessment_need for select to goldthread_app using (exists (select 1 from early_help_episode e where e.id = episode_id));
create policy those_who_help_write on assessment_need for insert to goldthread_app with check (exists (select 1 from early_help_episode e where e.id = episode_id and ((e.id = any((select access.my_episodes())::uuid[]) or (select access.has_role(array['EH_CO'])) or e.team_id = any((select access.my_teams())::uuid[]) and (select access.in_team_for(array['early-help','social-work']))) or (select access.is_system()))));
create policy those_who_help_change on assessment_need for update to goldthread_app using (exists (select 1 from early_help_episode e where e.id = episode_id and ((e.id = any((select access.my_episodes())::uuid[]) or (select access.has_role(array['EH_CO'])) or e.team_id = any((select access.my_teams())::uuid[]) and (select access.in_team_for(array['early-help','social-work']))) or (select access.is_system()))));
create policy those_who_help_take_out on assessment_need for delete to goldthread_app using (exists (select 1 from early_help_episode e where e.id = episode_id and ((e.id = any((select access.my_episodes())::uuid[]) or (select access.has_role(array['EH_CO'])) or e.team_id = any((select access.my_teams())::uuid[]) and (select access.in_team_for(array['early-help','social-work']))) or (select access.is_system()))));
grant select, insert, update on taf_meeting to goldthread_app;
create policy with_episode on taf_meeting for select to goldthread_app using (exists (select 1 from early_help_episode e where e.id = episode_id));
create policy those_who_help_write on taf_meeting for insert to goldthread_app with check (exists (select 1 from early_help_episode e where e.id = episode_id and ((e.id = any((select access.my_episodes())::uuid[]) or (select access.has_role(array['EH_CO'])) or e.team_id = any((select access.my_teams())::uuid[]) and (select access.in_team_for(array['early-help','social-work']))) or (select access.is_system()))));
create policy those_who_help_change on taf_meeting for update to goldthread_app using (exists (select 1 from early_help_episode e where e.id = episode_id and ((e.id = any((select access.my_episodes())::uuid[]) or (select access.has_role(array['EH_CO'])) or e.team_id = any((select access.my_teams())::uuid[]) and (select access.in_team_for(array['early-help','social-work']))) or (select access.is_system()))));
grant select, insert, update on meeting_attendance to goldthread_app;
create policy with_episode on meeting_attendance for select to goldthread_app using (exists (select 1 from early_help_episode e where e.id = episode_id));
create policy those_who_help_write on meeting_attendance for insert to goldthread_app with check (exists (select 1 from early_help_episode e where e.id = episode_id and ((e.id = any((select access.my_episodes())::uuid[]) or (select access.has_role(array['EH_CO'])) or e.team_id = any((select access.my_teams())::uuid[]) and (select access.in_team_for(array['early-help','social-work']))) or (select access.is_system()))));
create policy those_who_help_change on meeting_attendance for update to goldthread_app using (exists (select 1 from early_help_episode e where e.id = episode_id and ((e.id = any((select access.my_episodes())::uuid[]) or (select access.has_role(array['EH_CO'])) or e.team_id = any((select access.my_teams())::uuid[]) and (select access.in_team_for(array['early-help','social-work']))) or (select access.is_system()))));
grant select, insert, update on meeting_decision to goldthread_app;
create policy with_episode on meeting_decision for select to goldthread_app using (exists (select 1 from early_help_episode e where e.id = episode_id));
create policy those_who_help_write on meeting_decision for insert to goldthread_app with check (exists (select 1 from early_help_episode e where e.id = episode_id and ((e.id = any((select access.my_episodes())::uuid[]) or (select access.has_role(array['EH_CO'])) or e.team_id = any((select access.my_teams())::uuid[]) and (select access.in_team_for(array['early-help','social-work']))) or (select access.is_system()))));
create policy those_who_help_change on meeting_decision for update to goldthread_app using (exists (select 1 from early_help_episode e where e.id = episode_id and ((e.id = any((select access.my_episodes())::uuid[]) or (select access.has_role(array['EH_CO'])) or e.team_id = any((select access.my_teams())::uuid[]) and (select access.in_team_for(array['early-help','social-work']))) or (select access.is_system()))));
grant select, insert, update on plan to goldthread_app;
create policy with_episode on plan for select to goldthread_app using (exists (select 1 from early_help_episode e where e.id = episode_id));
create policy those_who_help_write on plan for insert to goldthread_app with check (exists (select 1 from early_help_episode e where e.id = episode_id and ((e.id = any((select access.my_episodes())::uuid[]) or (select access.has_role(array['EH_CO'])) or e.team_id = any((select access.my_teams())::uuid[]) and (select access.in_team_for(array['early-help','social-work']))) or (select access.is_system()))));
create policy those_who_help_change on plan for update to goldthread_app using (exists (select 1 from early_help_episode e where e.id = episode_id and ((e.id = any((select access.my_episodes())::uuid[]) or (select access.has_role(array['EH_CO'])) or e.team_id = any((select access.my_teams())::uuid[]) and (select access.in_team_for(array['early-help','social-work']))) or (select access.is_system()))));
grant select, insert, update on plan_goal to goldthread_app;
create policy with_episode on plan_goal for select to goldthread_app using (exists (select 1 from early_help_episode e where e.id = episode_id));
create policy those_who_help_write on plan_goal for insert to goldthread_app with check (exists (select 1 from early_help_episode e where e.id = episode_id and ((e.id = any((select access.my_episodes())::uuid[]) or (select access.has_role(array['EH_CO'])) or e.team_id = any((select access.my_teams())::uuid[]) and (select access.in_team_for(array['early-help','social-work']))) or (select access.is_system()))));
create policy those_who_help_change on plan_goal for update to goldthread_app using (exists (select 1 from early_help_episode e where e.id = episode_id and ((e.id = any((select access.my_episodes())::uuid[]) or (select access.has_role(array['EH_CO'])) or e.team_id = any((select access.my_teams())::uuid[]) and (select access.in_team_for(array['early-help','social-work']))) or (select access.is_system()))));
grant select, insert, update, delete on plan_goal_need to goldthread_app;
create policy with_episode on plan_goal_need for select to goldthread_app using (exists (select 1 from early_help_episode e where e.id = episode_id));
create policy those_who_help_write on plan_goal_need for insert to goldthread_app with check (exists (select 1 from early_help_episode e where e.id = episode_id and ((e.id = any((select access.my_episodes())::uuid[]) or (select access.has_role(array['EH_CO'])) or e.team_id = any((select access.my_teams())::uuid[]) and (select access.in_team_for(array['early-help','social-work']))) or (select access.is_system()))));
create policy those_who_help_change on plan_goal_need for update to goldthread_app using (exists (select 1 from early_help_episode e where e.id = episode_id and ((e.id = any((select access.my_episodes())::uuid[]) or (select access.has_role(array['EH_CO'])) or e.team_id = any((select access.my_teams())::uuid[]) and (select access.in_team_for(array['early-help','social-work']))) or (select access.is_system()))));
create policy those_who_help_take_out on plan_goal_need for delete to goldthread_app using (exists (select 1 from early_help_episode e where e.id = episode_id and ((e.id = any((select access.my_episodes())::uuid[]) or (select access.has_role(array['EH_CO'])) or e.team_id = any((select access.my_teams())::uuid[]) and (select access.in_team_for(array['early-help','social-work']))) or (select access.is_system()))));
grant select, insert, update on plan_action to goldthread_app;
create policy with_episode on plan_action for select to goldthread_app using (exists (select 1 from early_help_episode e where e.id = episode_id));
create policy those_who_help_write on plan_action for insert to goldthread_app with check (exists (select 1 from early_help_episode e where e.id = episode_id and ((e.id = any((select access.my_episodes())::uuid[]) or (select access.has_role(array['EH_CO'])) or e.team_id = any((select access.my_teams())::uuid[]) and (select access.in_team_for(array['early-help','social-work']))) or (select access.is_system()))));
create policy those_who_help_change on plan_action for update to goldthread_app using (exists (select 1 from early_help_episode e where e.id = episode_id and ((e.id = any((select access.my_episodes())::uuid[]) or (select access.has_role(array['EH_CO'])) or e.team_id = any((select access.my_teams())::uuid[]) and (select access.in_team_for(array['early-help','social-work']))) or (select access.is_system()))));
grant select, insert, update on review to goldthread_app;
create policy with_episode on review for select to goldthread_app using (exists (select 1 from early_help_episode e where e.id = episode_id));
create policy those_who_help_write on review for insert to goldthread_app with check (exists (select 1 from early_help_episode e where e.id = episode_id and ((e.id = any((select access.my_episodes())::uuid[]) or (select access.has_role(array['EH_CO'])) or e.team_id = any((select access.my_teams())::uuid[]) and (select access.in_team_for(array['early-help','social-work']))) or (select access.is_system()))));
create policy those_who_help_change on review for update to goldthread_app using (exists (select 1 from early_help_episode e where e.id = episode_id and ((e.id = any((select access.my_episodes())::uuid[]) or (select access.has_role(array['EH_CO'])) or e.team_id = any((select access.my_teams())::uuid[]) and (select access.in_team_for(array['early-help','social-work']))) or (select access.is_system()))));
grant select, insert, update on goal_score to goldthread_app;
create policy with_episode on goal_score for select to goldthread_app using (exists (select 1 from early_help_episode e where e.id = episode_id));
create policy those_who_help_write on goal_score for insert to goldthread_app with check (exists (select 1 from early_help_episode e where e.id = episode_id and ((e.id = any((select access.my_episodes())::uuid[]) or (select access.has_role(array['EH_CO'])) or e.team_id = any((select access.my_teams())::uuid[]) and (select access.in_team_for(array['early-help','social-work']))) or (select access.is_system()))));
create policy those_who_help_change on goal_score for update to goldthread_app using (exists (select 1 from early_help_episode e where e.id = episode_id and ((e.id = any((select access.my_episodes())::uuid[]) or (select access.has_role(array['EH_CO'])) or e.team_id = any((select access.my_teams())::uuid[]) and (select access.in_team_for(array['early-help','social-work']))) or (select access.is_system()))));

grant select, insert, update on lead_professional, taf_member to goldthread_app;
create policy with_episode on lead_professional for select to goldthread_app using (episode_id <> all((select access.episodes_hidden_from_me())::uuid[]) and (staff_id = access.staff() or exists (select 1 from early_help_episode e where e.id = episode_id)));
create policy those_who_help_offer on lead_professional for insert to goldthread_app with check (
  state = 'offered' and offered_by = access.staff() and exists (select 1 from early_help_episode e where e.id = episode_id and ((e.id = any((select access.my_episodes())::uuid[]) or (select access.has_role(array['EH_CO'])) or e.team_id = any((select access.my_teams())::uuid[]) and (select access.in_team_for(array['early-help','social-work']))))));
create policy answers_or_ends on lead_professional for update to goldthread_app using (
  staff_id = access.staff() or exists (select 1 from early_help_episode e where e.id = episode_id and ((e.id = any((select access.my_episodes())::uuid[]) or (select access.has_role(array['EH_CO'])) or e.team_id = any((select access.my_teams())::uuid[]) and (select access.in_team_for(array['early-help','social-work']))))))
  with check (true);
create policy with_episode on taf_member for select to goldthread_app using (episode_id <> all((select access.episodes_hidden_from_me())::uuid[]) and (staff_id = access.staff() or exists (select 1 from early_help_episode e where e.id = episode_id)));
create policy those_who_help_invite on taf_member for insert to goldthread_app with check (
  invited_by = access.staff() and exists (select 1 from early_help_episode e where e.id = episode_id and ((e.id = any((select access.my_episodes())::uuid[]) or (select access.has_role(array['EH_CO'])) or e.team_id = any((select access.my_teams())::uuid[]) and (select access.in_team_for(array['early-help','social-work']))))));
create policy answers_or_ends on taf_member for update to goldthread_app using (
  staff_id = access.staff() or exists (select 1 from early_help_episode e where e.id = episode_id and ((e.id = any((select access.my_episodes())::uuid[]) or (select access.has_role(array['EH_CO'])) or e.team_id = any((select access.my_teams())::uuid[]) and (select access.in_team_for(array['early-help','social-work']))))))
  with check (true);

grant select, insert, update on referral, strategy_request to goldthread_app;
create policy team_and_front_door on referral for select to goldthread_app using (
  child_id <> all((select access.people_hidden_from_me())::uuid[])
  and (team_id = any((select access.my_teams())::uuid[]) and (select access.has_role(array['SW','TM'])) or allocated_to = access.staff() or sent_by = access.staff()
    or (select access.has_role(array['MASH_M'])) or (child_id = any((select access.people_i_help())::uuid[]) and (select access.has_role(array['SW','TM'])))));
create policy front_door_sends on referral for insert to goldthread_app with check (
  state = 'RECEIVED' and sent_by = access.staff() and (select access.has_role(array['MASH_M','TM'])) and exists (select 1 from person p where p.id = child_id));
create policy team_works on referral for update to goldthread_app using (
  child_id <> all((select access.people_hidden_from_me())::uuid[])
  and (team_id = any((select access.my_teams())::uuid[]) and (select access.has_role(array['SW','TM'])) or (select access.has_role(array['MASH_M']))));
create policy team_and_front_door on strategy_request for select to goldthread_app using (
  child_id <> all((select access.people_hidden_from_me())::uuid[])
  and (team_id = any((select access.my_teams())::uuid[]) and (select access.has_role(array['SW','TM'])) or requested_by = access.staff() or (select access.has_role(array['MASH_M']))));
create policy front_door_asks on strategy_request for insert to goldthread_app with check (
  state = 'REQUESTED' and requested_by = access.staff() and (select access.has_role(array['MASH_M','SW','TM'])) and exists (select 1 from person p where p.id = child_id));
create policy team_works on strategy_request for update to goldthread_app using (
  child_id <> all((select access.people_hidden_from_me())::uuid[]) and team_id = any((select access.my_teams())::uuid[]) and (select access.has_role(array['SW','TM'])));

grant select, insert, update on chronology_event to goldthread_app;
create policy those_who_help on chronology_event for select to goldthread_app using (
  person_id <> all((select access.people_hidden_from_me())::uuid[])
  and (added_by = access.staff() or (select access.is_system()) or (select access.has_role(array['MASH_M','EH_CO']))
    or person_id = any((select access.people_i_help())::uuid[]) and (open_to = 'everyone who helps' or (select access.has_role(array['SW','TM'])))));
create policy those_who_help_add on chronology_event for insert to goldthread_app with check (
  (select access.is_system()) or (added_by is not distinct from access.staff() or automatic) and exists (select 1 from person p where p.id = person_id)
    and (person_id = any((select access.people_i_help())::uuid[]) or (select access.has_role(array['CO','MASH_M','EH_CO','SW','TM']))));
create policy those_who_help_change on chronology_event for update to goldthread_app using (
  person_id <> all((select access.people_hidden_from_me())::uuid[])
  and (person_id = any((select access.people_i_help())::uuid[]) or (select access.has_role(array['MASH_M','EH_CO','SW','TM']))));

-- Published for the outcomes room and for returns: goals by outcome with where they stand. Ids and numbers, no names, no words.
create view published_goal_progress as
  select g.outcome_id, g.id as goal_id, g.episode_id, g.baseline, coalesce(latest.score_now, g.baseline) as latest, g.target, g.state, g.created_at, latest.held_on as scored_on
    from plan_goal g
    left join lateral (select s.score_now, r.held_on from goal_score s join review r on r.id = s.review_id where s.goal_id = g.id order by r.held_on desc, r.recorded_at desc limit 1) latest on true;
comment on view published_goal_progress is 'Every plan goal with the outcome it cites, its scale at the start, now and aimed for, and its state. No names, no words: for counting by outcome. Whoever shows it suppresses small numbers.';
comment on column published_goal_progress.outcome_id is 'Outcome the goal cites';
comment on column published_goal_progress.goal_id is 'The goal';
comment on column published_goal_progress.episode_id is 'Episode of early help it belongs to';
comment on column published_goal_progress.baseline is 'Where it stood at the start, 0 to 10';
comment on column published_goal_progress.latest is 'Where it stood at the last review, 0 to 10; the start where there was none';
comment on column published_goal_progress.target is 'Where it should be, 0 to 10';
comment on column published_goal_progress.state is 'working, achieved or dropped';
comment on column published_goal_progress.created_at is 'When the goal was written down';
comment on column published_goal_progress.scored_on is 'Day of the last score; null when never scored';
grant select on review to goldthread_access;
create policy access_reads on review for select to goldthread_access using (true);
alter view published_goal_progress owner to goldthread_access;
grant select on published_goal_progress to goldthread_app;
