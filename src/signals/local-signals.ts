import { EventEmitter } from 'node:events';
import type { Signals } from './signals.ts';

/** Signals within one process. */
export function localSignals(): Signals {
  const emitter = new EventEmitter().setMaxListeners(0);
  return {
    tell: (topic, data) => void emitter.emit(topic, data),
    hear(topic, listener) {
      emitter.on(topic, listener);
      return () => emitter.off(topic, listener);
    },
    close: async () => void emitter.removeAllListeners(),
  };
}
