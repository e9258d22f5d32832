-- Of each 1024 positions the earliest and the latest time. Statements that are run again change nothing.

create table if not exists event_block (
    no       bigint primary key,
    first_at bigint not null,
    last_at  bigint not null
)

merge into event_block (no, first_at, last_at) key (no)
select position / 1024, min(at), max(at) from event group by position / 1024
