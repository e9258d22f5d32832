-- Statements are separated by empty lines. Times are milliseconds since 1970, money is in millionths.

create table event (
    position    integer primary key,
    account     text    not null,
    stream      text    not null,
    seq         integer not null,
    type        text    not null,
    at          integer not null,
    v           integer not null,
    flow        text,
    rev         integer,
    source      text,
    step        text,
    entity      text,
    generation  integer,
    attempt     integer,
    outcome     text,
    reason      text,
    cost        integer,
    revenue     integer,
    duration_ms integer,
    test        integer,
    clear       blob,
    sealed      blob,
    detail      blob,
    hash        blob    not null,
    gone        blob,
    unique (account, stream, seq)
)

-- A part may be emptied, nothing else.
create trigger event_is_final before update on event
when new.position is not old.position
  or new.account is not old.account or new.stream is not old.stream or new.seq is not old.seq
  or new.type is not old.type or new.at is not old.at or new.v is not old.v
  or new.flow is not old.flow or new.rev is not old.rev or new.source is not old.source
  or new.step is not old.step or new.entity is not old.entity
  or new.generation is not old.generation or new.attempt is not old.attempt
  or new.outcome is not old.outcome or new.reason is not old.reason
  or new.cost is not old.cost or new.revenue is not old.revenue
  or new.duration_ms is not old.duration_ms or new.test is not old.test
  or new.hash is not old.hash
  or (new.clear is not old.clear and new.clear is not null)
  or (new.sealed is not old.sealed and new.sealed is not null)
  or (new.detail is not old.detail and new.detail is not null)
begin
    select raise(abort, 'events are never changed');
end

create trigger event_stays before delete on event
begin
    select raise(abort, 'events are never deleted');
end

create table lead (
    account      text not null,
    lead_id      text not null,
    flow         text,
    rev          integer,
    source       text,
    state        text,
    outcome      text,
    reason       text,
    submitted_at integer,
    completed_at integer,
    expires_at   integer,
    legal_hold   integer,
    cost         integer not null default 0,
    revenue      integer not null default 0,
    last_seq     integer not null,
    last_hash    blob    not null,
    owner        text,
    epoch        integer not null default 0,
    busy_until   integer,
    facts        text,
    primary key (account, lead_id)
) without rowid

create table lead_key (
    account text not null,
    lead_id text not null,
    kek_id  text not null,
    wrapped blob not null,
    primary key (account, lead_id)
) without rowid

create table vault (
    account text not null,
    lead_id text not null,
    body    blob not null,
    primary key (account, lead_id)
) without rowid

create table lead_index (
    account text not null,
    path    text not null,
    token   text not null,
    lead_id text not null,
    primary key (account, path, token, lead_id)
) without rowid

create table counter (
    account   text    not null,
    "key"     text    not null,
    "window"  text    not null,
    committed integer not null,
    reserved  integer not null,
    primary key (account, "key", "window")
) without rowid

create table hold (
    account text not null,
    holder  text not null,
    items   text not null,
    primary key (account, holder)
) without rowid

create table entry (
    account    text    not null,
    list       text    not null,
    token      text    not null,
    lead_id    text    not null,
    at         integer not null,
    expires_at integer,
    primary key (account, list, token)
) without rowid

create index entry_by_expiry on entry (account, expires_at) where expires_at is not null

create table work (
    account     text    not null,
    id          text    not null,
    kind        text    not null,
    due_at      integer not null,
    owner       text,
    lease_until integer,
    attempts    integer not null,
    ref         text    not null,
    primary key (account, id)
) without rowid

create index work_by_due on work (due_at)

create table doc (
    account text    not null,
    kind    text    not null,
    id      text    not null,
    version integer not null,
    body    text    not null,
    primary key (account, kind, id)
) without rowid

create table seal (
    no          integer primary key,
    from_cursor text    not null,
    to_cursor   text    not null,
    count       integer not null,
    root        blob    not null,
    prev        blob    not null,
    signature   blob
)
