// What the changes of one person can see and touch, and the one place where a change is decided and takes effect.
// The server opens a book on what it read from D1, the device on its confirmed rows; the rules are the same.
import type { Change, EntryPut } from './change.ts'
import { type Entry, mayDelete, mayPut, minutesCounted } from './entry.ts'
import type { Refusal } from './problem.ts'
import { mayPutProject, type Project } from './project.ts'

export type Row = Entry | Project

export interface Book {
  person: string
  /** By id, tombstones included. */
  entries: Map<string, Entry>
  projects: Map<string, Project>
  /** Minutes counted on a day, over all of the person's entries, also those that are not in `entries`. */
  days: Map<string, number>
}

/** A book that holds everything there is, as a device has it. */
export function openBook(person: string, entries: readonly Entry[], projects: readonly Project[]): Book {
  const book: Book = {
    person,
    entries: new Map(),
    projects: new Map(projects.map((project) => [project.id, project])),
    days: new Map(),
  }
  for (const entry of entries) write(book, entry)
  return book
}

/** Why this change may not take effect on the book as it stands, or null. */
export function decide(book: Book, change: Change): Refusal | null {
  switch (change.kind) {
    case 'entry.put': {
      const current = book.entries.get(change.entry)
      const own = current?.date === change.date ? minutesCounted(current) : 0
      const others = (book.days.get(change.date) ?? 0) - own
      return mayPut(change, current, book.projects.get(change.project), others)
    }
    case 'entry.delete':
      return mayDelete(book.entries.get(change.entry), change.base)
    case 'project.put':
      return mayPutProject(book.projects.get(change.project), change.base)
  }
}

/** Plays a change into the book, allowed or not, and answers the row as it leaves it (null where there is none). */
export function play(book: Book, change: Change): Row | null {
  const row = rowAfter(book, change)
  if (row) write(book, row)
  return row
}

function rowAfter(book: Book, change: Change): Row | null {
  switch (change.kind) {
    case 'entry.put':
      return entryAfter(change, book.person)
    case 'entry.delete': {
      const current = book.entries.get(change.entry)
      return current ? { ...current, version: change.id, number: 0, deleted: true } : null
    }
    case 'project.put': {
      const { name, client, code, colour, archived, id: version, project: id } = change
      return { kind: 'project', id, name, client, code, colour, archived, version, number: 0 }
    }
  }
}

/** The entry as a put wants it, whatever was there before. */
export function entryAfter(put: EntryPut, person: string): Entry {
  const { entry: id, project, date, zone, minutes, note, id: version } = put
  return { kind: 'entry', id, person, project, date, zone, minutes, note, version, number: 0, deleted: false }
}

/** Puts a row into the book, in place of the one with its id, and keeps the days' sums right. */
function write(book: Book, row: Row): void {
  if (row.kind === 'project') {
    book.projects.set(row.id, row)
    return
  }
  const before = book.entries.get(row.id)
  if (before) count(book, before.date, -minutesCounted(before))
  count(book, row.date, minutesCounted(row))
  book.entries.set(row.id, row)
}

function count(book: Book, date: string, minutes: number): void {
  book.days.set(date, (book.days.get(date) ?? 0) + minutes)
}
