-- The same counts as funnel.sql from the rows as they arrived. Building the keys first takes longer.
with
e0 as (select subject, ts, ts as entry from arrived where event = 0),
e1 as (
  select e.subject, e.ts, p.entry
  from (from arrived where event = 1) e asof join e0 p on e.subject = p.subject and e.ts >= p.ts
  where e.ts - p.entry <= getvariable('within')),
e2 as (
  select e.subject, e.ts, p.entry
  from (from arrived where event = 2) e asof join e1 p on e.subject = p.subject and e.ts >= p.ts
  where e.ts - p.entry <= getvariable('within')),
e3 as (
  select e.subject, e.ts, p.entry
  from (from arrived where event = 3) e asof join e2 p on e.subject = p.subject and e.ts >= p.ts
  where e.ts - p.entry <= getvariable('within')),
e4 as (
  select e.subject, e.ts, p.entry
  from (from arrived where event = 4) e asof join e3 p on e.subject = p.subject and e.ts >= p.ts
  where e.ts - p.entry <= getvariable('within')),
e5 as (
  select e.subject, e.ts, p.entry
  from (from arrived where event = 5) e asof join e4 p on e.subject = p.subject and e.ts >= p.ts
  where e.ts - p.entry <= getvariable('within'))
select
  (select bit_count(bitstring_agg(subject, 0, getvariable('most'))) from e0),
  (select bit_count(bitstring_agg(subject, 0, getvariable('most'))) from e1),
  (select bit_count(bitstring_agg(subject, 0, getvariable('most'))) from e2),
  (select bit_count(bitstring_agg(subject, 0, getvariable('most'))) from e3),
  (select bit_count(bitstring_agg(subject, 0, getvariable('most'))) from e4),
  (select bit_count(bitstring_agg(subject, 0, getvariable('most'))) from e5);
