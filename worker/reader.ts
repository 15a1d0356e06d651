// Who reads, and what they may see: of whom, and which projects. The feed, the lists and the fingerprint in the cursor
// all ask here.
import type { Caller } from './auth/claims.ts'

export interface Reader {
  person: string
  /** Reads the weeks of those they may act for. */
  approves: boolean
  managesPeople: boolean
  /** Sees every project: who approves hours has to know what they were booked on. */
  seesAll: boolean
}

export const readerOf = ({ scopes }: Pick<Caller, 'scopes'>, person: string): Reader => {
  const approves = scopes.has('approve:timesheets')
  return {
    person,
    approves,
    managesPeople: scopes.has('manage:people'),
    seesAll: approves || scopes.has('manage:projects'),
  }
}
