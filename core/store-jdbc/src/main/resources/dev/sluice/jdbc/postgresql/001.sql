-- Statements are separated by empty lines. Times are milliseconds since 1970, money is in millionths.

create table event (
    tx          xid8   not null default pg_current_xact_id(),
    position    bigint not null generated always as identity,
    account     text    not null,
    stream      text    not null,
    seq         bigint not null,
    type        text    not null,
    at          bigint not null,
    v           bigint not null,
    flow        text,
    rev         bigint,
    source      text,
    step        text,
    entity      text,
    generation  bigint,
    attempt     bigint,
    outcome     text,
    reason      text,
    cost        bigint,
    revenue     bigint,
    duration_ms bigint,
    test        bigint,
    clear       bytea,
    sealed      bytea,
    detail      bytea,
    hash        bytea    not null,
    gone        bytea,
    unique (account, stream, seq)
)

-- Transactions overtake each other: readers go by transaction, and stop below the oldest that is still running.
create index event_in_order on event (tx, position)

-- A part may be emptied, nothing else.
create function sluice_event_is_final() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'events are never deleted';
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

create trigger event_is_final before update or delete on event
    for each row execute function sluice_event_is_final()

create table lead (
    account      text not null,
    lead_id      text not null,
    flow         text,
    rev          bigint,
    source       text,
    state        text,
    outcome      text,
    reason       text,
    submitted_at bigint,
    completed_at bigint,
    expires_at   bigint,
    legal_hold   bigint,
    cost         bigint not null default 0,
    revenue      bigint not null default 0,
    last_seq     bigint not null,
    last_hash    bytea    not null,
    owner        text,
    epoch        bigint not null default 0,
    busy_until   bigint,
    facts        text,
    primary key (account, lead_id)
)

create index lead_by_busy on lead (busy_until) where busy_until is not null

create table lead_key (
    account text not null,
    lead_id text not null,
    kek_id  text not null,
    wrapped bytea not null,
    primary key (account, lead_id)
)

create table vault (
    account text not null,
    lead_id text not null,
    body    bytea not null,
    primary key (account, lead_id)
)

create table lead_index (
    account text not null,
    path    text not null,
    token   text not null,
    lead_id text not null,
    primary key (account, path, token, lead_id)
)

create table counter (
    account   text    not null,
    "key"     text    not null,
    "window"  text    not null,
    committed bigint not null,
    reserved  bigint not null,
    primary key (account, "key", "window")
)

create table hold (
    account text not null,
    holder  text not null,
    items   text not null,
    primary key (account, holder)
)

create table entry (
    account    text    not null,
    list       text    not null,
    token      text    not null,
    lead_id    text    not null,
    at         bigint not null,
    expires_at bigint,
    primary key (account, list, token)
)

create index entry_by_expiry on entry (account, expires_at) where expires_at is not null

create table work (
    account     text    not null,
    id          text    not null,
    kind        text    not null,
    due_at      bigint not null,
    owner       text,
    lease_until bigint,
    attempts    bigint not null,
    ref         text    not null,
    primary key (account, id)
)

create index work_by_due on work (due_at)

create table doc (
    account text    not null,
    kind    text    not null,
    id      text    not null,
    version bigint not null,
    body    text    not null,
    primary key (account, kind, id)
)

create table seal (
    no          bigint primary key,
    from_cursor text    not null,
    to_cursor   text    not null,
    count       bigint not null,
    root        bytea    not null,
    prev        bytea    not null,
    signature   bytea
)

-- Which transactions were committed, for those whose answer was lost.
create sequence sluice_process

create table write_batch (
    id text primary key,
    at timestamptz not null default now()
)
