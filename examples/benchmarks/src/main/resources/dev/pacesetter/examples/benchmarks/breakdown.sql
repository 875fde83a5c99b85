-- The funnel by rep and product of the row of the first step. Every row of a chain carries them along;
-- a subject counts where its deepest chain, among those the first, entered: the largest of depth, time
-- counted backwards, and group, packed into one number.
with
e0 as (select subject, ts, ts as entry, rep::integer * 50 + product as g from sorted where event = 0),
e1 as (
  select e.subject, e.ts, p.entry, p.g
  from (from sorted where event = 1) e asof join e0 p on e.subject = p.subject and e.ts >= p.ts
  where e.ts - p.entry <= getvariable('within')),
e2 as (
  select e.subject, e.ts, p.entry, p.g
  from (from sorted where event = 2) e asof join e1 p on e.subject = p.subject and e.ts >= p.ts
  where e.ts - p.entry <= getvariable('within')),
e3 as (
  select e.subject, e.ts, p.entry, p.g
  from (from sorted where event = 3) e asof join e2 p on e.subject = p.subject and e.ts >= p.ts
  where e.ts - p.entry <= getvariable('within')),
e4 as (
  select e.subject, e.ts, p.entry, p.g
  from (from sorted where event = 4) e asof join e3 p on e.subject = p.subject and e.ts >= p.ts
  where e.ts - p.entry <= getvariable('within')),
e5 as (
  select e.subject, e.ts, p.entry, p.g
  from (from sorted where event = 5) e asof join e4 p on e.subject = p.subject and e.ts >= p.ts
  where e.ts - p.entry <= getvariable('within')),
reached as (
  select subject, g, 0::bigint as depth, ts from e0
  union all
  select subject, g, 1::bigint as depth, ts from e1
  union all
  select subject, g, 2::bigint as depth, ts from e2
  union all
  select subject, g, 3::bigint as depth, ts from e3
  union all
  select subject, g, 4::bigint as depth, ts from e4
  union all
  select subject, g, 5::bigint as depth, ts from e5),
best as (
  select max((depth << 60) + ((2199023255552 - ts) << 15) + g) as packed
  from reached
  group by subject)
select
  (packed & 32767) // 50 as rep,
  (packed & 32767) % 50 as product,
  count(*),
  count(*) filter (packed >> 60 >= 1),
  count(*) filter (packed >> 60 >= 2),
  count(*) filter (packed >> 60 >= 3),
  count(*) filter (packed >> 60 >= 4),
  count(*) filter (packed >> 60 >= 5)
from best
group by packed & 32767;
