-- Who was shown what of which children, who was refused, who changed what. A chain: each entry's hash covers the one before. Never changed.
create table audit_log (
  authority text not null,
  number integer not null,             -- 1, 2, 3 … without a gap
  at text not null,                    -- UTC, ISO 8601
  who text not null,                   -- short id of the person
  name text not null,                  -- of the person, as pages show it
  role text not null,
  scope text not null,                 -- whose children the person could see then
  action text not null,                -- a word of the closed list
  kind text not null,                  -- what object is: indicator, load, edition …
  object text not null,                -- its id: never a child's
  filter text not null,                -- day, window, breakdown
  listed integer not null,             -- rows shown
  ids text not null,                   -- SHA-256 of the marks of the children among them; empty where none
  reason text not null,
  refused integer not null,            -- 1: nothing was shown or done
  product text not null,
  previous text not null,              -- hash of the entry before; zeros for the first
  hash text not null,
  primary key (authority, number)
) without rowid;
create index audit_log_ids on audit_log(ids) where ids <> '';
-- Each list of children once, however often it was looked at: keyed hashes of their ids, 16 bytes each, in order.
create table audit_lists (
  authority text not null,
  ids text not null,
  children blob not null,
  primary key (authority, ids)
) without rowid;
create trigger audit_log_follows before insert on audit_log
when new.number <> (select coalesce(max(number), 0) + 1 from audit_log where authority = new.authority)
begin select raise(abort, 'The audit log only grows at its end.'); end;
create trigger audit_log_stays before update on audit_log begin select raise(abort, 'The audit log is never changed.'); end;
create trigger audit_log_remains before delete on audit_log begin select raise(abort, 'The audit log is never shortened.'); end;
create trigger audit_lists_once before insert on audit_lists
when exists (select 1 from audit_lists where authority = new.authority and ids = new.ids)
begin select raise(abort, 'A list of the audit log is written once.'); end;
create trigger audit_lists_stay before update on audit_lists begin select raise(abort, 'The audit log is never changed.'); end;
create trigger audit_lists_remain before delete on audit_lists begin select raise(abort, 'The audit log is never shortened.'); end;
