-- Leads that recovery looks for.

create index lead_by_busy on lead (busy_until) where busy_until is not null
