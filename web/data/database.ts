// The one database of the app: what is kept, where it lies, and a connection that survives what browsers do to it.
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames, wrap } from 'idb'
import type { FeedRow } from '#domain/sync.ts'
import type { Device } from './device.ts'
import type {
  Copy,
  DeliveredItem,
  Dismissed,
  Draft,
  OutboxItem,
  Redirect,
  Report,
  RunningTimer,
  StoredAccount,
  StoredSession,
} from './stored.ts'
import { upgrade } from './upgrade.ts'

/** The person whose copy it is in, the copy, the kind of row, and `keyOf(row)`. */
export type RowKey = [string, number, string, string]

export interface Schema extends DBSchema {
  outbox: { key: number; value: OutboxItem; indexes: { person: string; change: string } }
  delivered: { key: string; value: DeliveredItem; indexes: { person: string; at: number } }
  rows: { key: RowKey; value: FeedRow }
  copies: { key: string; value: Copy }
  reports: { key: string; value: Report }
  drafts: { key: [string, string]; value: Draft }
  accounts: { key: string; value: StoredAccount }
  redirects: { key: string; value: Redirect }
  /** Under `this`: there is one session on a device. */
  sessions: { key: string; value: StoredSession }
  keys: { key: string; value: CryptoKey }
  settings: { key: string; value: unknown }
  timers: { key: string; value: RunningTimer }
  dismissed: { key: [string, string]; value: Dismissed }
}

type Names = StoreNames<Schema>
/** What an upgrade runs in. */
export type Upgrade = IDBPTransaction<Schema, Names[], 'versionchange'>
export type Transaction<Mode extends IDBTransactionMode> = IDBPTransaction<Schema, Names[], Mode>

const databaseName = 'timesheets'
const databaseVersion = 2

const connections = new WeakMap<Device, Promise<IDBPDatabase<Schema>>>()

function connect(device: Device): Promise<IDBPDatabase<Schema>> {
  const known = connections.get(device)
  if (known) return known
  const forget = () => connections.delete(device)
  const opening = open(device, forget)
  connections.set(device, opening)
  opening.catch(forget)
  return opening
}

async function open(device: Device, forget: () => void): Promise<IDBPDatabase<Schema>> {
  const request = device.indexedDB.open(databaseName, databaseVersion)
  request.addEventListener('upgradeneeded', (event) => {
    // `wrap` knows no schemas, and idb's `openDB`, which does, knows only the global indexedDB.
    const database = wrap(request.result) as unknown as IDBPDatabase<Schema>
    const transaction = request.transaction && wrap(request.transaction)
    if (!transaction) return
    // Half an upgrade is none: whoever opens the database hears that it could not be.
    upgrade(database, transaction as unknown as Upgrade, event.oldVersion).catch(() => abort(transaction))
  })
  // `blocked` needs no answer: the other side closes in its own `versionchange`, below, and the request goes on.
  const database = (await wrap(request)) as unknown as IDBPDatabase<Schema>
  // A newer app in another tab wants to upgrade, or the device is being forgotten: never stand in its way.
  database.addEventListener('versionchange', () => {
    forget()
    database.close()
  })
  // The browser ended the connection (WebKit in the background, storage cleared): the next transaction opens anew.
  database.addEventListener('close', forget)
  return database
}

/**
 * Does `work` in one transaction over the named stores and resolves after its commit, or rejects with nothing written.
 * `work` may await requests of this transaction only, and must bear being run twice: when the connection turns out to
 * be dead it is opened once more and `work` repeated. Writes use durability `strict`: committed means on the disk.
 * A page older than the database rejects (`isOutdated`).
 */
export async function transact<Mode extends 'readonly' | 'readwrite', Result>(
  device: Device,
  mode: Mode,
  stores: Names[],
  work: (transaction: Transaction<Mode>) => Promise<Result>,
): Promise<Result> {
  try {
    return await attempt(device, mode, stores, work)
  } catch (error) {
    if (!isConnectionLost(error)) throw error
    connections.delete(device)
    return attempt(device, mode, stores, work)
  }
}

async function attempt<Mode extends 'readonly' | 'readwrite', Result>(
  device: Device,
  mode: Mode,
  stores: Names[],
  work: (transaction: Transaction<Mode>) => Promise<Result>,
): Promise<Result> {
  const database = await connect(device)
  const transaction = database.transaction(stores, mode, { durability: 'strict' })
  // Watched from the start, so that an abort while `work` fails is not an unhandled rejection as well.
  const done = transaction.done.then(
    () => null,
    (error: unknown) => ({ error }),
  )
  try {
    const result = await work(transaction)
    const failure = await done
    if (failure) throw failure.error
    return result
  } catch (error) {
    abort(transaction)
    await done
    throw error
  }
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort()
  } catch {
    // Already over: there is nothing left to undo.
  }
}

/** A closed connection is an InvalidStateError; WebKit's lost database process is an UnknownError or an abort. */
function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof DOMException)) return false
  if (error.name === 'InvalidStateError' || error.name === 'UnknownError') return true
  return error.name === 'AbortError' && /connection|server lost|clos/i.test(error.message)
}

/** Whether this page is older than the database: a newer app has taken over, and reloading helps. */
export const isOutdated = (error: unknown) => error instanceof DOMException && error.name === 'VersionError'

/** Closes this context's connection, for tests that restart and for forgetting the device. */
export async function disconnect(device: Device): Promise<void> {
  const connection = connections.get(device)
  connections.delete(device)
  if (connection) (await connection).close()
}

/** Removes the database, whoever has it open. */
export async function removeDatabase(device: Device): Promise<void> {
  await disconnect(device)
  await wrap(device.indexedDB.deleteDatabase(databaseName))
}
