// Who reads, and what they may see: of whom, and which projects. The lists, the feed and its fingerprint, reports,
// histories and the state that a refusal comes with ask here; store/people.ts asks the same in SQL.
import type { Caller } from './auth/claims.ts'
import { mayActFor, type Person } from './domain/person.ts'
import { Refused } from './domain/problem.ts'
import type { Db } from './store/db.ts'
import { byIds, type Reader as ReaderOfPeople } from './store/people.ts'
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

/** Whether somebody's timesheet (`owner`, by id) may be shown; `known`: who approves it, if there is such a person. */
export const mayRead = (
  reader: Reader,
  owner: string,
  known: Pick<Person, 'id' | 'manager' | 'deputy'> | undefined,
): boolean => owner === reader.person || (reader.approves && mayActFor(reader.person, known))

/** The id of whose timesheet is asked for (`me`, or an id), if it may be shown. Throws `week.not-yours`. */
export async function mustRead(db: Db, reader: Reader, asked: string): Promise<string> {
  const owner = asked === 'me' ? reader.person : asked
  const isOthers = reader.approves && owner !== reader.person
  const [known] = isOthers ? await byIds(db, [owner]) : []
  if (!mayRead(reader, owner, known)) throw new Refused({ code: 'week.not-yours' })
  return owner
}
