-- What the stage funnel reads, built once: subject, time and stage in one sorted number. Among rows of
-- one time lost is before won, as a deal that is lost and won at once is won. A subject begins a multiple
-- of 2^40 apart, so that 2^23 of them fit; a time takes 37 bits, which are four years, a stage 3: five
-- stages, then 5 for lost and 6 for won.
create table packed as
select (subject::bigint << 40) + ((ts - getvariable('start')) << 3)
  + case event when 5 then 6 when 6 then 5 else event end as k
from arrived
order by k;
