// A company in which something is going on: weeks that wait, come back, are approved and get late hours, with words
// about them. Root approves Grace, Grace approves Root.
import { addWeeks, daysOf } from '../../worker/domain/calendar.ts'
import { currentWeek, decide, deliverLate, fillWeek, type Hours, personOf, say, submitWeek } from './weeks.ts'

/** What stands where. */
export interface Company {
  root: string
  grace: string
  /** Grace's, submitted again after it was returned. */
  waiting: string
  /** Grace's, approved, with a late hour. */
  approved: string
  /** Root's own, returned. */
  returned: string
}

const tramway = 'Tramway line 7, signalling'
const longNote =
  'Load test of the northern span with two locomotives, measured at eleven points, report to the Verkehrsinfrastrukturbehörde'

/** Puts it there; once is enough for all tests of a file. */
export async function furnish(): Promise<Company> {
  const [waiting, approved, returned] = [-2, -3, -2].map((count) => addWeeks(currentWeek(), count)) as [
    string,
    string,
    string,
  ]
  const [root, grace] = [await personOf('root'), await personOf('grace')]

  await fillWeek('grace', [...daysAtWork(approved), { date: daysOf(approved)[4] ?? '', minutes: 240 }])
  await submitWeek('grace', approved)
  await decide('root', 'grace', approved, 'approval')
  await deliverLate('grace', {
    date: daysOf(approved)[5] ?? '',
    minutes: 150,
    note: 'storm, called out at night',
  })

  await fillWeek('grace', daysAtWork(waiting))
  await submitWeek('grace', waiting)
  await decide('root', 'grace', waiting, 'return', 'Friday is missing, and please say which span on Monday.')
  const [, , , , friday = ''] = daysOf(waiting)
  const times = { start: `${friday}T09:00+01:00`, end: `${friday}T15:30+01:00` }
  await fillWeek('grace', [{ date: friday, minutes: 390, note: longNote, ...times }])
  await submitWeek('grace', waiting)
  await say('grace', 'grace', waiting, 'Friday was on paper only, it is in now.')

  await fillWeek('root', daysAtWork(returned))
  await submitWeek('root', returned)
  await decide('grace', 'root', returned, 'return', 'Wednesday looks too long to me.')
  await say('grace', 'root', returned, 'Have a look at Wednesday, then it is fine.')
  return { root, grace, waiting, approved, returned }
}

/** Monday to Thursday. */
function daysAtWork(week: string): Hours[] {
  const [monday = '', tuesday = '', wednesday = '', thursday = ''] = daysOf(week)
  return [
    { date: monday, minutes: 450, note: 'span 3' },
    { date: tuesday, minutes: 240 },
    { date: tuesday, minutes: 225, project: tramway, note: longNote },
    { date: wednesday, minutes: 570, project: tramway },
    { date: thursday, minutes: 480 },
  ]
}
