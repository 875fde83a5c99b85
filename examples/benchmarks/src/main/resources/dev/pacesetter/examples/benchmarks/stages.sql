-- The furthest stage of every deal, won being beyond all, how many were won and lost, and exact
-- quantiles of the whole time in every stage among the deals that have left it. A row lasts until the
-- next of its deal; the last row of a deal lasts 2^50 ms, which is longer than all others together, so
-- that a sum tells whether the deal is there still. The halves are worked out side by side, because a
-- window over rows that are in place runs on one thread.
with
w0 as (
  select k, lead(k, 1, -1) over () as n
  from packed where k < (getvariable('most') // 2)::bigint << 40),
w1 as (
  select k, lead(k, 1, -1) over () as n
  from packed where k >= (getvariable('most') // 2)::bigint << 40),
v0 as (
  select (k >> 40)::integer as subject, k & 7 as stage,
    case when n >> 40 = k >> 40 then (n >> 3) - (k >> 3) else 1::bigint << 50 end as t
  from w0),
v1 as (
  select (k >> 40)::integer as subject, k & 7 as stage,
    case when n >> 40 = k >> 40 then (n >> 3) - (k >> 3) else 1::bigint << 50 end as t
  from w1),
sums as (
  select
    sum(t) filter (stage = 0)::bigint as t0,
    sum(t) filter (stage = 1)::bigint as t1,
    sum(t) filter (stage = 2)::bigint as t2,
    sum(t) filter (stage = 3)::bigint as t3,
    sum(t) filter (stage = 4)::bigint as t4,
    sum(t) filter (stage = 5)::bigint as t5,
    sum(t) filter (stage = 6)::bigint as t6
  from v0
  group by subject
  union all
  select
    sum(t) filter (stage = 0)::bigint as t0,
    sum(t) filter (stage = 1)::bigint as t1,
    sum(t) filter (stage = 2)::bigint as t2,
    sum(t) filter (stage = 3)::bigint as t3,
    sum(t) filter (stage = 4)::bigint as t4,
    sum(t) filter (stage = 5)::bigint as t5,
    sum(t) filter (stage = 6)::bigint as t6
  from v1
  group by subject),
deals as (
  select *,
    case
      when t6 >= 1::bigint << 50 then 5
      when t4 is not null then 4
      when t3 is not null then 3
      when t2 is not null then 2
      when t1 is not null then 1
      when t0 is not null then 0
    end as furthest
  from sums)
select
  count(*) filter (furthest = 0),
  count(*) filter (furthest = 1),
  count(*) filter (furthest = 2),
  count(*) filter (furthest = 3),
  count(*) filter (furthest = 4),
  count(*) filter (furthest = 5),
  count(*) filter (t5 >= 1::bigint << 50),
  quantile_cont(t0, [0.5, 0.9]) filter (t0 < 1::bigint << 50),
  quantile_cont(t1, [0.5, 0.9]) filter (t1 < 1::bigint << 50),
  quantile_cont(t2, [0.5, 0.9]) filter (t2 < 1::bigint << 50),
  quantile_cont(t3, [0.5, 0.9]) filter (t3 < 1::bigint << 50),
  quantile_cont(t4, [0.5, 0.9]) filter (t4 < 1::bigint << 50)
from deals;
