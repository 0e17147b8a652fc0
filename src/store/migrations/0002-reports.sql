-- A report is changed or accepted only as it was seen: the revision moves with every filing anew.
alter table reports add column revision integer not null default 1;
-- Filed for a day in a period that had been closed.
alter table reports add column late boolean not null default false;
create index reports_author on reports (author_id, filed_at);

-- A unit says that a period's figures stand. Reopening is recorded, never erased.
create table period_closings (
  id integer generated always as identity primary key,
  unit_id text not null references units (id),
  period text not null,
  closed_at timestamptz not null,
  closed_by integer references cadres (id) on delete set null,
  -- reports below that waited when it was closed all the same
  waiting integer not null,
  reopened_at timestamptz,
  reopened_by integer references cadres (id) on delete set null
);
create unique index period_closings_open on period_closings (unit_id, period) where reopened_at is null;
