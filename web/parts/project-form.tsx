// The form of a project, new or known; it waits for delivery like everything else.
import { useSignal } from '@preact/signals'
import type { Refusal } from '#domain/problem.ts'
import type { Project } from '#domain/project.ts'
import { text } from '../messages.ts'
import { closeOver } from '../state/address.ts'
import { book } from '../state/copy.ts'
import { formsOf } from '../state/form.ts'
import { wanted } from '../state/managed.ts'
import { notify } from '../state/notice.ts'
import { isProject, type ManagedProject, projectCalled, takenBy } from '../state/projects-managed.ts'
import { save } from '../state/save.ts'
import { inBrief, projectFields } from './both.tsx'
import { rarest } from './colours.ts'
import { inWords } from './in-words.ts'
import { ManagedDialog } from './managed-dialog.tsx'
import { ProjectFields } from './project-fields.tsx'
import {
  type ProjectFieldName,
  type ProjectProblems,
  ProjectValues,
  readProject,
  valuesOf,
} from './project-input.ts'
import { useSubmission } from './submission.ts'

const formCalled = formsOf(ProjectValues)
const close = () => closeOver('project')

/** A new one has the id `new` until it is saved. */
export function ProjectForm({ id }: { id: string }) {
  const shown = projectCalled(id)
  const { form, values, submission, change, cancel } = useProjectForm(id, shown)
  // Not there, or not yet: only a new one may be unknown.
  if (form.typed.value === undefined || (id !== 'new' && !shown)) return null
  const mayFold = book.value.projects.has(id) && form.typed.value === null
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
        mayFold && (
          <button class="button" type="button" onClick={() => submission.run(() => fold(shown.row))}>
            {shown.row.archived ? text.projects.bringBack : text.projects.archive}
          </button>
        )
      }
    >
      {shown?.row.archived && <p class="field-hint">{text.projects.isArchived}</p>}
      <ProjectFields values={values} problems={submission.problems.value} onValue={change} />
    </ManagedDialog>
  )
}

/** What is typed about a project, and what becomes of it. */
function useProjectForm(id: string, shown: ManagedProject | undefined) {
  const form = formCalled(`project:${id}`)
  /** The code of another project that was warned about: saved once more, it is meant. */
  const warnedOf = useSignal<string | null>(null)
  const fresh = freshOf(shown)
  const values = form.typed.value ?? fresh
  const cancel = () => {
    form.clear()
    close()
  }
  const problemsOf = (refused: Refusal): ProjectProblems => {
    const current = book.value.projects.get(id)
    if (refused.code !== 'project.stale' || !current) return { form: inWords(refused) }
    // What stands there now is told, so that saving once more is a decision and no accident.
    form.type({ ...values, saw: current.version })
    return { form: text.projects.stale(inBrief(projectFields(current))) }
  }
  const submission = useSubmission<ProjectFieldName>(async () => {
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
    if ('refused' in saved) return problemsOf(saved.refused)
    cancel()
    notify({ text: text.projects.saved(read.project.name) })
    return null
  })
  const change = (patch: Partial<ProjectValues>, field: ProjectFieldName = 'form') => {
    form.type({ ...(form.typed.peek() ?? fresh), ...patch })
    submission.mend(field)
  }
  return { form, values, submission, change, cancel }
}

/** What the form holds as long as nothing was typed: what is wanted of a project known already. */
function freshOf(shown: ManagedProject | undefined): ProjectValues {
  if (shown) {
    return valuesOf(wanted(shown, isProject), book.value.projects.get(shown.row.id)?.version ?? null)
  }
  const colour = rarest(book.value.projects.values())
  return valuesOf({ name: '', client: '', code: '', colour, members: null }, null)
}

const fold = async (project: Project): Promise<ProjectProblems | null> => {
  const refused = await archive(project, !project.archived)
  return refused === null ? null : { form: refused }
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
