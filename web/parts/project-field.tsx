// Choosing a project: the recent ones a tap away, all others by typing (the combobox pattern of the ARIA practices).
import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { Project } from '#domain/project.ts'
import { text } from '../messages.ts'
import { Dot } from './dot.tsx'
import { asInvalid, Field } from './field.tsx'
import { NoProjects } from './no-projects.tsx'
import { matching } from './project-search.ts'

interface Props {
  id: string
  /** What it is called; 'Project' as a rule. */
  label?: string
  /** All that may be chosen, the recent ones first. */
  projects: readonly Project[]
  chosen: Project | undefined
  /** What stands in the field. */
  search: string
  problem: string | undefined
  onSearch: (search: string) => void
  onChoose: (project: Project) => void
}

export function ProjectField({ id, label = text.form.project, projects, chosen, ...rest }: Props) {
  const { search, problem, onSearch, onChoose } = rest
  const open = useSignal(false)
  const active = useSignal(-1)
  const input = useRef<HTMLInputElement>(null)
  // A field that shows the chosen project offers all of them; only what is typed narrows the list.
  const shown = chosen?.name === search ? projects : matching(projects, search)
  const listId = `${id}-matches`
  const optionId = (index: number) => `${id}-match-${index}`

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
    document.getElementById(optionId(active.value))?.scrollIntoView({ block: 'nearest' })
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

  return (
    <Field id={id} label={label} problem={problem}>
      <div class="combobox">
        <Dot project={chosen} />
        <input
          ref={input}
          id={id}
          class="input"
          type="text"
          role="combobox"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          placeholder={text.form.search}
          aria-autocomplete="list"
          aria-expanded={open.value}
          aria-controls={listId}
          {...(open.value && active.value >= 0 ? { 'aria-activedescendant': optionId(active.value) } : {})}
          {...asInvalid(id, problem)}
          value={search}
          onInput={(event) => {
            onSearch(event.currentTarget.value)
            show()
          }}
          onFocus={() => input.current?.select()}
          onClick={() => show()}
          onBlur={hide}
          onKeyDown={onKeyDown}
        />
        <div
          id={listId}
          class="combobox-list"
          role="listbox"
          aria-label={text.form.matches}
          hidden={!open.value}
        >
          {shown.map((project, index) => (
            // The keys are the field's: it names the active one by aria-activedescendant.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={project.id}
              id={optionId(index)}
              class="combobox-option"
              role="option"
              tabIndex={-1}
              aria-selected={index === active.value}
              // The field keeps the focus, and with it the list stays open until the finger is lifted.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(project)}
            >
              <Dot project={project} />
              <span class="combobox-name">{project.name}</span>
              <span class="combobox-more">
                {project.client} · {project.code}
              </span>
            </div>
          ))}
        </div>
        {open.value && shown.length === 0 && (
          <output class="combobox-list combobox-none">
            {projects.length === 0 ? text.form.noProjects : text.form.noMatches}
          </output>
        )}
      </div>
      {projects.length === 0 && <NoProjects />}
    </Field>
  )
}
