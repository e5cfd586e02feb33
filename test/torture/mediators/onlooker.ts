import type { MortalProcess } from './mortal-process.ts';

/** Somebody who looks on at a conversation as a socket does: comes back after a failure, from what was seen last. */
export class Onlooker {
  /** Versions in the order in which they were shown. */
  readonly seen: number[] = [];
  readonly #process: MortalProcess;
  readonly #conversation: string;
  #isStopped = false;
  #stop: () => void = () => {};

  private constructor(process: MortalProcess, conversation: string) {
    this.#process = process;
    this.#conversation = conversation;
  }

  static async of(process: MortalProcess, conversation: string): Promise<Onlooker> {
    const onlooker = new Onlooker(process, conversation);
    await onlooker.#look();
    return onlooker;
  }

  /** Looks away, and at once again. */
  lookAway(): void {
    this.#stop();
    void this.#look();
  }

  stop(): void {
    this.#isStopped = true;
    this.#stop();
  }

  async #look(): Promise<void> {
    let isOver = false;
    // What an earlier look is still shown does not count.
    this.#stop = () => {
      isOver = true;
    };
    const end = this.#stop;
    const { died } = this.#process;
    const unfollow = await this.#process.ask(({ conversations }) =>
      conversations.follow(this.#conversation, this.seen.at(-1) ?? 0, events => {
        if (!isOver) this.seen.push(...events.map(({ version }) => version));
      }),
    );
    if (isOver) return unfollow();
    this.#stop = () => {
      end();
      unfollow();
    };
    void died.then(() => {
      if (!isOver && !this.#isStopped) this.lookAway();
    });
  }
}
