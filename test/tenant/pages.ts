// What the tenant shows to people: pick who you are, sign out, something went wrong. No scripts.
import { cast } from './cast.ts'

const style = `
  :root { color-scheme: light dark; --page: #f4f3ef; --card: #fff; --ink: #1d2327; --soft: #5b6570; --line: #d9d6ce; --key: #0f5c56 }
  @media (prefers-color-scheme: dark) {
    :root { --page: #15191c; --card: #1f2529; --ink: #eceae4; --soft: #a3adb5; --line: #374047; --key: #7fd1c7 }
  }
  * { box-sizing: border-box }
  body { margin: 0; min-height: 100vh; background: var(--page); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif }
  main { max-width: 27rem; margin: 0 auto; padding: 2.5rem 1rem }
  h1 { margin: 0; font-size: 1.5rem; line-height: 1.2; letter-spacing: -.01em }
  p { margin: .5rem 0 1.5rem; color: var(--soft) }
  form { display: grid; gap: .625rem }
  button { display: flex; gap: .875rem; align-items: center; width: 100%; min-height: 4rem; padding: .625rem .875rem; text-align: left;
    font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: .75rem; cursor: pointer }
  button:hover { border-color: var(--key) }
  button:focus-visible { outline: 3px solid var(--key); outline-offset: 2px }
  button > span:first-child { flex: none; display: grid; place-items: center; width: 2.5rem; height: 2.5rem; border-radius: 50%;
    background: var(--page); border: 1px solid var(--line); color: var(--key); font-weight: 600 }
  b, small { display: block } small { font-size: .875rem; color: var(--soft) }
  footer { margin-top: 1.5rem; font-size: .875rem; color: var(--soft) }
`

/** One big button per person, with the role in words; `current` is who this browser was signed in as. */
export function peoplePage(current?: string): string {
  const buttons = Object.entries(cast).map(([sub, { name, role }]) => {
    const note = sub === current ? `${role} · signed in here before` : role
    return `<button name="who" value="${sub}"><span aria-hidden="true">${name[0]}</span><span><b>${name}</b><small>${note}</small></span></button>`
  })
  return page(
    'Who are you?',
    `<p>This stands in for your company's sign-in. Pick somebody; there are no passwords.</p>
    <form method="post">${buttons.join('')}</form>
    <footer>Stand-in tenant, for development and tests only.</footer>`,
  )
}

/** Asks before ending a session. `form` is oidc-provider's, with its protection against forged requests. */
export function signOutPage(form: string): string {
  return page(
    'Sign out here too?',
    `<p>You are still signed in at the stand-in tenant.</p>${form}
    <div><button form="op.logoutForm" name="logout" value="yes"><span aria-hidden="true">←</span><b>Sign out</b></button></div>`,
  )
}

export function signedOut(): string {
  return page('Signed out', '<p>You can close this page.</p>')
}

export function problemPage(title: string, detail = ''): string {
  return page(escape(title), `<p>${escape(detail)}</p>`)
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${style}</style></head>
<body><main><h1>${title}</h1>${body}</main></body></html>`
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
