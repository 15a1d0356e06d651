// Who logs hours, from when to when, and whom they answer to; for those who manage it.
import { useSignal } from '@preact/signals'
import { writeDuration } from '#domain/duration.ts'
import type { Person } from '#domain/person.ts'
import { text } from '../messages.ts'
import { plainDay } from '../dates.ts'
import { Heading } from '../parts/heading.tsx'
import { Icon } from '../parts/icon.tsx'
import { nameApart, personName } from '../parts/names.ts'
import { PersonForm } from '../parts/person-form.tsx'
import { SearchField } from '../parts/search-field.tsx'
import { isMeant } from '../parts/search.ts'
import { StandingMark } from '../parts/standing.tsx'
import { openAs, openOver } from '../state/address.ts'
import { isUnconfirmed, type ManagedPerson, nameOf, namesakesOf, people } from '../state/people.ts'
import { may } from '../state/rights.ts'

export function People() {
  const typed = useSignal('')
  const asked = openAs('person')
  const found = people.value.filter(({ row }) => isMeant([row.name, row.email], typed.value))
  const active = found.filter(({ row }) => row.active)
  const inactive = found.filter(({ row }) => !row.active)
  if (!may('manage:people')) {
    return (
      <>
        <Heading title={text.people.title} />
        <p class="nothing">{text.people.forbidden}</p>
      </>
    )
  }
  return (
    <>
      <Heading title={text.people.title} />
      <div class="managed">
        <div class="managed-head">
          <SearchField
            label={text.people.search}
            value={typed.value}
            onValue={(value) => (typed.value = value)}
          />
          <button class="button button-primary" type="button" onClick={() => openOver('person', 'new')}>
            <Icon name="log" />
            {text.people.new}
          </button>
        </div>
        <output class="quiet">{text.people.found(active.length)}</output>
        {found.length === 0 && <p class="nothing">{text.people.noneMatch}</p>}
        <List people={active} />
        {inactive.length > 0 && (
          <details class="deleted" open={typed.value.trim() !== ''}>
            <summary>{text.people.inactive(inactive.length)}</summary>
            <List people={inactive} />
          </details>
        )}
      </div>
      {asked !== null && <PersonForm key={asked} id={asked} />}
    </>
  )
}

const List = ({ people: shown }: { people: readonly ManagedPerson[] }) => (
  <ul class="managed-list">
    {shown.map(({ row, standing }) => (
      <li key={row.id}>
        <button class="row row-link person-row" type="button" onClick={() => openOver('person', row.id)}>
          <span class="row-words">
            <strong>{personName(row)}</strong>
            {row.name && row.email && <span class="quiet">{row.email}</span>}
            {isUnconfirmed(row) && <span class="person-new">{unconfirmed(row)}</span>}
          </span>
          <span class="row-words">
            <span>{agreed(row)}</span>
            <span class="quiet">
              {row.manager ? text.people.approver(nameOf(row.manager)) : text.people.anyApprover}
              {row.deputy && `, ${text.people.deputised(nameOf(row.deputy))}`}
            </span>
          </span>
          <span class="person-signed">
            {standing !== 'delivered' && <StandingMark standing={standing} />}
            <SignIn row={row} />
          </span>
          <Icon name="forward" />
        </button>
      </li>
    ))}
  </ul>
)

/** Whether a sign-in leads to somebody; without an address, none ever will by itself. */
function SignIn({ row: { linked, email } }: { row: Person }) {
  if (linked) return <span class="quiet">{text.people.signedIn}</span>
  if (email === null) return <span class="quiet">{text.people.noSignIn}</span>
  return <span class="person-new">{text.people.notYet}</span>
}

/** That the tenant has confirmed no address of somebody, and who else that may be. */
function unconfirmed(row: Person): string {
  const [namesake] = namesakesOf(row)
  return namesake ? text.people.unconfirmedTwice(nameApart(namesake)) : text.people.unconfirmed
}

/** From when to when timesheets are expected, and of how many hours. */
function agreed({ from, until, target }: Person): string {
  const days = from
    ? [text.people.from(plainDay(from)), until && text.people.until(plainDay(until))]
        .filter(Boolean)
        .join(' ')
    : text.people.unexpected
  return [target === null ? null : text.people.target(writeDuration(target)), days].filter(Boolean).join(', ')
}
