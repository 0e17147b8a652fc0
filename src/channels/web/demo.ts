import { Hono } from 'hono';
import { z } from 'zod';
import { addDays, dayOf, daysBetween, instantOf } from '../../time.ts';
import { accountOfRole, roleOf, takeRole } from './account.ts';
import type { WebTexts } from './keys.ts';

/** The demonstration: whom one may play, and its own clock. */
export interface WebDemo {
  people(): Promise<{ phone: string; label: string; detail: string }[]>;
  /** Makes the account that cadre's. False: nobody has this phone. */
  enter(account: string, phone: string): Promise<boolean>;
  now(): Date;
  /** Resolves once everything due until then has been done. */
  move(to: Date): Promise<void>;
}

const MORNING = '08:00';
const FARTHEST_DAYS = 3660;

const entering = z.strictObject({ phone: z.string().min(1).max(20) });
const moving = z.union([
  z.strictObject({ by: z.enum(['hour', 'morning', 'week']) }),
  z.strictObject({ day: z.iso.date() }),
]);
export type ClockStep = z.output<typeof moving>;

/** Where the clock goes, or null: never back, where reminders already sent would be in the future. */
export function clockAfter(now: Date, step: ClockStep): Date | null {
  const today = dayOf(now);
  if ('day' in step) {
    const to = instantOf(step.day, MORNING);
    return to > now && daysBetween(today, step.day) <= FARTHEST_DAYS ? to : null;
  }
  return steps[step.by](now, today);
}

const steps = {
  hour: (now: Date) => new Date(now.getTime() + 3_600_000),
  morning: (_: Date, today: string) => instantOf(addDays(today, 1), MORNING),
  week: (now: Date) => new Date(now.getTime() + 7 * 86_400_000),
} as const;

/** Routes below /demo. */
export function demoRoutes(demo: WebDemo, texts: WebTexts): Hono {
  const app = new Hono();
  app.get('/people', async (c) => c.json({ people: await demo.people(), role: roleOf(c), now: demo.now().toISOString() }));
  app.post('/enter', async (c) => {
    const wanted = entering.safeParse(await c.req.json().catch(() => null));
    if (!wanted.success) return c.json({ error: texts['web-bad-request'] }, 400);
    const { phone } = wanted.data;
    const entered = await demo.enter(accountOfRole(c, phone), phone);
    if (!entered) return c.json({ error: texts['web-demo-unknown'] }, 404);
    takeRole(c, phone);
    return c.json({ role: phone });
  });
  app.post('/clock', async (c) => {
    const step = moving.safeParse(await c.req.json().catch(() => null));
    if (!step.success) return c.json({ error: texts['web-bad-request'] }, 400);
    const to = clockAfter(demo.now(), step.data);
    if (!to) return c.json({ error: texts['web-clock-past'] }, 400);
    await demo.move(to);
    return c.json({ now: demo.now().toISOString() });
  });
  return app;
}
