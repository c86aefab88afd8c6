// Faults on demand: configureFailPoint failCommand as the server has it for tests, and three more: cutReply, closeAfter, truncateTo.
// https://github.com/mongodb/mongo/wiki/The-%22failCommand%22-fail-point
import { CommandError } from './errors.mjs';

export class Faults {
  #point = null;

  configure(message) {
    const { mode, data = {} } = message;
    const times = typeof mode === 'object' ? Number(mode.times ?? Infinity) : mode === 'alwaysOn' ? Infinity : 0;
    const skip = typeof mode === 'object' ? Number(mode.skip ?? 0) : 0;
    this.#point = mode === 'off' ? null : { data, times, skip };
    return { count: 0, ok: 1 };
  }

  /** The fault that this command meets; an empty one as a rule. */
  meet(command) {
    const point = this.#point;
    if (!point || !point.data.failCommands?.includes(command)) return {};
    if (point.skip-- > 0) return {};
    if (--point.times <= 0) this.#point = null;
    return point.data;
  }

  static throwOn({ errorCode, errorMessage = 'failed on demand', errorLabels }) {
    if (errorCode) throw new CommandError(errorCode, 'FailCommand', errorMessage, errorLabels ? { errorLabels } : {});
  }
}
