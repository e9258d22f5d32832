-- What queries find events by, in the reading order.

create index event_by_type on event (account, type, tx, position)

create index event_by_entity on event (account, entity, tx, position)

create index event_by_time on event using brin (at)
