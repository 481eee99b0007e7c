-- An answer to the front door's question is the referrer's word: nobody else who may read the contact writes it. And clinicians are health
-- practitioners like the others of domain list 2.2: the index is open to them, for a reason they state.
drop policy referrer_answers on contact_question;
create policy referrer_answers on contact_question for update to goldthread_app using (
  exists (select 1 from contact c where c.id = contact_id and c.referrer_staff_id = access.staff()));

create or replace function search.refuse_unless_searcher() returns void language plpgsql stable set search_path = pg_catalog, public as $$
begin
  if not access.has_role(array['CO','MASH_M','EH_CO','LP','FSW','SW','TM','HV','SN','MIDW','GP','CLIN','POL_PPD','QA_AUD','DCS','SHIELD']) then
    raise exception 'This role does not search the index' using errcode = 'insufficient_privilege';
  end if;
end $$;
drop policy own on index_look;
create policy own on index_look for insert to goldthread_app with check (
  staff_id = access.staff() and (select access.has_role(array['CO','MASH_M','EH_CO','LP','FSW','SW','TM','HV','SN','MIDW','GP','CLIN','POL_PPD','QA_AUD','DCS','SHIELD'])));

-- Whoever led or belonged and no longer does cannot write themselves back in: their own row is theirs to answer while it is open.
create policy own_row_while_open on lead_professional as restrictive for update to goldthread_app using (
  staff_id is distinct from access.staff() or state in ('offered','active'));
create policy own_row_while_open on taf_member as restrictive for update to goldthread_app using (
  staff_id is distinct from access.staff() or (left_on is null and declined_at is null));

-- The worker reminds whoever leads, also where the family is hidden from everyone else.
create policy system_reads on lead_professional for select to goldthread_app using ((select access.is_system()));
create policy system_reads on taf_member for select to goldthread_app using ((select access.is_system()));
