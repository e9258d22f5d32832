-- Events may leave when nothing is left of them but what columns hold.

drop trigger event_stays

create trigger event_stays before delete on event
when old.clear is not null or old.sealed is not null or old.detail is not null
begin
    select raise(abort, 'events are never deleted before they were emptied');
end
