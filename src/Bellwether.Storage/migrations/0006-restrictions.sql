-- Children whose case is restricted. Neither table is ever updated: what becomes of a restriction is a step of its own.
create table restrictions (
  authority text not null,
  id bigint not null,                   -- 1, 2, 3 …; what addresses and logs name, never the child
  child text not null,                  -- the id as given; merged ids are followed when it is read
  reason text not null,                 -- a code of restriction-reason; empty where it is not known
  first_day bigint not null,            -- day number
  placed_by text not null,              -- a person, or the source that said so
  source text not null,                 -- empty where a person placed it
  load bigint,                          -- null where a person placed it
  recorded_at text not null,            -- UTC, ISO 8601
  review_due bigint not null,           -- day number
  primary key (authority, id)
);
create table restriction_steps (
  authority text not null,
  restriction bigint not null,
  number bigint not null,               -- 1, 2, 3 … of its restriction
  step text not null,                   -- Reviewed, Unsaid, SaidAgain, Lifted
  taken_by text not null,
  load bigint,                          -- null where a person took it
  at text not null,                     -- UTC, ISO 8601
  review_due bigint,                    -- day number; only of a review
  primary key (authority, restriction, number)
);
