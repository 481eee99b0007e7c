-- A restricted person's name is offered as a candidate only where the name itself or a number speaks for it: on weaker evidence the name of
-- someone whose record is closed would be shown for somebody else's child. The number is said to be the same, never which.
create or replace function search.candidates_for(p_keys bigint[], p_kinds text[], p_weights integer[], p_heard text[], p_identifiers text[], p_source_kind text, p_source_id uuid, p_reason text, p_asked text, p_role text, p_agency uuid, p_request text)
returns jsonb language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  v_ids uuid[];
  v_opened uuid[] := access.people_opened_to_me();
  v_closed uuid[] := access.people_closed_to_me();
  v_answer jsonb;
begin
  perform search.refuse_unless_searcher();
  select coalesce(array_agg(r.person_id order by r.weight desc, r.person_id), '{}') into v_ids from search.ranked(p_keys, p_kinds, p_weights, p_heard, v_opened, v_closed) r;
  perform audit.append('people.index.compared', 'done', p_reason, v_ids, null, null,
    jsonb_build_object('asked', p_asked, 'keys', coalesce(cardinality(p_keys), 0), 'returned', cardinality(v_ids)), p_role, p_agency, p_request);
  select coalesce(jsonb_agg(case when p.restricted and p.id <> all(v_opened)
    then jsonb_build_object('id', p.id, 'names', jsonb_build_array(jsonb_build_object('given', p.given_name, 'family', p.family_name)), 'contactInstead', search.contact_instead(p.id), 'sameNumber', exists (select 1 from identifier i where i.person_id = p.id and i.value = any(p_identifiers)), 'decided', d.said)
    else jsonb_build_object('id', p.id, 'decided', d.said, 'preferred', p.preferred_name, 'dateOfBirth', p.date_of_birth, 'dateOfBirthIs', p.date_of_birth_is, 'expectedOn', p.expected_on, 'sex', p.sex,
      'names', jsonb_build_array(jsonb_build_object('given', p.given_name, 'family', p.family_name)) || coalesce((select jsonb_agg(jsonb_build_object('given', n.given_name, 'family', n.family_name)) from person_name n where n.person_id = p.id), '[]'),
      'area', search.area_of(p.id, search.is_withheld(p, v_opened)),
      'addresses', case when search.is_withheld(p, v_opened) then '[]'::jsonb else coalesce((select jsonb_agg(jsonb_build_object('line1', a.line1, 'postcode', a.postcode, 'current', a.valid_to is null) order by a.valid_to desc nulls first)
        from person_address a where a.person_id = p.id), '[]') end,
      'identifiers', coalesce((select jsonb_object_agg(k.kind, k.said) from (
        select i.kind, case when bool_or(i.value = any(p_identifiers)) then 'same' else 'held' end as said from identifier i where i.person_id = p.id group by i.kind) k), '{}'),
      'parents', coalesce((select jsonb_agg(concat_ws(' ', q.given_name, q.family_name)) from relationship r join person q on q.id = r.person_id
        where r.related_id = p.id and r.kind in ('mother','father','parent','step-parent','carer') and r.valid_to is null and q.id <> all(v_closed)
          and (q.shield <> 'hidden' or q.id = any(v_opened)) and (not q.restricted or q.id = any(v_opened))), '[]'),
      'household', coalesce((select jsonb_agg(distinct jsonb_build_object('id', q.id, 'given', q.given_name, 'name', concat_ws(' ', q.given_name, q.family_name), 'dateOfBirth', q.date_of_birth, 'part', m2.part))
        from family_member m join family_member m2 on m2.family_id = m.family_id and m2.valid_to is null and m2.person_id <> p.id join person q on q.id = m2.person_id
        where m.person_id = p.id and m.valid_to is null and q.id <> all(v_closed) and (q.shield <> 'hidden' or q.id = any(v_opened)) and (not q.restricted or q.id = any(v_opened))), '[]'),
      'notTheSameAs', coalesce((select jsonb_agg(concat_ws(' ', q.given_name, q.family_name)) from certainly_not c join person q on q.id = case when c.person_a = p.id then c.person_b else c.person_a end
        where p.id in (c.person_a, c.person_b) and q.id = any(v_ids)), '[]'),
      'twin', search.has_twin(p.id, p.date_of_birth, v_opened, v_closed),
      'involvementCount', (select count(*) from involvement i where i.person_id = p.id and i.ended_on is null and (not i.sensitive or i.consent_to_show))) end order by f.place), '[]')
    into v_answer
    from unnest(v_ids) with ordinality as f(id, place) join person p on p.id = f.id
    left join lateral (
      select jsonb_build_object('decision', m.decision, 'by', s.display_name, 'at', m.decided_at) as said from match_decision m join staff s on s.id = m.decided_by
       where m.source_kind = p_source_kind and m.source_id = p_source_id and m.person_id = p.id order by m.decided_at desc, m.id limit 1) d on true;
  return v_answer;
end $$;
