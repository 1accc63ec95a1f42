-- The fields of a kind in the order in which a load wrote them: a kind may gain, lose and move fields, and old lines are read by name.
create table layouts (
  load integer not null references loads(id),
  kind text not null,
  fields text not null,               -- names joined by a comma
  primary key (load, kind)
) without rowid;
