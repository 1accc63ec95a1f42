-- The tables of 0007-audit.sqlite.sql.
create table audit_log (
  authority text not null,
  number bigint not null,
  at text not null,
  who text not null,
  name text not null,
  role text not null,
  scope text not null,
  action text not null,
  kind text not null,
  object text not null,
  filter text not null,
  listed bigint not null,
  ids text not null,
  reason text not null,
  refused bigint not null,
  product text not null,
  previous text not null,
  hash text not null,
  primary key (authority, number)
);
create index audit_log_ids on audit_log(ids) where ids <> '';
create table audit_lists (
  authority text not null,
  ids text not null,
  children bytea not null,
  primary key (authority, ids)
);
create function audit_log_stays() returns trigger language plpgsql as
$$ begin raise exception 'The audit log is never changed or shortened.'; end $$;
create function audit_log_follows() returns trigger language plpgsql as
$$ begin
  if new.number <> (select coalesce(max(number), 0) + 1 from audit_log where authority = new.authority) then
    raise exception 'The audit log only grows at its end.';
  end if;
  return new;
end $$;
create trigger audit_log_follows before insert on audit_log for each row execute function audit_log_follows();
create trigger audit_log_stays before update or delete on audit_log for each row execute function audit_log_stays();
create trigger audit_log_remains before truncate on audit_log for each statement execute function audit_log_stays();
create trigger audit_lists_stay before update or delete on audit_lists for each row execute function audit_log_stays();
create trigger audit_lists_remain before truncate on audit_lists for each statement execute function audit_log_stays();
