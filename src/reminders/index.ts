export { afterQuiet, isQuiet, loadCalendar, type Calendar, type QuietHours } from './calendar.ts';
export { DIGEST_SCENE, drawPlan, planReminders, type PlanDeps } from './day.ts';
export { deliverDue, type DeliverDeps } from './deliver.ts';
export { openReminders, type Reminders } from './door.ts';
export { dutiesOf, type Person, type Post } from './duties.ts';
export { pushEffects, type Acknowledge, type ChooseHour, type GoAway, type PlanPush, type PutInCharge, type SnoozeReminders } from './effects.ts';
export { MOST_A_DAY, retry, startPushes, stoppedSince, stopPushes, unreachable } from './ledger.ts';
export { milestonesOf, type Milestone } from './milestones.ts';
export { digestKey, planDay, type DayPlan, type Digest, type Due, type Facts, type Planned } from './plan.ts';
