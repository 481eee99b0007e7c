-- A referral that came from a step-up knows the early help it came from, so that the team around the family goes on until
-- social care accepts the referral, and ends then (domain 3.6).
alter table referral add column stepped_up_from uuid;
alter table referral add constraint referral_stepped_up_from_fk foreign key (stepped_up_from) references early_help_episode (id);
create index referral_stepped_up_from_ix on referral (stepped_up_from) where stepped_up_from is not null;
comment on column referral.stepped_up_from is 'Early help episode whose step-up led here; it ends when this referral is accepted';
