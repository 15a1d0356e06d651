// Who reads, and what they may see: of whom, and which projects. The feed, the lists and the fingerprint in the cursor
// all ask here.
import type { Caller } from './auth/claims.ts'
import type { Reader as ReaderOfPeople } from './store/people.ts'
import type { Reader as ReaderOfProjects } from './store/projects.ts'

/** What the lists of people, of their weeks and of projects ask for. */
export type Reader = ReaderOfPeople & ReaderOfProjects

/** What a caller, who is this person (by id), may see. */
export const readerOf = ({ scopes }: Pick<Caller, 'scopes'>, person: string): Reader => {
  const approves = scopes.has('approve:timesheets')
  return {
    person,
    approves,
    managesPeople: scopes.has('manage:people'),
    seesAll: approves || scopes.has('manage:projects'),
  }
}
