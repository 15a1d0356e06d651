// What an entry is booked on: the field of the project, and for a new entry the projects used last.
import { useRef } from 'preact/hooks'
import type { Project } from '#domain/project.ts'
import { book } from '../state/copy.ts'
import { offered, recent } from '../state/entries.ts'
import type { Values } from '../state/form.ts'
import type { FieldName } from './entry-input.ts'
import { ProjectField } from './project-field.tsx'
import { lengthOf, type Recent, RecentChips } from './recent.tsx'

interface Props {
  id: string
  values: Values
  /** Whether anything was typed into the form. */
  isTyped: boolean
  /** Whether the recent ones stand beneath. */
  hasRecent: boolean
  problem: string | undefined
  onValue: (patch: Partial<Values>, field: FieldName) => void
}

export function ProjectChoice({ id, values, isTyped, hasRecent, problem, onValue }: Props) {
  /** The length that a recent project filled in; typing over it makes it the person's own. */
  const filled = useRef('')
  if (!isTyped) filled.current = ''

  const choose = (project: Project) => onValue({ project: project.id, search: project.name }, 'project')
  const again = (recently: Recent) => {
    choose(recently.project)
    const length = lengthOf(recently)
    if (values.by === 'times' || length === null) return
    if (values.duration !== '' && values.duration !== filled.current) return
    filled.current = length
    onValue({ duration: length }, 'duration')
  }
  return (
    <div class="project-block">
      <ProjectField
        id={id}
        projects={offered.value}
        chosen={book.value.projects.get(values.project)}
        search={values.search}
        problem={problem}
        onSearch={(search) => onValue({ search, project: '' }, 'project')}
        onChoose={choose}
      />
      {hasRecent && <RecentChips recent={recent.value} chosen={values.project} onChoose={again} />}
    </div>
  )
}
