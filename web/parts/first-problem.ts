// Where the eye goes when a form was not accepted.

/** Focuses the first field with a problem, and brings what is wrong with it into view as well. */
export function goToFirstProblem(form: HTMLElement | null): void {
  const field = form?.querySelector<HTMLElement>('[aria-invalid], .form-problem')
  if (!field) return
  field.focus()
  // The browser has only looked after the field; its problem stands below, perhaps under what sticks to the screen's end.
  const problem = document.getElementById(field.getAttribute('aria-describedby') ?? '')
  problem?.scrollIntoView({ block: 'nearest' })
}
