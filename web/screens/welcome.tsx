// What somebody sees who is not signed in on this device.
import { text } from '../messages.ts'
import { Brand } from '../parts/brand.tsx'
import { Icon } from '../parts/icon.tsx'
import { signInWords } from '../parts/sign-in-words.ts'
import { elsewhere } from '../state/copy.ts'
import { leaving, signIn, signInProblem } from '../state/sign-in.ts'

const signs = ['device', 'delivered', 'outbox'] as const

export function Welcome() {
  const others = elsewhere.value.reduce((sum, { entries }) => sum + entries, 0)
  return (
    <div class="welcome">
      <Brand />
      <h1>{text.welcome.title}</h1>
      <p class="lead">{text.welcome.lead}</p>
      <div class="welcome-go">
        <button
          class="button button-primary button-large"
          type="button"
          disabled={leaving.value}
          onClick={() => signIn()}
        >
          {leaving.value ? text.welcome.going : text.welcome.signIn}
        </button>
        {signInProblem.value && (
          <p class="field-problem" role="alert">
            {signInWords(signInProblem.value)}
          </p>
        )}
        {others > 0 && <p class="quiet">{text.welcome.othersWait(others)}</p>}
      </div>
      <ul class="points">
        {text.welcome.points.map(({ title, text: words }, index) => (
          <li key={title}>
            <Icon name={signs[index] ?? 'delivered'} />
            <span>
              <strong>{title}</strong>
              <span class="quiet">{words}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
