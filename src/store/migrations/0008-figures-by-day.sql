-- A figure keeps its earlier values, so that a past period is told with the figures of its time.
alter table figures drop constraint figures_pkey;
alter table figures add primary key (unit_id, figure, period, as_of);
-- Of several that were true by a day, what was told last counts.
alter table figures add column told_at timestamptz not null default now();
