-- What an officer answered. One answer may serve many askers; her position and unit are kept as they were that day.
create table question_answers (
  id integer generated always as identity primary key,
  at timestamptz not null,
  kind text not null check (kind in ('words', 'entry', 'not-ours')),
  cadre_id integer references cadres (id) on delete set null,
  title text not null,
  unit_id text not null references units (id),
  words text,
  -- the document it rests on; null for the officer's own view
  source text,
  entry_id text,
  -- once it has become a file for the editor
  suggested_at timestamptz,
  effect_key text not null unique
);
create index question_answers_fresh on question_answers (id) where suggested_at is null and kind <> 'not-ours';

-- Where the asker works, which unit has the question now, and whether she has been told.
alter table questions add column unit_id text references units (id);
alter table questions add column handed_to text references units (id);
alter table questions add column answer_id integer references question_answers (id);
alter table questions add column told_at timestamptz;
-- Tapping "không đúng ý" twice is one question.
create unique index questions_once on questions (person, md5(text)) where status = 'open';
create index questions_person on questions (person);
create index questions_answer on questions (answer_id);
