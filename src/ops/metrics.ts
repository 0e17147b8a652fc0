import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Log } from './log.ts';

/** Rows that stand in the store at this moment, by what they are and their state. */
export type Standing = () => Promise<{ what: string; state: string; count: number }[]>;

/** What Prometheus may read: how long turns take, what happened, what stands in the store. No text, no person. */
export function openMetrics(standing: Standing) {
  const registers = [new Registry()] as [Registry];
  const [registry] = registers;
  collectDefaultMetrics({ register: registry });
  const turns = new Histogram({
    name: 'hoi_turn_seconds',
    help: 'From an update to its replies, the sending included.',
    labelNames: ['channel', 'result'] as const,
    buckets: [0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const events = new Counter({ name: 'hoi_events_total', help: 'Lines written to the log, by event.', labelNames: ['event'] as const, registers });
  new Gauge({
    name: 'hoi_rows',
    help: 'Rows in the store: reports, drafts, pushes and questions by state.',
    labelNames: ['what', 'state'] as const,
    registers,
    async collect() {
      this.reset();
      for (const { what, state, count } of await standing()) this.set({ what, state }, count);
    },
  });
  return {
    /** Times one turn on a channel. */
    async turn<T>(channel: string, work: () => Promise<T>): Promise<T> {
      const done = turns.startTimer({ channel });
      try {
        const result = await work();
        done({ result: 'done' });
        return result;
      } catch (error) {
        done({ result: 'failed' });
        throw error;
      }
    },
    /** The same log, each event counted as well. */
    counting(log: Log): Log {
      return (event, fields) => {
        events.inc({ event });
        log(event, fields);
      };
    },
    text: async () => ({ type: registry.contentType, body: await registry.metrics() }),
  };
}

export type Metrics = ReturnType<typeof openMetrics>;
