-- Who speaks of what: empty for whole formats, the format's name for local files, each for its own rows.
alter table statements add column speaker text not null default '';
alter table places add column speaker text not null default '';
-- The last day the rows of a place speak for, as a day number: of a yearly return its year's; null where that is the load's data date.
alter table places add column last_day bigint;
-- A spell whose end nobody told: the last day on which an extract held it open, as a day number.
alter table records add column open_until bigint;
update statements set speaker = 'local file' where source = 'local file';
update places set speaker = 'local file' where load in (select id from loads where sources = 'local file');
