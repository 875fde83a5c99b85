-- One row for each workspace ever written to. Whoever writes locks it first, so that positions
-- become visible in the order of their numbers and revisions cannot be skipped.
create table pacesetter_workspace (
  workspace varchar(64) not null primary key,
  last_position bigint not null
);

-- Instants are seconds since 1970-01-01T00:00:00Z and nanoseconds from 0 to 999999999: exact, and
-- the same in every database. Payloads and bodies are JSON.
create table pacesetter_event (
  workspace varchar(64) not null,
  position bigint not null,
  id varchar(200) not null,
  occurred_second bigint not null,
  occurred_nano integer not null,
  type varchar(100) not null,
  payload varchar not null,
  primary key (workspace, position),
  constraint pacesetter_event_id unique (workspace, id)
);

create table pacesetter_document (
  workspace varchar(64) not null,
  kind varchar(64) not null,
  id varchar(200) not null,
  revision bigint not null,
  saved_second bigint not null,
  saved_nano integer not null,
  body varchar not null,
  primary key (workspace, kind, id, revision)
);
