import type { ColumnType, Generated } from 'kysely';
import type { RenderedReply, Session } from '../conversation/index.ts';

/** A day as 'YYYY-MM-DD'. Never a Date: a day has no time zone. */
type Day = string;
/** JSON that is written as text and read as what it is. */
type Json<T> = ColumnType<T, string, string>;

export interface Tables {
  units: { id: string; name: string; kind: string; parent_id: string | null; valid_from: Day; valid_to: Day | null; merged_into: string | null };
  unit_shapes: { unit_id: string; name: string; kind: string; parent_id: string | null; valid_from: Day; valid_to: Day };
  unit_splits: { unit_id: string; into_id: string };
  cadres: { id: Generated<number>; name: string; phone: string; address: Generated<string>; admin: Generated<boolean>; left_on: Day | null };
  positions: { cadre_id: number; unit_id: string; title: string };
  past_positions: { cadre_id: number; unit_id: string; title: string; until: Day; successor_id: number | null };
  accounts: {
    channel: string;
    account: string;
    chat: string;
    cadre_id: number | null;
    linked_at: Date | null;
    seen_at: Date;
    unreachable_at: Date | null;
    unreachable_why: string | null;
  };
  link_codes: { hash: string; cadre_id: number; expires_at: Date; used_at: Date | null; channel: string | null; account: string | null };
  code_attempts: { channel: string; account: string; at: Date };
  turns: { update_key: string; at: Date; record: Json<{ session: Session; replies: RenderedReply[] }> };
  sessions: { person: string; data: Json<Session>; silent_at: Date | null; expires_at: Date };
  locks: { key: string; token: string; until: Date };
  counters: { name: string; value: number };
  drafts: {
    id: string;
    cadre_id: number;
    unit_id: string;
    kind: string;
    version: number;
    state: Json<unknown>;
    updated_at: Date;
    closed_at: Date | null;
    closed_as: string | null;
    report_id: number | null;
    left_by: ColumnType<number | null, number | null | undefined, number | null>;
  };
  reports: {
    id: Generated<number>;
    code: string;
    unit_id: string;
    kind: string;
    title: string;
    day: Day;
    answers: Json<Record<string, unknown>>;
    author_id: number | null;
    status: 'filed' | 'accepted' | 'returned' | 'withdrawn';
    filed_at: Date;
    reviewer_id: number | null;
    reviewed_at: Date | null;
    effect_key: string;
    revision: Generated<number>;
    late: Generated<boolean>;
    joint_with: Generated<string[]>;
  };
  report_measures: { report_id: number; measure: string; value: number };
  report_photos: { report_id: number; position: number; hash: string; mime: string; bytes: number };
  report_events: { id: Generated<number>; report_id: number; at: Date; cadre_id: number | null; what: string; detail: Json<unknown> };
  period_closings: {
    id: Generated<number>;
    unit_id: string;
    period: string;
    closed_at: Date;
    closed_by: number | null;
    waiting: number;
    reopened_at: Date | null;
    reopened_by: number | null;
  };
  figures: { unit_id: string; figure: string; period: string; value: number; as_of: Day; source: string; told_at: Generated<Date> };
  pushes: {
    id: Generated<number>;
    cadre_id: number;
    key: string;
    scene: string;
    payload: Json<unknown>;
    due_at: Date;
    asked: Generated<boolean>;
    state: Generated<'planned' | 'claimed' | 'sent' | 'unknown' | 'unreachable' | 'cancelled'>;
    claimed_until: Date | null;
    sending_at: Date | null;
    attempts: Generated<number>;
    why: string | null;
    done_at: Date | null;
    acknowledged_at: Date | null;
    told_at: Date | null;
  };
  snoozes: { cadre_id: number; until: Day; asked_at: Date };
  reminder_choices: { cadre_id: number; clock: string | null; away_until: Day | null; stand_in_id: number | null };
  reminder_owners: { unit_id: string; cadre_id: number; by_id: number | null; at: Date };
  paper_notes: { unit_id: string; indicator: string; deadline: Day; by_id: number | null; at: Date };
  praises: { unit_id: string; indicator: string; deadline: Day; day: Day };
  planned_days: { day: Day; at: Date; digests: number; stale: number };
  reminder_stop: { one: Generated<boolean>; since: Date };
  questions: {
    id: Generated<number>;
    at: Date;
    person: string;
    text: string;
    outcome: string;
    entries: Json<{ id: string; score: number }[]>;
    status: Generated<'open' | 'answered' | 'closed'>;
    unit_id: string | null;
    handed_to: string | null;
    answer_id: number | null;
    told_at: Date | null;
    effect_key: string;
  };
  question_answers: {
    id: Generated<number>;
    at: Date;
    kind: 'words' | 'entry' | 'not-ours';
    cadre_id: number | null;
    title: string;
    unit_id: string;
    words: string | null;
    source: string | null;
    entry_id: string | null;
    suggested_at: Date | null;
    effect_key: string;
  };
  web_messages: { id: Generated<number>; account: string; at: Date; sender: 'person' | 'bot'; body: Json<unknown> };
  consents: { cadre_id: number; notice: string; at: Date; channel: string };
  audit: { id: Generated<number>; at: Date; cadre_id: number | null; channel: string; what: string; subject: string; subject_id: string };
  join_requests: { id: Generated<number>; channel: string; account: string; at: Date; phone: string | null; words: string | null; proved: Generated<boolean>; handled_at: Date | null };
  exports: { hash: string; cadre_id: number; at: Date };
}
