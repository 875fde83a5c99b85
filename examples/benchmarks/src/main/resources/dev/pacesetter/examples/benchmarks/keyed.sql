-- What the funnel reads, built once: subject and time in one number, so that rows of a subject stand
-- together in time and one comparison says both; a subject begins a multiple of 2^38 ms apart.
create table keyed as
select event, (subject::bigint << 38) + (ts - getvariable('start')) as key
from arrived
order by key, event;
