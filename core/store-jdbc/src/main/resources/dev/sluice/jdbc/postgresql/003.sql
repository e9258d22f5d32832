-- Events may leave when nothing is left of them but what columns hold.

create or replace function sluice_event_is_final() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        if old.clear is not null or old.sealed is not null or old.detail is not null then
            raise exception 'events are never deleted before they were emptied';
        end if;
        return old;
    end if;
    if (new.tx, new.position, new.account, new.stream, new.seq, new.type, new.at, new.v, new.flow, new.rev, new.source,
        new.step, new.entity, new.generation, new.attempt, new.outcome, new.reason, new.cost, new.revenue,
        new.duration_ms, new.test, new.hash)
      is distinct from
       (old.tx, old.position, old.account, old.stream, old.seq, old.type, old.at, old.v, old.flow, old.rev, old.source,
        old.step, old.entity, old.generation, old.attempt, old.outcome, old.reason, old.cost, old.revenue,
        old.duration_ms, old.test, old.hash)
      or (new.clear is distinct from old.clear and new.clear is not null)
      or (new.sealed is distinct from old.sealed and new.sealed is not null)
      or (new.detail is distinct from old.detail and new.detail is not null)
    then
        raise exception 'events are never changed';
    end if;
    return new;
end
$$
