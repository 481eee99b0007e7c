-- The same search, read on a replica: it finds and cannot audit, so it runs nowhere else, and whoever asks it audits on the primary before
-- answering (search.store.ts).

create function search.find_on_replica(p_keys bigint[], p_from integer[], p_to integer[], p_every boolean[], p_guarded boolean[], p_parent boolean[], p_weights integer[], p_stop integer[], p_kinds text[],
  p_heard1 text[], p_heard2 text[], p_heard3 text[], p_heard4 text[], p_words text[], p_parents text[], p_named boolean, p_narrowed boolean, p_reason text)
returns json language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  perform search.refuse_unless_searcher();
  if not pg_is_in_recovery() then
    raise exception 'What finds without auditing runs on a replica alone' using errcode = 'insufficient_privilege';
  end if;
  if not p_narrowed or coalesce(trim(p_reason), '') = '' then
    raise exception 'A search needs a reason and more than a name' using errcode = 'check_violation', constraint = 'search_is_narrow';
  end if;
  return (select json_build_object('ids', f.ids, 'people', f.people) from search.find(p_keys, p_from, p_to, p_every, p_guarded, p_parent, p_weights, p_stop, p_kinds,
    p_heard1, p_heard2, p_heard3, p_heard4, p_words, p_parents, p_named, access.people_opened_to_me(), access.people_closed_to_me()) f);
end $$;
comment on function search.find_on_replica(bigint[], integer[], integer[], boolean[], boolean[], boolean[], integer[], integer[], text[], text[], text[], text[], text[], text[], text[], boolean, boolean, text) is 'Finds as search.find_people does, on a server in recovery alone, with the ids to be audited on the primary.';
alter function search.find_on_replica(bigint[], integer[], integer[], boolean[], boolean[], boolean[], integer[], integer[], text[], text[], text[], text[], text[], text[], text[], boolean, boolean, text) owner to goldthread_search;
revoke execute on function search.find_on_replica(bigint[], integer[], integer[], boolean[], boolean[], boolean[], integer[], integer[], text[], text[], text[], text[], text[], text[], text[], boolean, boolean, text) from public;
grant execute on function search.find_on_replica(bigint[], integer[], integer[], boolean[], boolean[], boolean[], integer[], integer[], text[], text[], text[], text[], text[], text[], text[], boolean, boolean, text) to goldthread_app;
