// The fields of a project: its names, its colour, and who may book on it.
import { text } from '../messages.ts'
import { ColourField } from './colour-field.tsx'
import { MemberField } from './member-field.tsx'
import type { ProjectFieldName, ProjectProblems, ProjectValues } from './project-input.ts'
import { TextField } from './text-field.tsx'

interface Props {
  values: ProjectValues
  problems: ProjectProblems
  /** `field`: where the person typed or chose. */
  onValue: (patch: Partial<ProjectValues>, field?: ProjectFieldName) => void
}

export function ProjectFields({ values, problems, onValue }: Props) {
  const field = (name: 'name' | 'client' | 'code') => ({
    id: `project-${name}`,
    value: values[name],
    problem: problems[name],
    onValue: (typed: string) => onValue({ [name]: typed }, name),
  })
  return (
    <>
      <TextField {...field('name')} label={text.projects.name} />
      <TextField {...field('client')} label={text.projects.client} placeholder={text.projects.clientHint} />
      <TextField {...field('code')} label={text.projects.code} hint={text.projects.codeHint} />
      <ColourField name="project-colour" value={values.colour} onValue={(colour) => onValue({ colour })} />
      <MemberField
        id="project-members"
        isForAll={values.isForAll}
        members={values.members}
        problem={problems.members}
        onValue={(patch) => onValue(patch, 'members')}
      />
    </>
  )
}
