-- What each cadre has agreed to: the notice's version at that time. Gone when she takes it back.
create table consents (
  cadre_id integer primary key references cadres (id) on delete cascade,
  notice text not null,
  at timestamptz not null,
  channel text not null
);

-- Who came by a code first: nobody else can use it while she reads the notice.
alter table link_codes add column channel text;
alter table link_codes add column account text;

-- Who saw or changed what: kinds and ids, never a text. What happens to a report stands in report_events.
create table audit (
  id integer generated always as identity primary key,
  at timestamptz not null,
  -- null: the administrator at the command line, or someone who has since been erased
  cadre_id integer references cadres (id) on delete set null,
  channel text not null,
  what text not null,
  subject text not null,
  subject_id text not null
);
create index audit_cadre on audit (cadre_id, id);

-- Who proved a phone number that is not on the roster. Number and words only if she asked to be added.
create table join_requests (
  id integer generated always as identity primary key,
  channel text not null,
  account text not null,
  at timestamptz not null,
  phone text,
  words text,
  handled_at timestamptz,
  unique (channel, account)
);

-- Files made of what is stored about one person, for her to keep; ours is thrown away soon.
create table exports (
  hash text primary key,
  cadre_id integer not null references cadres (id) on delete cascade,
  at timestamptz not null
);
create index code_attempts_at on code_attempts (at);
