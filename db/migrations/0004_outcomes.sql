-- Outcomes: what the borough and its families want for children, by stage of life, and the priorities they serve.
-- Managed reference data: read by all, changed by commissioners and the director, every change kept.

create table pathway_stage (
  id text not null,
  label text not null,
  sort integer not null,
  constraint pathway_stage_pk primary key (id)
);
alter table pathway_stage enable row level security;
alter table pathway_stage force row level security;
comment on table pathway_stage is 'A stage on the co-produced pathway from before birth to 25.';
comment on column pathway_stage.id is 'minus9m, birth, by2, by5, by11, by18, by25, any';
comment on column pathway_stage.label is 'Name of the stage in words';
comment on column pathway_stage.sort is 'Order along the pathway';

create table priority (
  id text not null,
  name text not null,
  corporate_aims text[] not null default '{}',
  source text not null,
  valid_from date not null,
  valid_to date,
  constraint priority_pk primary key (id)
);
alter table priority enable row level security;
alter table priority force row level security;
comment on table priority is 'A priority of the borough''s plan for children and families.';
comment on column priority.id is 'P1 to P4';
comment on column priority.name is 'Name of the priority';
comment on column priority.corporate_aims is 'Corporate aims it serves';
comment on column priority.source is 'Document it comes from';
comment on column priority.valid_from is 'First day';
comment on column priority.valid_to is 'Last day';

create table outcome (
  id text not null,
  subject text not null,
  stage_id text not null,
  label text not null,
  plain_words text not null,
  owner_board text not null,
  owner_staff_id uuid,
  source text not null,
  valid_from date not null,
  valid_to date,
  version integer not null default 1,
  constraint outcome_pk primary key (id),
  constraint outcome_stage_fk foreign key (stage_id) references pathway_stage (id),
  constraint outcome_owner_fk foreign key (owner_staff_id) references staff (id),
  constraint outcome_subject_known check (subject in ('parent','child','youngAdult','family'))
);
alter table outcome enable row level security;
alter table outcome force row level security;
comment on table outcome is 'An outcome of the co-produced pathway. A plan goal cites one; one that is cited can be retired but never removed.';
comment on column outcome.id is 'For example O-5-3';
comment on column outcome.subject is 'parent, child, youngAdult or family';
comment on column outcome.stage_id is 'Stage on the pathway';
comment on column outcome.label is 'The outcome in the words agreed with families';
comment on column outcome.plain_words is 'The same for a child of about ten';
comment on column outcome.owner_board is 'Board that owns it (rule G1)';
comment on column outcome.owner_staff_id is 'Named person who owns it (rule G1)';
comment on column outcome.source is 'Document it comes from';
comment on column outcome.valid_from is 'First day';
comment on column outcome.valid_to is 'Last day; new goals cannot cite it afterwards';
comment on column outcome.version is 'Optimistic version';
create index outcome_stage_ix on outcome (stage_id);

create table outcome_priority (
  outcome_id text not null,
  priority_id text not null,
  constraint outcome_priority_pk primary key (outcome_id, priority_id),
  constraint outcome_priority_outcome_fk foreign key (outcome_id) references outcome (id),
  constraint outcome_priority_priority_fk foreign key (priority_id) references priority (id)
);
alter table outcome_priority enable row level security;
alter table outcome_priority force row level security;
comment on table outcome_priority is 'Which priorities an outcome serves.';
comment on column outcome_priority.outcome_id is 'The outcome';
comment on column outcome_priority.priority_id is 'A priority it serves';

create table outcome_wording (
  outcome_id text not null,
  version integer not null,
  label text not null,
  plain_words text not null,
  changed_by uuid,
  changed_at timestamptz not null,
  reason text not null,
  constraint outcome_wording_pk primary key (outcome_id, version),
  constraint outcome_wording_outcome_fk foreign key (outcome_id) references outcome (id)
);
alter table outcome_wording enable row level security;
alter table outcome_wording force row level security;
comment on table outcome_wording is 'Every earlier wording of an outcome, so that a goal agreed under it can be read as it was agreed.';
comment on column outcome_wording.outcome_id is 'The outcome';
comment on column outcome_wording.version is 'Version this wording was';
comment on column outcome_wording.label is 'Wording then';
comment on column outcome_wording.plain_words is 'Plain wording then';
comment on column outcome_wording.changed_by is 'Who changed it away';
comment on column outcome_wording.changed_at is 'When it was changed away';
comment on column outcome_wording.reason is 'Why';

