// The last row of the grid, in which a project is chosen that shall have a row of its own.
import { useSignal } from '@preact/signals'
import type { Project } from '#domain/project.ts'
import { text } from '../messages.ts'
import { offered } from '../state/entries.ts'
import { ProjectField } from './project-field.tsx'

interface Props {
  onAdd: (project: string) => void
  /** There is no other row yet. */
  isFirst: boolean
}

export function AddRow({ onAdd, isFirst }: Props) {
  const search = useSignal('')
  const add = (project: Project) => {
    search.value = ''
    onAdd(project.id)
  }
  return (
    <tr class="grid-add">
      <td colSpan={9}>
        <div class="grid-add-field">
          <ProjectField
            id="grid-project"
            label={text.grid.add}
            projects={offered.value}
            chosen={undefined}
            search={search.value}
            problem={undefined}
            onSearch={(typed) => (search.value = typed)}
            onChoose={add}
          />
          {isFirst && <p class="quiet">{text.grid.noProjects}</p>}
        </div>
      </td>
    </tr>
  )
}
