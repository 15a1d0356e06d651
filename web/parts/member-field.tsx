// Who may book on a project: everybody, or the people chosen here by name.
import { useSignal } from '@preact/signals'
import { text } from '../messages.ts'
import { book } from '../state/copy.ts'
import { people } from '../state/people.ts'
import { personName } from './names.ts'
import { SearchField } from './search-field.tsx'
import { isMeant } from './search.ts'

/** Up to here nobody needs to search. */
const few = 8

interface Props {
  id: string
  isForAll: boolean
  members: readonly string[]
  problem: string | undefined
  onValue: (patch: { isForAll?: boolean; members?: string[] }) => void
}

export function MemberField({ id, isForAll, members, problem, onValue }: Props) {
  const problemId = `${id}-problem`
  return (
    <fieldset class="field" {...(problem ? { 'aria-describedby': problemId } : {})}>
      <legend class="field-head">{text.projects.who}</legend>
      <div class="choices">
        {[true, false].map((all) => (
          <label key={String(all)} class="tick">
            <input
              type="radio"
              name={id}
              checked={isForAll === all}
              onChange={() => onValue({ isForAll: all })}
            />
            {all ? text.projects.everybody : text.projects.membersOnly}
          </label>
        ))}
      </div>
      {!isForAll && <Members id={id} members={members} problem={problem} onValue={onValue} />}
      {problem && (
        <p class="field-problem" id={problemId}>
          {problem}
        </p>
      )}
    </fieldset>
  )
}

type MembersProps = Pick<Props, 'id' | 'members' | 'problem' | 'onValue'>

function Members({ id, members, problem, onValue }: MembersProps) {
  const typed = useSignal('')
  // Who is deactivated books nothing; as a member they stay to be seen.
  const known = people.value.filter(({ row }) => row.active || members.includes(row.id))
  const shown = known.filter(({ row }) => isMeant([row.name, row.email], typed.value))
  const unseen = members.filter((member) => !book.value.people.has(member)).length
  const toggle = (person: string, on: boolean) =>
    onValue({ members: on ? [...members, person] : members.filter((member) => member !== person) })
  return (
    <>
      {known.length <= 1 && <p class="field-hint">{text.projects.noPeople}</p>}
      {known.length > few && (
        <SearchField
          label={text.projects.searchMembers}
          value={typed.value}
          onValue={(value) => (typed.value = value)}
        />
      )}
      <ul class="members">
        {shown.map(({ row }, index) => (
          <li key={row.id}>
            <label class="tick">
              <input
                type="checkbox"
                {...(problem && index === 0
                  ? { 'aria-invalid': 'true', 'aria-describedby': `${id}-problem` }
                  : {})}
                checked={members.includes(row.id)}
                onChange={(event) => toggle(row.id, event.currentTarget.checked)}
              />
              {personName(row)}
            </label>
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p class="field-hint">{text.people.noneMatch}</p>}
      <output class="field-hint">
        {[text.projects.members(members.length), unseen > 0 && text.projects.unseen(unseen)]
          .filter(Boolean)
          .join('. ')}
      </output>
    </>
  )
}