grant select, insert, update on pathway_stage, priority, outcome to goldthread_app;
grant select, insert, delete on outcome_priority to goldthread_app;
grant select, insert on outcome_wording to goldthread_app;
create policy everyone_reads on pathway_stage for select to goldthread_app using (true);
create policy managers_write on pathway_stage for insert to goldthread_app with check ((select access.has_role(array['COMM','DCS'])) or (select access.is_system()));
create policy managers_change on pathway_stage for update to goldthread_app using ((select access.has_role(array['COMM','DCS'])));
create policy everyone_reads on priority for select to goldthread_app using (true);
create policy managers_write on priority for insert to goldthread_app with check ((select access.has_role(array['COMM','DCS'])) or (select access.is_system()));
create policy managers_change on priority for update to goldthread_app using ((select access.has_role(array['COMM','DCS'])));
create policy everyone_reads on outcome for select to goldthread_app using (true);
create policy managers_write on outcome for insert to goldthread_app with check ((select access.has_role(array['COMM','DCS'])) or (select access.is_system()));
create policy managers_change on outcome for update to goldthread_app using ((select access.has_role(array['COMM','DCS'])));
create policy everyone_reads on outcome_priority for select to goldthread_app using (true);
create policy managers_write on outcome_priority for insert to goldthread_app with check ((select access.has_role(array['COMM','DCS'])) or (select access.is_system()));
create policy managers_remove on outcome_priority for delete to goldthread_app using ((select access.has_role(array['COMM','DCS'])));
create policy everyone_reads on outcome_wording for select to goldthread_app using (true);
create policy managers_write on outcome_wording for insert to goldthread_app with check (changed_by = access.staff() and (select access.has_role(array['COMM','DCS'])));

-- Reference data goes in as the owner, whom forced row-level security stops; it is forced again before this migration ends.
alter table pathway_stage no force row level security;
alter table priority no force row level security;
alter table outcome no force row level security;
alter table outcome_priority no force row level security;

-- The pathway and the four priorities as adopted ("Our Plan: Children and Families 2013-2018", sections I, II and IV).
insert into pathway_stage (id, label, sort) values
  ('minus9m', 'Before birth', 1), ('birth', 'Birth', 2), ('by2', 'By age 2', 3), ('by5', 'By age 5', 4), ('by11', 'By age 11', 5),
  ('by18', 'By age 18', 6), ('by25', 'By age 25', 7), ('any', 'Families, at any time', 8);
insert into priority (id, name, corporate_aims, source, valid_from) values
  ('P1', 'Early intervention', array['most effective delivery'], 'Our Plan 2013-2018, section IV', '2013-04-01'),
  ('P2', 'Health promotion', array['life expectancy kept and the health gap reduced', 'participation in art, sport, leisure and culture'], 'Our Plan 2013-2018, section IV', '2013-04-01'),
  ('P3', 'Safeguarding', array['most vulnerable cared for and safe', 'less fear of crime and anti-social behaviour'], 'Our Plan 2013-2018, section IV', '2013-04-01'),
  ('P4', 'Narrow the gap', array['attainment gap reduced', 'residents skilled for work and apprenticeships'], 'Our Plan 2013-2018, section IV', '2013-04-01');
