-- What a unit was before it was renamed or moved. `units` holds what it is now.
create table unit_shapes (
  unit_id text not null references units (id),
  name text not null,
  kind text not null,
  parent_id text references units (id),
  valid_from date not null,
  valid_to date not null,
  primary key (unit_id, valid_to)
);

-- A unit that was divided went into several. One that went into a single other has it in units.merged_into.
create table unit_splits (
  unit_id text not null references units (id),
  into_id text not null references units (id),
  primary key (unit_id, into_id)
);

-- What a cadre held before, until which day, and who took over from her.
create table past_positions (
  cadre_id integer not null references cadres (id) on delete cascade,
  unit_id text not null references units (id),
  title text not null,
  until date not null,
  successor_id integer references cadres (id) on delete set null,
  primary key (cadre_id, unit_id, title, until)
);
create index past_positions_open on past_positions (unit_id) where successor_id is null;

-- Whose draft it was before it was handed over.
alter table drafts add column left_by integer references cadres (id) on delete set null;
