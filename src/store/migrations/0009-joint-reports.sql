-- Other units of the Union that held the activity together with the one that reports it: it counts for each, and once above them.
alter table reports add column joint_with text[] not null default '{}';
create index reports_joint on reports (day) where joint_with <> '{}';
