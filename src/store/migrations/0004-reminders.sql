-- What each person chose for her reminders.
create table reminder_choices (
  cadre_id integer primary key references cadres (id) on delete cascade,
  -- her hour, 'HH:MM'
  clock text,
  -- the last day she is away, and who is reminded in her place
  away_until date,
  stand_in_id integer references cadres (id) on delete set null
);

-- The level above has put one cadre in charge of a unit's indicators: she alone is reminded of them.
create table reminder_owners (
  unit_id text primary key references units (id),
  cadre_id integer not null references cadres (id) on delete cascade,
  by_id integer references cadres (id) on delete set null,
  at timestamptz not null
);

-- "Đã báo cáo giấy": noted by the level above for the period that ends on `deadline`. Not met, but no longer reminded of.
create table paper_notes (
  unit_id text not null references units (id),
  indicator text not null,
  deadline date not null,
  by_id integer references cadres (id) on delete set null,
  at timestamptz not null,
  primary key (unit_id, indicator, deadline)
);

-- A met indicator is praised once a period.
create table praises (
  unit_id text not null references units (id),
  indicator text not null,
  deadline date not null,
  day date not null,
  primary key (unit_id, indicator, deadline)
);

-- A day is planned once, whoever comes first.
create table planned_days (
  day date primary key,
  at timestamptz not null,
  digests integer not null,
  stale integer not null
);

-- While its one row is there, the program says nothing on its own.
create table reminder_stop (
  one boolean primary key default true check (one),
  since timestamptz not null
);

alter table pushes add column acknowledged_at timestamptz;
-- when the level above was told that this one could not be delivered
alter table pushes add column told_at timestamptz;

drop index pushes_due;
create index pushes_due on pushes (due_at, id) where state = 'planned';
create index pushes_open on pushes (cadre_id, due_at, id) where state in ('planned', 'claimed');
create index pushes_claimed on pushes (claimed_until) where state = 'claimed';
create index pushes_by_day on pushes using brin (due_at);
