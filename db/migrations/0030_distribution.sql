-- The index can be spread over machines by person: every key of its tables holds the person, and no constraint of theirs crosses two people.
-- A name, an address or a number is one person's; two people's facts (a join, a relationship, certainly not) stand under the first of them, and
-- the functions that write them see that the other exists.
alter table person_name drop constraint person_name_pk, add constraint person_name_pk primary key (person_id, id);
alter table person_address drop constraint person_address_pk, add constraint person_address_pk primary key (person_id, id);
alter table person_contact_point drop constraint person_contact_point_pk, add constraint person_contact_point_pk primary key (person_id, id);
alter table identifier drop constraint identifier_pk, add constraint identifier_pk primary key (person_id, id);
alter table relationship drop constraint relationship_pk, add constraint relationship_pk primary key (person_id, id);
-- Their old indexes on the person alone are the beginning of the new keys.
drop index person_name_person_ix;
drop index person_contact_point_person_ix;
drop index identifier_person_ix;
drop index relationship_person_ix;
-- A row is sometimes asked for by its id alone, by whoever parts people that were joined; that asks every machine.
create index person_name_id_ix on person_name (id);
create index person_address_id_ix on person_address (id);
create index person_contact_point_id_ix on person_contact_point (id);
create index identifier_id_ix on identifier (id);
create index relationship_id_ix on relationship (id);

alter table person drop constraint person_became_fk;
comment on column person.became_id is 'Person this record was joined to; the id still leads there. No foreign key: they may live on another machine';
alter table relationship drop constraint relationship_related_fk;
comment on column relationship.related_id is 'To whom; they may live on another machine, so no foreign key: whoever writes it sees both';
alter table certainly_not drop constraint certainly_not_b_fk;
