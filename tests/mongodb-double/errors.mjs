/** An error that the server answers, with its code and name: https://github.com/mongodb/mongo/blob/master/src/mongo/base/error_codes.yml */
export class CommandError extends Error {
  constructor(code, codeName, message, details = {}) {
    super(message);
    Object.assign(this, { code, codeName, details });
  }

  toReply() {
    return { ok: 0, errmsg: this.message, code: this.code, codeName: this.codeName, ...this.details };
  }
}

/** A transaction keeps a plain write from what it wants: the write waits until the transaction has ended. */
export class Locked extends Error {}
