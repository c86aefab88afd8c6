// Sessions and their transactions: https://www.mongodb.com/docs/manual/core/transactions/
import { EventEmitter } from 'node:events';
import { CommandError, Locked } from './errors.mjs';
import { Snapshot } from './snapshot.mjs';

const COMMANDS = new Set(['find', 'getMore', 'killCursors', 'aggregate', 'insert', 'update', 'delete', 'findAndModify', 'commitTransaction', 'abortTransaction']);
export const ENDINGS = new Set(['commitTransaction', 'abortTransaction']);
// As the server labels them: https://github.com/mongodb/mongo/blob/master/src/mongo/db/error_labels.cpp
const TRANSIENT = new Set(['WriteConflict', 'NoSuchTransaction', 'LockTimeout', 'SnapshotUnavailable', 'PreparedTransactionInProgress']);
const RETRYABLE = new Set([6, 7, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436]);
const LIFETIME = 60;

/** Whether the transaction may be tried again from its start. */
export const isTransient = (error) => TRANSIENT.has(error.codeName);

export class Transactions {
  #sessions = new Map();
  #ends = new EventEmitter().setMaxListeners(0);
  lifetimeSeconds = LIFETIME;

  constructor(storage, isReplicaSet) {
    Object.assign(this, { storage, isReplicaSet });
  }

  /** Runs a command in the transaction that it names; undefined where it names none. */
  async run(name, message, work) {
    const isPart = message.autocommit !== undefined || message.startTransaction !== undefined || ENDINGS.has(name);
    if (!isPart) return undefined;
    const session = this.#sessionOf(message);
    try {
      this.#check(name, message);
      const transaction = this.#transactionOf(session, name, message);
      if (ENDINGS.has(name)) return this.#end(transaction, name);
      try {
        const reply = await work(transaction.snapshot);
        if (reply.writeErrors) this.#abort(transaction);
        return reply;
      } catch (error) {
        this.#abort(transaction);
        throw error;
      }
    } catch (error) {
      throw labelled(error, name);
    }
  }

  /** Runs a write that belongs to no transaction; while one keeps it from its documents it waits. */
  async write(message, work) {
    const until = message.maxTimeMS ? Date.now() + Number(message.maxTimeMS) : Infinity;
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof Locked)) throw error;
        await this.#someEnd(until);
      }
    }
  }

  /** A write with a number of its own: what was answered before is answered again, not done again. */
  once(message, work) {
    const session = this.#sessionOf(message);
    this.#pass(session, message.txnNumber);
    if (session.number !== message.txnNumber) Object.assign(session, { number: message.txnNumber, transaction: null, reply: null });
    if (session.transaction) throw new CommandError(217, 'IncompleteTransactionHistory', `Transaction number ${message.txnNumber} is that of a transaction`);
    // What failed is done anew.
    session.reply ??= work().catch((error) => {
      session.reply = null;
      throw error;
    });
    return session.reply;
  }

  end(sessions) {
    for (const { id } of sessions ?? []) {
      const session = this.#sessions.get(id.toString('hex'));
      if (session?.transaction) this.#abort(session.transaction);
    }
  }

  #sessionOf(message) {
    if (message.txnNumber === undefined || !message.lsid)
      throw new CommandError(72, 'InvalidOptions', 'Transaction number requires a session ID to also be specified');
    if (!this.isReplicaSet)
      throw new CommandError(20, 'IllegalOperation', 'Transaction numbers are only allowed on a replica set member or mongos');
    const id = message.lsid.id.toString('hex');
    if (!this.#sessions.has(id)) this.#sessions.set(id, { number: -1, transaction: null, reply: null });
    return this.#sessions.get(id);
  }

  #check(name, message) {
    if (message.autocommit !== false) throw new CommandError(72, 'InvalidOptions', "Specifying autocommit=true is not allowed.");
    if (!COMMANDS.has(name)) throw new CommandError(263, 'OperationNotSupportedInTransaction', `Cannot run '${name}' in a multi-document transaction.`);
    if (message.$db === 'admin' && !ENDINGS.has(name))
      throw new CommandError(263, 'OperationNotSupportedInTransaction', "Cannot run command against the 'admin' database in a transaction");
    if (message.writeConcern && !ENDINGS.has(name))
      throw new CommandError(72, 'InvalidOptions', 'writeConcern is not allowed within a multi-statement transaction');
    if (message.readConcern && !message.startTransaction)
      throw new CommandError(72, 'InvalidOptions', 'Only the first command in a transaction may specify a readConcern');
    if (message.startTransaction !== undefined && (message.startTransaction !== true || ENDINGS.has(name)))
      throw new CommandError(72, 'InvalidOptions', 'Only the first command of a transaction has startTransaction, and it is true');
  }

  /** A newer number ends what the session was at. */
  #pass(session, number) {
    if (number < session.number)
      throw new CommandError(225, 'TransactionTooOld', `Cannot start transaction ${number}: a newer transaction with txnNumber ${session.number} has already started on the session`);
    if (number > session.number && session.transaction) this.#abort(session.transaction);
  }

  #transactionOf(session, name, { startTransaction, txnNumber }) {
    this.#pass(session, txnNumber);
    if (startTransaction) {
      if (txnNumber === session.number)
        throw new CommandError(117, 'ConflictingOperationInProgress', `Cannot start a transaction at given transaction number ${txnNumber}: one with that number exists`);
      Object.assign(session, { number: txnNumber, reply: null, transaction: this.#start(txnNumber) });
    }
    const { number, transaction } = session;
    if (txnNumber !== number || !transaction)
      throw new CommandError(251, 'NoSuchTransaction', `Given transaction number ${txnNumber} does not match any in-progress transactions. The active transaction number is ${number}`);
    if (transaction.state === 'aborted') throw new CommandError(251, 'NoSuchTransaction', `Transaction with { txnNumber: ${number} } has been aborted.`);
    if (transaction.state === 'committed' && name !== 'commitTransaction')
      throw new CommandError(256, 'TransactionCommitted', `Transaction with { txnNumber: ${number} } has been committed.`);
    return transaction;
  }

  #start(number) {
    const transaction = { number, state: 'in progress', snapshot: new Snapshot(this.storage) };
    transaction.timer = setTimeout(() => this.#abort(transaction), this.lifetimeSeconds * 1000).unref();
    return transaction;
  }

  #end(transaction, name) {
    if (name === 'abortTransaction') this.#abort(transaction);
    else if (transaction.state === 'in progress') this.#close(transaction, 'committed');
    return { ok: 1 };
  }

  #abort(transaction) {
    if (transaction.state === 'in progress') this.#close(transaction, 'aborted');
  }

  #close(transaction, state) {
    clearTimeout(transaction.timer);
    transaction.state = state;
    transaction.snapshot.close(state === 'committed');
    transaction.snapshot = null;
    this.#ends.emit('end');
  }

  #someEnd(until) {
    return new Promise((resolve, reject) => {
      const ended = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = until === Infinity ? undefined : setTimeout(() => {
        this.#ends.off('end', ended);
        reject(new CommandError(50, 'MaxTimeMSExpired', 'operation exceeded time limit'));
      }, until - Date.now());
      this.#ends.once('end', ended);
    });
  }
}

function labelled(error, name) {
  if (error instanceof CommandError && !error.details.errorLabels) {
    if (isTransient(error) || (RETRYABLE.has(error.code) && !ENDINGS.has(name))) error.details = { ...error.details, errorLabels: ['TransientTransactionError'] };
    else if (RETRYABLE.has(error.code)) error.details = { ...error.details, errorLabels: ['RetryableWriteError'] };
  }
  return error;
}
