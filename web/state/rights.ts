// What the person may do, as far as their last token said; the server decides it anew each time.
import { computed } from '@preact/signals'
import type { Scope } from '#domain/scope.ts'
import { who } from './copy.ts'

/** Whether the person may use what takes this scope. */
export const may = (scope: Scope): boolean => who.value?.scopes.includes(scope) ?? false

/** Whether the person may approve at all; whose weeks, says the domain. */
export const mayApprove = computed(() => may('approve:timesheets'))
