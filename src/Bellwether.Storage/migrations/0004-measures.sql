-- How large a load's lists were and how full its columns, as JSON: what the next load of the same source is held against.
alter table loads add column measures text not null default '';
