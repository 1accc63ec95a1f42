-- What people write, sign and decide about packs. A text is never changed in place: every version stays.
create table text_versions (
  authority text not null,
  period text not null,                 -- 2017-06
  edition bigint not null,
  subject text not null,                -- an indicator, template:section, or context
  version bigint not null,              -- 1, 2, 3 …; the greatest holds
  state text not null,                  -- Draft, Review, Agreed, Locked
  words text not null,                  -- JSON
  signed text not null,                 -- JSON: who wrote, submitted, agreed, locked, and when
  primary key (authority, period, edition, subject, version)
);
-- Words that came too late because someone else had written meanwhile: kept, so that nobody types them again.
create table texts_aside (
  authority text not null,
  period text not null,
  edition bigint not null,
  subject text not null,
  number bigint not null,
  based_on bigint not null,
  words text not null,
  name text not null,
  at text not null,
  primary key (authority, period, edition, subject, number)
);
create table meetings (
  authority text not null,
  id text not null,
  body text not null,
  held_on text not null,
  classification text not null,
  papers_due text not null,
  agenda_item text not null,
  primary key (authority, id)
);
-- Which meeting a pack goes to and how it is classified.
create table pack_settings (
  authority text not null,
  pack text not null,
  meeting text not null,
  classification text not null,
  primary key (authority, pack)
);
-- What a named person decided about each small number of a pack.
create table small_decisions (
  authority text not null,
  pack text not null,
  item text not null,
  decision text not null,               -- JSON
  primary key (authority, pack, item)
);
