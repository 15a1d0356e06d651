// Choosing a project: the recent ones a tap away, all others by typing (the combobox pattern of the ARIA practices).
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Project } from '#domain/project.ts'
import { text } from '../messages.ts'
import { Dot } from './dot.tsx'
import { asInvalid, Field } from './field.tsx'
import { NoProjects } from './no-projects.tsx'
import { listId, MatchList, optionId, useMatches } from './project-matches.tsx'
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
  const input = useRef<HTMLInputElement>(null)
  const typed = useRef(search)
  // What comes into the field by itself, with the first news from the server, gives way to what is typed next.
  useLayoutEffect(() => {
    if (typed.current !== search && input.current?.matches(':focus')) input.current.select()
    typed.current = search
  }, [search])
  // A field that shows the chosen project offers all of them; only what is typed narrows the list.
  const shown = chosen?.name === search ? projects : matching(projects, search)
  const list = useMatches(id, shown, onChoose)
  const active = list.isOpen && list.active >= 0 ? { 'aria-activedescendant': optionId(id, list.active) } : {}
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
          aria-expanded={list.isOpen}
          aria-controls={listId(id)}
          {...active}
          {...asInvalid(id, problem)}
          value={search}
          onInput={(event) => {
            typed.current = event.currentTarget.value
            onSearch(event.currentTarget.value)
            list.show()
          }}
          onFocus={() => input.current?.select()}
          onClick={() => list.show()}
          onBlur={list.hide}
          onKeyDown={list.onKeyDown}
        />
        <MatchList id={id} shown={shown} list={list} />
        {list.isOpen && shown.length === 0 && (
          <output class="combobox-list combobox-none">
            {projects.length === 0 ? text.form.noProjects : text.form.noMatches}
          </output>
        )}
      </div>
      {projects.length === 0 && <NoProjects />}
    </Field>
  )
}
