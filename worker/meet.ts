// How the tenant introduces somebody: on their first call they become a person, or the person who was made ahead for
// them; later, their name and e-mail are kept as the tenant says them. Each time is a verdict in the company's chain.
import type { Caller } from './auth/claims.ts'
import { instantOf } from './domain/calendar.ts'
import type { Person } from './domain/person.ts'
import { Rulings } from './rulings.ts'
import type { Seal } from './seal.ts'
import * as chains from './store/chains.ts'
import { type Db, takingTurns } from './store/db.ts'
import * as ledger from './store/ledger.ts'
import * as people from './store/people.ts'

/** What a verified ID token says. */
export interface Names {
  name: string | null
  /** In lower case; null where the tenant has not verified it. */
  email: string | null
}

export interface Meeting {
  caller: Caller
  /** Null where only an access token came, which says nothing of names. */
  names: Names | null
  /** Milliseconds since 1970. */
  now: number
  seal: Seal
}

/**
 * The person who calls. An identity that was never seen is linked, once, to the person who was made ahead under its
 * verified e-mail, where there is exactly one; else it becomes a person of its own, expected from today on.
 */
export const meet = (db: Db, meeting: Meeting): Promise<Person> => takingTurns(() => meetOnce(db, meeting))

async function meetOnce(db: Db, { caller, names, now, seal }: Meeting): Promise<Person> {
  const change = crypto.randomUUID()
  const email = names?.email ?? ''
  const [[known], heads, namesakes] = await db.batch([
    people.byIdentity(db, caller),
    chains.heads(db, [chains.company]),
    people.under(db, email),
  ])
  // Nothing is written in the name of somebody who may no longer call.
  if (known && !known.active) return people.personOf(known)
  // Also who may no longer call: whoever was deactivated before their first sign-in does not get in as somebody new.
  const [ahead, another] = namesakes.filter(({ linked }) => !linked)
  const before = known ?? (another ? undefined : ahead)
  const id = before?.id ?? (await seal.personId(caller.issuer, caller.subject))
  const isTaken = namesakes.some((person) => person.id !== id)
  const blank = { id, name: null, email: null, from: instantOf(now).slice(0, 10), until: null, target: null }
  const person: Person = {
    ...(before
      ? people.personOf(before)
      : { kind: 'person', ...blank, manager: null, deputy: null, active: true }),
    name: names?.name ?? before?.name ?? null,
    email: (isTaken ? null : names?.email) ?? before?.email ?? null,
    linked: true,
    version: change,
    number: 0,
  }
  if (known && known.name === person.name && known.email === person.email) return people.personOf(known)
  const circumstances = { actor: id, client: caller.client, received: instantOf(now) }
  const rulings = new Rulings(heads, [], seal, circumstances)
  const digest = await seal.digest([caller.issuer, caller.subject, names])
  const asked = { id: change, chain: chains.company, kind: 'person.meet', thing: id, at: null, digest }
  await rulings.enter(asked, { verdict: 'applied', rows: [person], was: before?.version ?? null })
  await db.batch([
    chains.move(db, rulings.moves(), before ? [{ kind: 'person', id, version: before.version }] : []),
    ledger.append(db, rulings.rows),
    people.write(db, rulings.left('person')),
    chains.begin(db, [id]),
    people.link(db, known ? [] : [{ issuer: caller.issuer, subject: caller.subject, person: id }]),
  ])
  return person
}
