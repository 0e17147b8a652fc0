-- Units: a tree of any depth. A unit is never deleted: it ends, and may end in another one.
create table units (
  id text primary key,
  name text not null,
  kind text not null,
  parent_id text references units (id),
  valid_from date not null,
  valid_to date,
  merged_into text references units (id)
);
create index units_parent on units (parent_id);

create table cadres (
  id integer generated always as identity primary key,
  name text not null,
  phone text not null unique,
  address text not null default 'chị',
  admin boolean not null default false,
  -- the last day she is on the roster
  left_on date
);

create table positions (
  cadre_id integer not null references cadres (id) on delete cascade,
  unit_id text not null references units (id),
  title text not null,
  primary key (cadre_id, unit_id, title)
);
create index positions_unit on positions (unit_id);

-- One row for each account that ever wrote; cadre_id once she is recognised.
create table accounts (
  channel text not null,
  account text not null,
  chat text not null,
  cadre_id integer references cadres (id) on delete cascade,
  linked_at timestamptz,
  seen_at timestamptz not null,
  unreachable_at timestamptz,
  unreachable_why text,
  primary key (channel, account)
);
create index accounts_cadre on accounts (cadre_id);

-- One-time codes, kept only as hashes.
create table link_codes (
  hash text primary key,
  cadre_id integer not null references cadres (id) on delete cascade,
  expires_at timestamptz not null,
  used_at timestamptz
);
create table code_attempts (
  channel text not null,
  account text not null,
  at timestamptz not null
);
create index code_attempts_account on code_attempts (channel, account, at);

-- The conversation. `turns` makes an update happen once; sessions and locks stand here when there is no Redis.
create table turns (
  update_key text primary key,
  at timestamptz not null,
  record jsonb not null
);
create index turns_at on turns (at);
create table sessions (
  person text primary key,
  data jsonb not null,
  silent_at timestamptz,
  expires_at timestamptz not null
);
create index sessions_silent on sessions (silent_at) where silent_at is not null;
create table locks (
  key text primary key,
  token text not null,
  until timestamptz not null
);

-- Reports.
create table counters (
  name text primary key,
  value integer not null
);
create table reports (
  id integer generated always as identity primary key,
  code text not null unique,
  unit_id text not null references units (id),
  kind text not null,
  title text not null,
  day date not null,
  answers jsonb not null,
  author_id integer references cadres (id) on delete set null,
  status text not null check (status in ('filed', 'accepted', 'returned', 'withdrawn')),
  filed_at timestamptz not null,
  reviewer_id integer references cadres (id) on delete set null,
  reviewed_at timestamptz,
  effect_key text not null unique
);
create index reports_unit_day on reports (unit_id, day);
create index reports_waiting on reports (unit_id) where status = 'filed';

create table drafts (
  id text primary key,
  cadre_id integer not null references cadres (id) on delete cascade,
  unit_id text not null references units (id),
  kind text not null,
  -- the scene's state with its version: where she goes on after anything is lost
  version integer not null,
  state jsonb not null,
  updated_at timestamptz not null,
  closed_at timestamptz,
  closed_as text,
  -- the report it became
  report_id integer references reports (id) on delete set null
);
create index drafts_open on drafts (cadre_id, updated_at) where closed_at is null;

-- What each report adds, so that every total is one sum.
create table report_measures (
  report_id integer not null references reports (id) on delete cascade,
  measure text not null,
  value numeric not null,
  primary key (report_id, measure)
);
create table report_photos (
  report_id integer not null references reports (id) on delete cascade,
  position integer not null,
  hash text not null,
  mime text not null,
  bytes integer not null,
  primary key (report_id, position)
);
create table report_events (
  id integer generated always as identity primary key,
  report_id integer not null references reports (id) on delete cascade,
  at timestamptz not null,
  cadre_id integer references cadres (id) on delete set null,
  what text not null,
  detail jsonb not null default '{}'
);
create index report_events_report on report_events (report_id, id);

-- Figures that do not come from reports (the number of chi hội trưởng), with the day they were true.
create table figures (
  unit_id text not null references units (id),
  figure text not null,
  period text not null,
  value numeric not null,
  as_of date not null,
  source text not null,
  primary key (unit_id, figure, period)
);

-- Everything the program says first. One row a person and key: planned once, sent at most once.
create table pushes (
  id integer generated always as identity primary key,
  cadre_id integer not null references cadres (id) on delete cascade,
  key text not null,
  scene text not null,
  payload jsonb not null,
  due_at timestamptz not null,
  state text not null default 'planned'
    check (state in ('planned', 'claimed', 'sent', 'unknown', 'unreachable', 'cancelled')),
  claimed_until timestamptz,
  -- set right before it leaves: a claim that ends after this may have gone out
  sending_at timestamptz,
  attempts integer not null default 0,
  why text,
  done_at timestamptz,
  unique (cadre_id, key)
);
create index pushes_due on pushes (due_at) where state in ('planned', 'claimed');

create table snoozes (
  cadre_id integer primary key references cadres (id) on delete cascade,
  until date not null,
  asked_at timestamptz not null
);

create table questions (
  id integer generated always as identity primary key,
  at timestamptz not null,
  person text not null,
  text text not null,
  outcome text not null,
  entries jsonb not null,
  status text not null default 'open' check (status in ('open', 'answered', 'closed')),
  effect_key text not null unique
);
create index questions_open on questions (at) where status = 'open';

-- The web chat has no server of its own to keep what was said.
create table web_messages (
  id integer generated always as identity primary key,
  account text not null,
  at timestamptz not null,
  sender text not null check (sender in ('person', 'bot')),
  body jsonb not null
);
create index web_messages_account on web_messages (account, id);
