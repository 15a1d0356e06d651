// The way back from the tenant: finishes the sign-in and goes on, or says why not.
import { useEffect } from 'preact/hooks'
import { text } from '../messages.ts'
import { Mark } from '../parts/icon.tsx'
import { finishSignIn, signIn, signInProblem } from '../state/sign-in.ts'

export function Callback() {
  useEffect(() => void finishSignIn(), [])
  const problem = signInProblem.value
  return (
    <div class="welcome">
      <p class="brand">
        <Mark />
        {text.product}
      </p>
      <h1>{text.signIn.title}</h1>
      {problem ? (
        <>
          <p class="lead" role="alert">
            {problem.kind === 'denied' && problem.description
              ? text.signIn.deniedBecause(problem.description)
              : text.signIn[problem.kind]}
          </p>
          <div class="actions">
            <button class="button button-primary" type="button" onClick={() => signIn('/')}>
              {text.signIn.again}
            </button>
            <a class="button" href="/">
              {text.signIn.back}
            </a>
          </div>
        </>
      ) : (
        <output class="lead">{text.signIn.working}</output>
      )}
    </div>
  )
}
