// The way back from the tenant: finishes the sign-in and goes on, or says why not.
import { useEffect } from 'preact/hooks'
import { text } from '../messages.ts'
import { Brand } from '../parts/brand.tsx'
import { signInWords } from '../parts/sign-in-words.ts'
import { finishSignIn, signInAgain, signInProblem } from '../state/sign-in.ts'

export function Callback() {
  useEffect(() => void finishSignIn(), [])
  const problem = signInProblem.value
  return (
    <div class="welcome">
      <Brand />
      <h1>{problem?.kind === 'refused' ? text.signIn.titleRefused : text.signIn.title}</h1>
      {problem ? (
        <>
          <p class="lead" role="alert">
            {signInWords(problem)}
          </p>
          <div class="actions">
            <button class="button button-primary" type="button" onClick={() => signInAgain()}>
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
