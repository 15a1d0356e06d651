// The tenant's key set: cached, fetched seldom, and the last good one outlives an outage of the tenant.
// jose's own remote key set fails closed after ten minutes and fetches once per cold request on Workers.
import { createLocalJWKSet, errors, type FlattenedJWSInput, type JWSHeaderParameters } from 'jose'
import * as v from 'valibot'
import { Refused } from '../domain/problem.ts'
import type { Settings } from '../settings.ts'
import type { Db } from '../store/db.ts'
import * as stored from '../store/tenant-keys.ts'

/** Milliseconds after which keys are fetched again, while the old ones go on serving. */
const fresh = 10 * 60_000
/** Milliseconds for which the last good keys are trusted without an answer of the tenant. */
const trusted = 24 * 3_600_000
/** At most one fetch in this many milliseconds, failures counted. */
const pause = 30_000
const fetchLimit = 5_000

const KeySet = v.object({ keys: v.pipe(v.array(v.looseObject({ kty: v.string() })), v.minLength(1)) })
const Discovery = v.object({ issuer: v.string(), jwks_uri: v.pipe(v.string(), v.url()) })

interface Keys {
  find: KeyFinder | null
  /** When they were fetched. */
  fetched: number
  /** When a fetch was last begun. */
  attempted: number
  isFetching: boolean
  isLoaded: boolean
}

const byIssuer = new Map<string, Keys>()

/** Forgets what this isolate knows, as a new one would. For tests. */
export const forgetKeys = () => byIssuer.clear()

export type KeyFinder = (header: JWSHeaderParameters, token: FlattenedJWSInput) => Promise<CryptoKey>

/**
 * Finds the key for a token's header, as jose asks for it. `now` is in milliseconds. Throws JWKSNoMatchingKey only when
 * a set fetched since lacks the key, and `tenant.unavailable` when there is nothing to go by: never a 401 for that,
 * because a 401 makes clients burn refresh tokens.
 */
export function keyFinder(
  settings: Settings,
  db: Db,
  now: number,
  later: (work: Promise<unknown>) => void,
): KeyFinder {
  const known = knownOf(settings.issuer)
  // A promise of another request must not be awaited on Workers, so the others look again until it is done. The
  // fetch outlives the request that began it, or a caller who hangs up would leave them all without keys.
  const fetchOrWait = async () => {
    if (!mayFetch(known, now)) return untilFetched(known)
    const work = fetchKeys(known, settings, db, now)
    later(work)
    await work
  }
  return async (header, token) => {
    if (!known.isLoaded) await load(known, settings, db, now)
    const age = now - known.fetched
    if (!known.find || age > trusted) {
      await fetchOrWait()
    } else if (age > fresh && mayFetch(known, now)) {
      later(fetchKeys(known, settings, db, now))
    }
    if (!known.find || now - known.fetched > trusted) throw unavailable()
    try {
      return await known.find(header, token)
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error
      await fetchOrWait()
      // The set may have been fetched before the key was made, and could not be fetched again.
      if (known.fetched < known.attempted || now - known.fetched > fetchLimit) throw unavailable()
      return known.find(header, token)
    }
  }
}

function knownOf(issuer: string): Keys {
  const known = byIssuer.get(issuer) ?? {
    find: null,
    fetched: 0,
    attempted: 0,
    isFetching: false,
    isLoaded: false,
  }
  byIssuer.set(issuer, known)
  return known
}

const unavailable = () => new Refused({ code: 'tenant.unavailable', retryAfter: 30 })
const mayFetch = (known: Keys, now: number) => now - known.attempted > pause

/** What another isolate fetched: one row, read once per cold isolate. */
async function load(known: Keys, settings: Settings, db: Db, now: number): Promise<void> {
  const [row] = await stored.of(db, settings.issuer)
  // A fetch that began meanwhile knows better.
  if (row && row.fetched > known.fetched && now - row.fetched <= trusted) {
    known.find = createLocalJWKSet(v.parse(KeySet, JSON.parse(row.keys)))
    known.fetched = row.fetched
  }
  known.isLoaded = true
}

async function untilFetched(known: Keys): Promise<void> {
  for (let waited = 0; known.isFetching && waited < fetchLimit; waited += 50) await scheduler.wait(50)
}

async function fetchKeys(known: Keys, settings: Settings, db: Db, now: number): Promise<void> {
  known.attempted = now
  known.isFetching = true
  try {
    const uri = settings.jwksUri ?? (await discover(settings.issuer))
    const keys = v.parse(KeySet, await fetchJson(uri))
    known.find = createLocalJWKSet(keys)
    known.fetched = now
    await stored.keep(db, settings.issuer, JSON.stringify(keys), now)
  } catch (error) {
    // The last good keys go on serving; who needs a newer one is told that the tenant cannot be reached.
    console.warn('the keys of the tenant could not be fetched', error)
  } finally {
    known.isFetching = false
  }
}

/** OpenID Connect Discovery 1.0, section 4.3: the document must name the very issuer it was asked of. */
async function discover(issuer: string): Promise<string> {
  const uri = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  const document = v.parse(Discovery, await fetchJson(uri))
  if (document.issuer !== issuer) throw new Error(`${uri} is of ${document.issuer}`)
  return document.jwks_uri
}

async function fetchJson(uri: string): Promise<unknown> {
  const response = await fetch(uri, { redirect: 'manual', signal: AbortSignal.timeout(fetchLimit) })
  if (!response.ok) throw new Error(`${uri} answered ${response.status}`)
  return response.json()
}
