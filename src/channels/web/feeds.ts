/** One open page, waiting for news. */
export interface Feed {
  readonly closed: boolean;
  /** Resolves on news, on closing, or after `ms`; at once for news that came since the last call. */
  next(ms: number): Promise<void>;
  close(): void;
}

export interface Feeds {
  open(account: string): Feed;
  wake(account: string): void;
  /** Closes every page's feed; those opened afterwards are closed from the start. */
  closeAll(): void;
}

/** More pages of one person than this: the oldest gives way, and asks again when it is looked at. */
const MOST_PER_ACCOUNT = 5;

export function feeds(): Feeds {
  const open = new Map<string, Set<Ringing>>();
  let ended = false;
  return {
    open(account) {
      const mine = open.get(account) ?? new Set();
      if (mine.size >= MOST_PER_ACCOUNT) [...mine][0]!.close();
      const one = ringing(() => {
        mine.delete(one);
        if (mine.size === 0 && open.get(account) === mine) open.delete(account);
      });
      mine.add(one);
      open.set(account, mine);
      if (ended) one.close();
      return one;
    },
    wake(account) {
      for (const one of open.get(account) ?? []) one.ring();
    },
    closeAll() {
      ended = true;
      for (const mine of open.values()) for (const one of mine) one.close();
    },
  };
}

interface Ringing extends Feed {
  ring(): void;
}

function ringing(onClose: () => void): Ringing {
  let news = false;
  let closed = false;
  let answer: (() => void) | null = null;
  return {
    get closed() {
      return closed;
    },
    async next(ms) {
      if (!news && !closed) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          answer = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      news = false;
    },
    ring() {
      news = true;
      answer?.();
    },
    close() {
      closed = true;
      onClose();
      answer?.();
    },
  };
}
