-- Statements are separated by empty lines. Times are milliseconds since 1970, money is in millionths.
-- Each statement is committed by itself here, so it must bear to run again.

create table if not exists event (
    position    bigint generated always as identity primary key,
    account     varchar    not null,
    stream      varchar    not null,
    seq         bigint not null,
    type        varchar    not null,
    at          bigint not null,
    v           bigint not null,
    flow        varchar,
    rev         bigint,
    source      varchar,
    step        varchar,
    entity      varchar,
    generation  bigint,
    attempt     bigint,
    outcome     varchar,
    reason      varchar,
    cost        bigint,
    revenue     bigint,
    duration_ms bigint,
    test        bigint,
    clear       blob,
    sealed      blob,
    detail      blob,
    hash        varbinary(64) not null,
    gone        blob,
    unique (account, stream, seq)
)

create table if not exists lead (
    account      varchar not null,
    lead_id      varchar not null,
    flow         varchar,
    rev          bigint,
    source       varchar,
    state        varchar,
    outcome      varchar,
    reason       varchar,
    submitted_at bigint,
    completed_at bigint,
    expires_at   bigint,
    legal_hold   bigint,
    cost         bigint not null default 0,
    revenue      bigint not null default 0,
    last_seq     bigint not null,
    last_hash    varbinary(64)    not null,
    owner        varchar,
    epoch        bigint not null default 0,
    busy_until   bigint,
    facts        varchar,
    primary key (account, lead_id)
)

create index if not exists lead_by_busy on lead (busy_until)

create table if not exists lead_key (
    account varchar not null,
    lead_id varchar not null,
    kek_id  varchar not null,
    wrapped blob not null,
    primary key (account, lead_id)
)

create table if not exists vault (
    account varchar not null,
    lead_id varchar not null,
    body    blob not null,
    primary key (account, lead_id)
)

create table if not exists lead_index (
    account varchar not null,
    path    varchar not null,
    token   varchar not null,
    lead_id varchar not null,
    primary key (account, path, token, lead_id)
)

create table if not exists counter (
    account   varchar    not null,
    "key"     varchar    not null,
    "window"  varchar    not null,
    committed bigint not null,
    reserved  bigint not null,
    primary key (account, "key", "window")
)

create table if not exists hold (
    account varchar not null,
    holder  varchar not null,
    items   varchar not null,
    primary key (account, holder)
)

create table if not exists entry (
    account    varchar    not null,
    list       varchar    not null,
    token      varchar    not null,
    lead_id    varchar    not null,
    at         bigint not null,
    expires_at bigint,
    primary key (account, list, token)
)

create index if not exists entry_by_expiry on entry (account, expires_at)

create table if not exists work (
    account     varchar    not null,
    id          varchar    not null,
    kind        varchar    not null,
    due_at      bigint not null,
    owner       varchar,
    lease_until bigint,
    attempts    bigint not null,
    ref         varchar    not null,
    primary key (account, id)
)

create index if not exists work_by_due on work (due_at)

create table if not exists doc (
    account varchar    not null,
    kind    varchar    not null,
    id      varchar    not null,
    version bigint not null,
    body    clob    not null,
    primary key (account, kind, id)
)

create table if not exists seal (
    no          bigint primary key,
    from_cursor varchar    not null,
    to_cursor   varchar    not null,
    count       bigint not null,
    root        blob    not null,
    prev        blob    not null,
    signature   blob
)
