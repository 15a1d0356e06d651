// What the device gives to everything that runs in page and service worker alike. Tests put their own platform here.

export interface Device {
  indexedDB: Pick<IDBFactory, 'open' | 'deleteDatabase'>
  locks: Pick<LockManager, 'request'>
  fetch: (input: string | URL, init?: RequestInit) => Promise<Response>
  /** Milliseconds since 1970 by the device's own clock, which may be wrong. */
  now: () => number
  /** A random UUID in lower case. */
  random: () => string
  /** The origin of the app and its API, `https://timesheets.example`. */
  origin: string
  /** The longest any wait and any hold of a lock may last, in milliseconds. */
  patience: number
  /** Tells every context of this origin, this one included, that what is stored has changed. */
  announce: () => void
}

const channelName = 'timesheets'
const news = 'changed'
let device: Device | undefined

/** The device this code runs on; the same object each time, because the open database is kept with it. */
export function thisDevice(): Device {
  device ??= openDevice()
  return device
}

function openDevice(): Device {
  const channel = new BroadcastChannel(channelName)
  return {
    indexedDB,
    locks: navigator.locks,
    fetch: (input, init) => fetch(input, init),
    now: () => Date.now(),
    random: () => crypto.randomUUID(),
    origin: location.origin,
    patience: 30_000,
    announce: () => channel.postMessage(news),
  }
}

/** Calls back whenever a page or the service worker has stored something; answers the function that stops it. */
export function onNews(callback: () => void): () => void {
  // A channel of its own: a BroadcastChannel never hears itself, and a page wants to hear what its own code stored.
  const channel = new BroadcastChannel(channelName)
  channel.addEventListener('message', (event) => {
    if (event.data === news) callback()
  })
  return () => channel.close()
}
