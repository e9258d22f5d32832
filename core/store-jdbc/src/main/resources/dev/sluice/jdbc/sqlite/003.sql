-- What queries find events by, in the order of positions.

create index event_by_type on event (account, type)

create index event_by_entity on event (account, entity)

-- Of each 1024 positions the earliest and the latest time.

create table event_block (
    no       integer primary key,
    first_at integer not null,
    last_at  integer not null
)

insert into event_block (no, first_at, last_at)
select position >> 10, min(at), max(at) from event group by 1
