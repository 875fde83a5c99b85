-- Subjects that reached each step. The best chain is the one whose entry is latest, so a row of a step
-- takes the entry of the latest row of the step before, if that is still inside the window: one ASOF
-- join a step. Rows of another subject are 2^38 ms away and so outside. Distinct subjects are counted
-- as bits, which takes half as long as count(distinct).
with
e0 as (select key, key as entry from keyed where event = 0),
e1 as (
  select e.key, p.entry
  from (from keyed where event = 1) e asof join e0 p on e.key >= p.key
  where e.key - p.entry <= getvariable('within')),
e2 as (
  select e.key, p.entry
  from (from keyed where event = 2) e asof join e1 p on e.key >= p.key
  where e.key - p.entry <= getvariable('within')),
e3 as (
  select e.key, p.entry
  from (from keyed where event = 3) e asof join e2 p on e.key >= p.key
  where e.key - p.entry <= getvariable('within')),
e4 as (
  select e.key, p.entry
  from (from keyed where event = 4) e asof join e3 p on e.key >= p.key
  where e.key - p.entry <= getvariable('within')),
e5 as (
  select e.key, p.entry
  from (from keyed where event = 5) e asof join e4 p on e.key >= p.key
  where e.key - p.entry <= getvariable('within'))
select
  (select bit_count(bitstring_agg((entry >> 38)::integer, 0, getvariable('most'))) from e0),
  (select bit_count(bitstring_agg((entry >> 38)::integer, 0, getvariable('most'))) from e1),
  (select bit_count(bitstring_agg((entry >> 38)::integer, 0, getvariable('most'))) from e2),
  (select bit_count(bitstring_agg((entry >> 38)::integer, 0, getvariable('most'))) from e3),
  (select bit_count(bitstring_agg((entry >> 38)::integer, 0, getvariable('most'))) from e4),
  (select bit_count(bitstring_agg((entry >> 38)::integer, 0, getvariable('most'))) from e5);