insert into outcome (id, subject, stage_id, label, plain_words, owner_board, source, valid_from) values
  ('O-M9-1', 'parent', 'minus9m', 'Parents ready to have a family', 'The grown-ups are ready for a baby', 'Children''s partnership board', 'Our Plan 2013-2018, section II', '2013-04-01'),
  ('O-B-1', 'child', 'birth', 'Healthy birth', 'The baby is born healthy', 'Health and wellbeing board', 'Our Plan 2013-2018, section II', '2013-04-01'),
  ('O-B-2', 'child', 'birth', 'Baby safe and cared for', 'The baby is safe and looked after', 'Safeguarding children partnership', 'Our Plan 2013-2018, section II', '2013-04-01'),
  ('O-B-3', 'child', 'birth', 'Brain developing well; baby learning', 'The baby is growing and learning', 'Health and wellbeing board', 'Our Plan 2013-2018, section II', '2013-04-01'),
  ('O-2-1', 'child', 'by2', 'Healthy and thriving', 'Healthy and growing well', 'Health and wellbeing board', 'Our Plan 2013-2018, section II', '2013-04-01'),
  ('O-2-2', 'child', 'by2', 'Safe and cared for', 'Safe and looked after', 'Safeguarding children partnership', 'Our Plan 2013-2018, section II', '2013-04-01'),
  ('O-2-3', 'child', 'by2', 'Continued brain development and learning', 'Learning new things', 'Children''s partnership board', 'Our Plan 2013-2018, section II', '2013-04-01'),
  ('O-5-1', 'child', 'by5', 'Healthy and thriving', 'Healthy and growing well', 'Health and wellbeing board', 'Our Plan 2013-2018, section II', '2013-04-01'),
  ('O-5-2', 'child', 'by5', 'Safe', 'Safe', 'Safeguarding children partnership', 'Our Plan 2013-2018, section II', '2013-04-01'),
  ('O-5-3', 'child', 'by5', 'Ready for school', 'Ready for school', 'Children''s partnership board', 'Our Plan 2013-2018, section II', '2013-04-01'),
  ('O-11-1', 'child', 'by11', 'Healthy and thriving', 'Healthy and growing well', 'Health and wellbeing board', 'Our Plan 2013-2018, section II', '2013-04-01'),
  ('O-11-2', 'child', 'by11', 'Safe', 'Safe', 'Safeguarding children partnership', 'Our Plan 2013-2018, section II', '2013-04-01'),
  ('O-11-3', 'child', 'by11', 'Learning to potential', 'Learning as well as you can', 'Children''s partnership board', 'Our Plan 2013-2018, section II', '2013-04-01'),
  ('O-11-4', 'child', 'by11', 'Preparing for transition to adulthood', 'Getting ready for growing up', 'Children''s partnership board', 'Our Plan 2013-2018, section II', '2013-04-01'),
  ('O-18-1', 'child', 'by18', 'Healthy and thriving', 'Healthy and doing well', 'Health and wellbeing board', 'Our Plan 2013-2018, section II', '2013-04-01'),
  ('O-18-2', 'child', 'by18', 'Safe', 'Safe', 'Safeguarding children partnership', 'Our Plan 2013-2018, section II', '2013-04-01'),
  ('O-18-3', 'child', 'by18', 'Contributing to society, potentially in further education', 'Taking part, perhaps at college', 'Children''s partnership board', 'Our Plan 2013-2018, section II', '2013-04-01'),
  ('O-25-1', 'youngAdult', 'by25', 'Independent and in employment', 'Living your own life and working', 'Children''s partnership board', 'Our Plan 2013-2018, section II', '2013-04-01'),
  ('O-25-2', 'youngAdult', 'by25', 'Achieving potential through lifelong learning', 'Still learning', 'Children''s partnership board', 'Our Plan 2013-2018, section II', '2013-04-01'),
  ('O-25-3', 'youngAdult', 'by25', 'Contributing to society', 'Taking part', 'Children''s partnership board', 'Our Plan 2013-2018, section II', '2013-04-01'),
  ('O-F-1', 'family', 'any', 'Ready to have a family', 'Ready to have a family', 'Children''s partnership board', 'Our Plan 2013-2018, section II', '2013-04-01'),
  ('O-F-2', 'family', 'any', 'Confident and skilled in parenting', 'The grown-ups feel sure of what they are doing', 'Children''s partnership board', 'Our Plan 2013-2018, section II', '2013-04-01'),
  ('O-F-3', 'family', 'any', 'Healthy and thriving', 'The whole family is healthy and doing well', 'Health and wellbeing board', 'Our Plan 2013-2018, section II', '2013-04-01'),
  ('O-F-4', 'family', 'any', 'Safe and protective', 'The family keeps everyone safe', 'Safeguarding children partnership', 'Our Plan 2013-2018, section II', '2013-04-01'),
  ('O-F-5', 'family', 'any', 'Independent and in employment', 'The grown-ups have work and manage by themselves', 'Children''s partnership board', 'Our Plan 2013-2018, section II', '2013-04-01'),
  ('O-F-6', 'family', 'any', 'Contributing to society', 'The family takes part in the neighbourhood', 'Children''s partnership board', 'Our Plan 2013-2018, section II', '2013-04-01');
insert into outcome_priority (outcome_id, priority_id)
  select o.id, p.id from outcome o join priority p on
    (p.id = 'P1' and o.id in ('O-M9-1','O-B-3','O-2-3','O-5-3','O-F-1','O-F-2')) or
    (p.id = 'P2' and o.id in ('O-B-1','O-2-1','O-5-1','O-11-1','O-18-1','O-F-3')) or
    (p.id = 'P3' and o.id in ('O-B-2','O-2-2','O-5-2','O-11-2','O-18-2','O-F-4')) or
    (p.id = 'P4' and o.id in ('O-11-3','O-11-4','O-18-3','O-25-1','O-25-2','O-25-3','O-F-5','O-F-6'));

alter table pathway_stage force row level security;
alter table priority force row level security;
alter table outcome force row level security;
alter table outcome_priority force row level security;
