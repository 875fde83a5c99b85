-- What the breakdown reads, built once: the rows of a subject together, in time.
create table sorted as
select * from arrived
order by subject, ts, event;
