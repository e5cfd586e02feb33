import { Presets, SingleBar } from 'cli-progress';

/** Tells an operator how far a long command has come. */
export interface Progress {
  /** Begins a part of the work; the part before it has ended. */
  begin(what: string, total: number): void;
  step(count?: number): void;
  end(): void;
}

/** A bar on a terminal; nothing at all where the output goes elsewhere. */
export function progressOn(output: NodeJS.WriteStream): Progress {
  if (!output.isTTY) return noProgress;
  const format = '{what} {bar} {value}/{total}  {eta_formatted}';
  const bar = new SingleBar({ stream: output, format, hideCursor: true }, Presets.shades_classic);
  return {
    begin(what, total) {
      bar.stop();
      bar.start(total, 0, { what });
    },
    step: (count = 1) => bar.increment(count),
    end: () => bar.stop(),
  };
}

export const noProgress: Progress = { begin: () => {}, step: () => {}, end: () => {} };
