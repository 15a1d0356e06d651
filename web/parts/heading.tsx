// The top of a screen: its one heading, which takes the focus when the screen is opened, and the indicator beside it.
import { useSignalEffect } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { text } from '../messages.ts'
import { Bell } from './bell.tsx'
import { Indicator } from './indicator.tsx'

let isFirstScreen = true

export function Heading({ title, children }: { title: string; children?: ComponentChildren }) {
  const element = useRef<HTMLHeadingElement>(null)
  useSignalEffect(() => {
    document.title = text.pageTitle(title)
    // The browser itself has announced the page it has just loaded.
    if (!isFirstScreen) element.current?.focus({ preventScroll: true })
    isFirstScreen = false
  })
  return (
    <header class="heading">
      <h1 ref={element} tabIndex={-1}>
        {children ?? title}
      </h1>
      <div class="heading-end">
        <Bell />
        <Indicator />
      </div>
    </header>
  )
}
