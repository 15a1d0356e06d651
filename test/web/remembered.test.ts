// The few small choices a browser remembers beside the database, and one that remembers nothing.
import { afterEach, describe, expect, it, vi } from 'vitest'
import { openPage } from './page.ts'
import { World } from './world.ts'

afterEach(() => vi.unstubAllGlobals())

const blocked = () => {
  throw new DOMException('blocked', 'SecurityError')
}

describe('Ada, whose browser blocks storage', () => {
  it('opens the app, and is asked about the times and the installation as if for the first time', async () => {
    const { install, form } = await pageOn({ getItem: blocked, setItem: blocked, removeItem: blocked })
    form.rememberBy('times')
    expect(form.lastBy()).toBe('duration')
    install.dismissInstallHint()
    expect(install.showInstallHint.value).toBe(false)
  })
})

describe('Ada forgets this device', () => {
  it('and nothing of her choices is left', async () => {
    const stored = new Map([['of another app', 'kept']])
    const { form, language, signIn } = await pageOn({
      getItem: (name: string) => stored.get(name) ?? null,
      setItem: (name: string, value: string) => stored.set(name, value),
      removeItem: (name: string) => stored.delete(name),
    })
    form.rememberBy('times')
    language.chooseLanguage('de')
    expect(stored.size).toBe(3)
    await signIn.forget()
    expect([...stored.keys()]).toEqual(['of another app'])
  })
})

/** A page over such a storage. */
async function pageOn(storage: object) {
  const page = await openPage(new World())
  vi.stubGlobal('localStorage', storage)
  vi.resetModules()
  return {
    ...page,
    install: await import('../../web/state/install.ts'),
    form: await import('../../web/state/form.ts'),
    language: await import('../../web/language.ts'),
    signIn: await import('../../web/state/sign-in.ts'),
  }
}
