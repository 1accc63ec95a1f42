create table layouts (
  load bigint not null references loads(id),
  kind text not null,
  fields text not null,
  primary key (load, kind)
);
