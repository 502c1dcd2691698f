// SPDX-License-Identifier: AGPL-3.0-or-later
/** Work that goes on after the answer has left, in this process. What must survive the process is written down by the work itself. */

const PATIENCE_MS = 5000;

export type Background = ReturnType<typeof openBackground>;

/** `onError` hears of work that failed without saying so itself: a defect. */
export function openBackground(onError: (failure: unknown) => void) {
  const running = new Map<string, Promise<void>>();
  return {
    /** Begins the work; `id` is how it is asked after. */
    begin(id: string, work: () => Promise<void>): void {
      const ending = work()
        .catch(onError)
        .finally(() => running.delete(id));
      running.set(id, ending);
    },
    /** Waits for the end of a work at most so long. True when it has ended, or is not of this process. */
    async ended(id: string, milliseconds: number): Promise<boolean> {
      const work = running.get(id);
      return work ? within(work, milliseconds) : true;
    },
    /** Gives what is under way a little time. */
    async close(): Promise<void> {
      await within(Promise.all(running.values()), PATIENCE_MS);
    },
  };
}

function within(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<boolean>((done) => {
    timer = setTimeout(() => done(false), milliseconds);
  });
  return Promise.race([work.then(() => true), patience]).finally(() => clearTimeout(timer));
}
