-- One load a row. Nothing is ever updated in place but the end of a record version's time.
create table loads (
  id integer primary key,
  loaded_at text not null,            -- UTC, ISO 8601
  authority text not null,
  data_date integer,                  -- day number; null where nothing dated was read
  data_date_given integer not null,
  content_hash text not null,
  byte_hash text not null,
  sources text not null,              -- formats read, in ordinal order, joined by a comma
  receipt text not null,              -- JSON
  findings text not null              -- JSON
);
create table places (
  id integer primary key,
  load integer not null references loads(id),
  file text not null,
  sheet text not null
);
create table statements (
  load integer not null references loads(id),
  kind text not null,
  source text not null,
  holds integer not null,
  first_day integer not null,
  last_day integer not null,
  missing text not null,
  why text not null
);
create table records (
  id integer primary key,
  authority text not null,
  kind text not null,
  record_key text not null,
  subject text not null,
  fields text not null,
  place integer not null references places(id),
  source_row integer not null,
  since_load integer not null references loads(id),
  until_load integer references loads(id)   -- null: still what we know
);
create index records_known on records(authority, kind, until_load);
create table keyed_values (
  load integer not null references loads(id),
  until_load integer,
  indicator text not null,
  period text not null,
  area text not null,
  numerator text,
  denominator text,
  value text,
  note text not null,
  place integer not null,
  source_row integer not null
);
