// The form of a project, new or known; it waits for delivery like everything else.
import { useSignal } from '@preact/signals'
import type { Project } from '#domain/project.ts'
import { text } from '../messages.ts'
import { closeOver } from '../state/address.ts'
import { book } from '../state/copy.ts'
import { formsOf } from '../state/form.ts'
import { wanted } from '../state/managed.ts'
import { notify } from '../state/notice.ts'
import { isProject, projectCalled, takenBy } from '../state/projects-managed.ts'
import { save } from '../state/save.ts'
import { inBrief, projectFields } from './both.tsx'
import { ColourField } from './colour-field.tsx'
import { rarest } from './colours.ts'
import { inWords } from './in-words.ts'
import { ManagedDialog } from './managed-dialog.tsx'
import { MemberField } from './member-field.tsx'
import { ProjectValues, readProject, valuesOf } from './project-input.ts'
import { type Problems, useSubmission } from './submission.ts'
import { TextField } from './text-field.tsx'

const formCalled = formsOf(ProjectValues)
const close = () => closeOver('project')

/** A new one has the id `new` until it is saved. */
export function ProjectForm({ id }: { id: string }) {
  const form = formCalled(`project:${id}`)
  /** The code of another project that was warned about: saved once more, it is meant. */
  const warnedOf = useSignal<string | null>(null)
  const shown = projectCalled(id)
  const fresh = shown
    ? valuesOf(wanted(shown, isProject), book.value.projects.get(id)?.version ?? null)
    : valuesOf(
        { name: '', client: '', code: '', colour: rarest(book.value.projects.values()), members: null },
        null,
      )
  const values = form.typed.value ?? fresh
  const cancel = () => {
    form.clear()
    close()
  }

  const send = async (): Promise<Problems | null> => {
    const read = readProject(values)
    if ('problems' in read) return read.problems
    const { code } = read.project
    const other = code === shown?.row.code ? undefined : takenBy(code, id)
    if (other && warnedOf.value !== code) {
      warnedOf.value = code
      return { code: text.projects.codeTaken(other.row.name) }
    }
    const archived = shown?.row.archived ?? false
    const project = shown ? { project: id } : {}
    const saved = await save({ kind: 'project.put', ...project, ...read.project, archived, saw: values.saw })
    if ('refused' in saved) {
      const current = book.value.projects.get(id)
      if (saved.refused.code !== 'project.stale' || !current) return { form: inWords(saved.refused) }
      // What stands there now is told, so that saving once more is a decision and no accident.
      form.type({ ...values, saw: current.version })
      return { form: text.projects.stale(inBrief(projectFields(current))) }
    }
    cancel()
    notify({ text: text.projects.saved(read.project.name) })
    return null
  }
  const submission = useSubmission(send)
  const problems = submission.problems.value
  const change = (patch: Partial<ProjectValues>, field = 'form') => {
    form.type({ ...(form.typed.peek() ?? fresh), ...patch })
    submission.problems.value = { ...problems, [field]: undefined, form: undefined }
  }
  const fold = async (project: Project) => {
    const refused = await archive(project, !project.archived)
    return refused ? { form: refused } : null
  }

  // Not there, or not yet: only a new one may be unknown.
  if (form.typed.value === undefined || (id !== 'new' && !shown)) return null
  const isKnown = book.value.projects.has(id)
  return (
    <ManagedDialog
      title={shown ? text.projects.edit : text.projects.new}
      isTyped={form.typed.value !== null}
      card={shown?.card}
      submission={submission}
      onClose={close}
      onCancel={cancel}
      beside={
        shown &&
        isKnown &&
        form.typed.value === null && (
          <button class="button" type="button" onClick={() => submission.run(() => fold(shown.row))}>
            {shown.row.archived ? text.projects.bringBack : text.projects.archive}
          </button>
        )
      }
    >
      {shown?.row.archived && <p class="field-hint">{text.projects.isArchived}</p>}
      <TextField
        id="project-name"
        label={text.projects.name}
        value={values.name}
        problem={problems['name']}
        onValue={(name) => change({ name }, 'name')}
      />
      <TextField
        id="project-client"
        label={text.projects.client}
        placeholder={text.projects.clientHint}
        value={values.client}
        problem={problems['client']}
        onValue={(client) => change({ client }, 'client')}
      />
      <TextField
        id="project-code"
        label={text.projects.code}
        hint={text.projects.codeHint}
        value={values.code}
        problem={problems['code']}
        onValue={(code) => change({ code }, 'code')}
      />
      <ColourField name="project-colour" value={values.colour} onValue={(colour) => change({ colour })} />
      <MemberField
        id="project-members"
        isForAll={values.isForAll}
        members={values.members}
        problem={problems['members']}
        onValue={(patch) => change(patch, 'members')}
      />
    </ManagedDialog>
  )
}

/** Puts a project away, or brings it back, just as it is; answers why not, or null. */
async function archive(project: Project, archived: boolean): Promise<string | null> {
  const { id, name, client, code, colour, members, version } = project
  const put = { kind: 'project.put', project: id, name, client, code, colour, members } as const
  const saved = await save({ ...put, archived, saw: version })
  if ('refused' in saved) return inWords(saved.refused)
  close()
  notify({
    text: archived ? text.projects.archivedDone(name) : text.projects.broughtBack(name),
    action: {
      label: text.edit.undo,
      run: async () => {
        const undone = await save({ ...put, archived: !archived, saw: saved.change.id })
        if ('refused' in undone) notify({ text: inWords(undone.refused) })
      },
    },
  })
  return null
}
