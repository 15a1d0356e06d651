// Which language the app speaks on this device: each is named in itself, for whoever cannot read the present one.
import { useSignal } from '@preact/signals'
import { chooseLanguage, chosenLanguage } from '../language.ts'
import { languages, text } from '../messages.ts'

export function LanguageChoice() {
  const isUnkept = useSignal(false)
  const chosen = chosenLanguage()
  const choices = [
    { language: null, label: text.account.languageOfDevice },
    ...languages.map(({ language, languageName }) => ({ language, label: languageName })),
  ]
  const choose = (language: string | null) => {
    // The texts are chosen when the page starts; what was typed elsewhere is stored as it was left.
    if (chooseLanguage(language)) location.reload()
    else isUnkept.value = true
  }
  return (
    <section class="panel" aria-labelledby="language-title">
      <h2 id="language-title">{text.account.language}</h2>
      <div class="choices" role="group" aria-labelledby="language-title">
        {choices.map(({ language, label }) => (
          <button
            key={label}
            class="chip"
            type="button"
            lang={language ?? text.language}
            aria-pressed={chosen === language}
            onClick={() => choose(language)}
          >
            {label}
          </button>
        ))}
      </div>
      <p role="status">{isUnkept.value && text.account.languageUnkept}</p>
    </section>
  )
}
