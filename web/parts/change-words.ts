// What a change in the outbox is about, in words: what, whose, which week, why; as far as this device knows.
import { key } from '#domain/book.ts'
import { weekNumber } from '#domain/calendar.ts'
import type { Change } from '#domain/change.ts'
import { shortDay } from '../dates.ts'
import { text } from '../messages.ts'
import { book, who } from '../state/copy.ts'
import { nameSeen } from '../state/decisions.ts'
import { ownEntry } from '../state/entries.ts'
import { calledBy, nameOf } from '../state/people.ts'

export interface Words {
  /** The project, the week, the person. */
  name: string
  project?: { colour: string } | undefined
  /** What is done to it. */
  what: string
  date?: string | undefined
  minutes?: number | undefined
  /** What somebody typed for others to read: a note, a reason. */
  note?: string | undefined
}

/** A change in words, as far as this device knows what it is about. */
export function wordsOf(change: Change): Words {
  const { kinds } = text.outbox
  switch (change.kind) {
    case 'entry.put':
      return { ...hours(change), what: change.base === null ? kinds.new : kinds.change }
    case 'entry.delete':
      return { ...hours(ownEntry(change.entry)), what: kinds.delete }
    case 'late.accept':
    case 'late.decline': {
      const late = book.value.lates.get(key(change.person, change.late))
      const { name: project, ...more } = hours(late)
      const note = change.kind === 'late.decline' ? change.reason : more.note
      // What was decided elsewhere may have left this device.
      const name = late ? [whoIs(change.person), project].join(', ') : whoIs(change.person)
      return { ...more, name, what: kinds[change.kind], note }
    }
    case 'project.put':
      return {
        name: change.name,
        project: change,
        what: change.base === null ? kinds.newProject : kinds.changedProject,
      }
    case 'person.put':
      return {
        name: calledBy(change),
        what: change.base === null ? kinds.newPerson : kinds.changedPerson,
      }
    case 'identity.move': {
      const name = text.outbox.signIn(whoIs(change.person), whoIs(change.to))
      return { name, what: kinds['identity.move'] }
    }
    default: {
      const note = 'reason' in change ? change.reason : 'note' in change ? change.note : undefined
      return { name: weekName(change.person, change.week), what: kinds[change.kind], note }
    }
  }
}

interface Hours {
  project: string
  date: string
  minutes: number
  note: string
}

function hours(of: Hours | undefined): Omit<Words, 'what'> {
  const project = of && book.value.projects.get(of.project)
  const name = project?.name ?? text.unknownProject
  return { name, project, date: of?.date, minutes: of?.minutes, note: of?.note }
}

const whoIs = (person: string) => nameOf(person) || nameSeen(person) || text.history.somebody

/** One's own week by its number, somebody else's with their name. */
function weekName(person: string, week: string): string {
  const isOwn = person === who.value?.person
  const number = weekNumber(week)
  return isOwn ? text.week.name(number) : text.outbox.weekOf(whoIs(person), number)
}

/** The words in one line, without what was typed. */
export const inLine = ({ what, date }: Words) => [what, date && shortDay(date)].filter(Boolean).join(' · ')
