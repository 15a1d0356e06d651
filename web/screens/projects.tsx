// What hours are booked on, for those who manage it.
import { useSignal } from '@preact/signals'
import { text } from '../messages.ts'
import { Dot } from '../parts/dot.tsx'
import { Heading } from '../parts/heading.tsx'
import { Icon, Mark } from '../parts/icon.tsx'
import { ProjectForm } from '../parts/project-form.tsx'
import { SearchField } from '../parts/search-field.tsx'
import { isMeant } from '../parts/search.ts'
import { StandingMark } from '../parts/standing.tsx'
import { openAs, openOver } from '../state/address.ts'
import { hasCopy } from '../state/copy.ts'
import { type ManagedProject, managedProjects } from '../state/projects-managed.ts'
import { may } from '../state/rights.ts'

export function Projects() {
  const typed = useSignal('')
  const asked = openAs('project')
  const found = managedProjects.value.filter(({ row: { name, client, code } }) =>
    isMeant([name, client, code], typed.value),
  )
  const open = found.filter(({ row }) => !row.archived)
  const archived = found.filter(({ row }) => row.archived)
  if (!may('manage:projects')) {
    return (
      <>
        <Heading title={text.projects.title} />
        <p class="nothing">{text.projects.forbidden}</p>
      </>
    )
  }
  return (
    <>
      <Heading title={text.projects.title} />
      <div class="managed">
        <div class="managed-head">
          <SearchField
            label={text.projects.search}
            value={typed.value}
            onValue={(value) => (typed.value = value)}
          />
          <button class="button button-primary" type="button" onClick={() => openOver('project', 'new')}>
            <Icon name="log" />
            {text.projects.new}
          </button>
        </div>
        <output class="quiet">{text.projects.found(open.length)}</output>
        {managedProjects.value.length === 0 && hasCopy.value && (
          <div class="nothing nothing-tall">
            <Mark />
            <strong>{text.projects.none}</strong>
            <p>{text.projects.noneMore}</p>
          </div>
        )}
        {found.length === 0 && typed.value.trim() !== '' && <p class="nothing">{text.projects.noneMatch}</p>}
        <List projects={open} />
        {archived.length > 0 && (
          <details class="deleted" open={typed.value.trim() !== ''}>
            <summary>{text.projects.archived(archived.length)}</summary>
            <List projects={archived} />
          </details>
        )}
      </div>
      {asked !== null && <ProjectForm key={asked} id={asked} />}
    </>
  )
}

const List = ({ projects }: { projects: readonly ManagedProject[] }) => (
  <ul class="managed-list">
    {projects.map(({ row, standing }) => (
      <li key={row.id}>
        <button class="row row-link" type="button" onClick={() => openOver('project', row.id)}>
          <Dot project={row} />
          <span class="row-words">
            <strong>{row.name}</strong>
            <span class="quiet">
              {row.client} · {row.code}
              {row.members && ` · ${text.projects.members(row.members.length)}`}
            </span>
            {standing !== 'delivered' && <StandingMark standing={standing} />}
          </span>
          <Icon name="forward" />
        </button>
      </li>
    ))}
  </ul>
)
