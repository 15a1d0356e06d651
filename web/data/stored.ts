// What the device keeps, record by record. database.ts says where; the noun's own module says how it changes.
import type { Change } from '#domain/change.ts'
import type { Config } from '#domain/config.ts'
import type { AnyRefusal } from '#domain/problem.ts'
import type { AuthorizationServer } from 'oauth4webapi'

/** A change without a verdict, or one that was refused. */
export interface OutboxItem {
  /** Grows with each change kept on this device: the order in which they are played and sent. */
  order: number
  person: string
  /** As it was made, and never altered: perhaps by an older app, without fields that came later (whole.ts). */
  change: Change
  /** When it was saved, by the device's clock (RFC 3339, UTC). */
  kept: string
  /** Why the server refused it; null while it waits. */
  problem: AnyRefusal | null
  /** It was sent, and no answer says that it was not taken. */
  sent?: true
}

/** A change that has its verdict, kept for 35 days in case the server's history is restored to an earlier day. */
export interface DeliveredItem {
  order: number
  person: string
  change: Change
  kept: string
  verdict: 'applied' | 'late'
  /** When the verdict was stored, in milliseconds since 1970, by the server's clock. */
  at: number
}

/** Where a person's copy of the server's rows stands. Rows live under (person, copy, kind, keyOf). */
export interface Copy {
  person: string
  /** The copy on the screen. */
  shown: number
  /** Up to where the shown copy has come; null before the first page. */
  cursor: string | null
  /** A new copy in the making, which takes the shown one's place when it is complete. */
  next: { copy: number; cursor: string | null } | null
  /** When the last page without more behind it was stored, in milliseconds since 1970; 0 for never. */
  complete: number
  /** The most bytes a push may have: half of what did not get through, and doubled by each push that does. */
  pushBytes: number
}

/** How the last sync went. */
export interface Report {
  /** When it ended, by the device's clock (RFC 3339, UTC). */
  at: string
  outcome: Outcome
  /** Changes that got a verdict other than a refusal. */
  delivered: number
  /** Changes the server refused this time. */
  refused: number
  /** Changes still in the outbox that would be sent next time (those behind a refusal are not among them). */
  waiting: number
  /** Of the waiting ones, those that this account has no right to send; they wait until it has. */
  withheld: number
  /** Seconds to stay away: as the server asked, or as we do where a try costs something. */
  retryAfter?: number
  /** A problem's code or a transport's failure, for the curious; never shown as the only text. */
  detail?: string
}

export type Outcome =
  /** All that could be sent was sent, and the copy is complete. */
  | 'done'
  /** No network, a time-out, or an answer that was not the server's (a portal, half a JSON). */
  | 'offline'
  /** The server asked to come back later (429, 503). */
  | 'later'
  /** Somebody must sign in: the session has ended. Or, with `retryAfter`, the server does not accept its tokens now. */
  | 'sign-in'
  /** Another page or the service worker is at it for longer than anybody wants to wait. */
  | 'busy'
  /** The server says that the token is not this person's: nothing was sent. */
  | 'mismatch'
  /** The server says that this person is deactivated: everything waits. */
  | 'deactivated'
  /** The server could not answer, or answered what this app does not understand. */
  | 'failed'
  /** Nobody is signed in on this device. */
  | 'nobody'

export interface StoredAccount {
  person: string
  name: string | null
  email: string | null
  scopes: string[]
  /** Who that is at the tenant: its issuer and subject, in one. Absent where an older app has written this. */
  identity?: string
}

/** A timer that runs on this device; at most one of a person. */
export interface RunningTimer {
  person: string
  project: string
  note: string
  /** The minute on the wall clock when it began (a `Moment` of the domain), and the zone (IANA) of that clock. */
  start: string
  zone: string | null
  /** When it began, by the device's clock (RFC 3339, UTC). */
  began: string
}

/** A notice that was read and put away. */
export interface Dismissed {
  person: string
  key: string
  /** When, by the device's clock (RFC 3339, UTC). */
  at: string
}

/** What was typed into a form and not yet saved. */
export interface Draft {
  person: string
  key: string
  value: unknown
}

/** Something encrypted under the device's key, or, where keys cannot be stored, as it is. */
export type Sealed = { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer } | { plain: string }

/** The one session on this device. Gone after sign-out; `tokens` is null when the tenant has ended it. */
export interface StoredSession {
  /** Made at sign-in, so that a renewal never brings back what was signed out meanwhile. */
  id: string
  person: string
  issuer: string
  clientId: string
  /** The access token, how it is used, and the refresh token, as JSON; null once the tenant has ended the session. */
  tokens: Sealed | null
  /** The key the tokens are bound to (RFC 9449); null for bearer tokens. */
  proof: CryptoKeyPair | null
  /** Milliseconds since 1970, by the device's clock. */
  received: number
  expires: number
}

/** The tenant as last heard of. */
export interface StoredTenant {
  config: Config
  server: AuthorizationServer
  /** Milliseconds since 1970, by the device's clock. */
  at: number
}

/** A sign-in on its way through the tenant (RFC 6749, 7636, OIDC). */
export interface Redirect {
  state: string
  nonce: string
  verifier: string
  returnTo: string
  /** The tenant it was begun with, so that an answer of another is not taken for its own (RFC 9207). */
  issuer: string
  clientId: string
  /** The key the tokens will be bound to; null for bearer tokens. */
  proof: CryptoKeyPair | null
  /** Milliseconds since 1970, by the device's clock. */
  at: number
}
