-- What queries find events by, in the order of positions.

create index if not exists event_by_type on event (account, type, position)

create index if not exists event_by_entity on event (account, entity, position)
