// A device as a browser gives it: IndexedDB, locks, and contexts (a page, a second tab, a service worker) that share
// them and can be killed at any moment.
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { disconnect } from '../../web/data/database.ts'
import type { Device } from '../../web/data/device.ts'

/** What a phone is surrounded by: the little world, or the real one. */
export interface Surroundings {
  readonly origin: string
  /** The right time, in milliseconds since 1970. */
  readonly now: number
  fetch: (phone: Phone, address: string, init?: RequestInit) => Promise<Response>
}

let machines = 0

/** One page or service worker. */
export interface Context extends Device {
  /** Ends it as a browser does: at once, wherever it is. Its locks are freed, nothing of it goes on. */
  kill: () => Promise<void>
  /** How often it told the others that something changed. */
  announcements: () => number
}

/** One phone. `offset` is by how many milliseconds its clock is ahead. */
export class Phone {
  readonly indexedDB = new IDBFactory()
  readonly #name = `phone-${(machines += 1)}`
  readonly #world: Surroundings
  offset: number
  isOnline = true
  patience = 30_000
  /** False for Safari's lockdown and private modes, whose IndexedDB refuses keys. */
  keepsKeys = true

  constructor(world: Surroundings, offset = 0) {
    this.#world = world
    this.offset = offset
  }

  /** Opens a page or wakes the service worker. */
  open(): Context {
    const end = Promise.withResolvers<never>()
    end.promise.catch(() => undefined)
    const never = new Promise<never>(() => undefined)
    let isKilled = false
    let announced = 0
    const context: Context = {
      indexedDB: {
        open: (...names) => {
          if (isKilled) throw new Error('killed')
          const request = this.indexedDB.open(...names)
          if (!this.keepsKeys) request.addEventListener('success', () => refuseKeys(request.result))
          return request
        },
        deleteDatabase: (name) => this.indexedDB.deleteDatabase(name),
      },
      locks: { request: this.#request(() => end.promise) as LockManager['request'] },
      fetch: (input, init) =>
        isKilled
          ? never
          : Promise.race([this.#world.fetch(this, String(input), init), end.promise.catch(() => never)]),
      now: () => this.#world.now + this.offset,
      random: () => crypto.randomUUID(),
      origin: this.#world.origin,
      patience: this.patience,
      announce: () => {
        announced += 1
      },
      announcements: () => announced,
      kill: async () => {
        isKilled = true
        end.reject(new Error('killed'))
        await disconnect(context)
      },
    }
    return context
  }

  /** Locks of this phone only; a killed context's are freed. */
  #request(ended: () => Promise<never>) {
    return (name: string, options: LockOptions, work: LockGrantedCallback<unknown>) =>
      navigator.locks.request(`${this.#name}:${name}`, options, (lock) => Promise.race([work(lock), ended()]))
  }
}

/** Makes a database refuse what holds a key, as it refuses a function. */
function refuseKeys(database: IDBDatabase): void {
  const begin = database.transaction.bind(database)
  database.transaction = (...names) => {
    const transaction = begin(...names)
    const storeOf = transaction.objectStore.bind(transaction)
    transaction.objectStore = (name) => {
      const store = storeOf(name)
      const put = store.put.bind(store)
      store.put = (value: unknown, key?: IDBValidKey) => {
        const holdsKey =
          value instanceof CryptoKey || Object.values(value ?? {}).some((part) => part instanceof CryptoKey)
        if (holdsKey) throw new DOMException('a key cannot be cloned', 'DataCloneError')
        return put(value, key)
      }
      return store
    }
    return transaction
  }
}
