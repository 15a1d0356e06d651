// The list under a project's field: whether it is open, which project in it is the active one, and what the keys do there.
import { useSignal } from '@preact/signals'
import type { Project } from '#domain/project.ts'
import { text } from '../messages.ts'
import { Dot } from './dot.tsx'

export interface Matches {
  isOpen: boolean
  /** The active project, by its index; -1 for none. */
  active: number
  show: () => void
  hide: () => void
  choose: (project: Project) => void
  onKeyDown: (event: KeyboardEvent) => void
}

/** `id` is the field's. */
export const listId = (id: string) => `${id}-matches`
export const optionId = (id: string, index: number) => `${id}-match-${index}`

/** `shown`: what the field offers now. */
export function useMatches(
  id: string,
  shown: readonly Project[],
  onChoose: (project: Project) => void,
): Matches {
  const open = useSignal(false)
  const active = useSignal(-1)
  const show = (index = -1) => {
    open.value = true
    active.value = index
  }
  const hide = () => {
    open.value = false
    active.value = -1
  }
  const choose = (project: Project) => {
    onChoose(project)
    hide()
  }
  const move = (step: number) => {
    const count = shown.length
    const from = active.value < 0 && step < 0 ? 0 : active.value
    if (count > 0) show((from + step + count) % count)
    document.getElementById(optionId(id, active.value))?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') move(1)
    else if (event.key === 'ArrowUp') move(-1)
    else if (event.key === 'Escape' && open.value) hide()
    else if (event.key === 'Enter' && open.value) {
      const project = shown[active.value] ?? (shown.length === 1 ? shown[0] : undefined)
      if (!project) return
      choose(project)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return { isOpen: open.value, active: active.value, show: () => show(), hide, choose, onKeyDown }
}

interface Props {
  id: string
  shown: readonly Project[]
  list: Matches
}

export const MatchList = ({ id, shown, list }: Props) => (
  <div
    id={listId(id)}
    class="combobox-list"
    role="listbox"
    aria-label={text.form.matches}
    hidden={!list.isOpen}
  >
    {shown.map((project, index) => (
      // The keys are the field's: it names the active one by aria-activedescendant.
      // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
      <div
        key={project.id}
        id={optionId(id, index)}
        class="combobox-option"
        role="option"
        tabIndex={-1}
        aria-selected={index === list.active}
        // The field keeps the focus, and with it the list stays open until the finger is lifted.
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => list.choose(project)}
      >
        <Dot project={project} />
        <span class="combobox-name">{project.name}</span>
        <span class="combobox-more">
          {project.client} · {project.code}
        </span>
      </div>
    ))}
  </div>
)
