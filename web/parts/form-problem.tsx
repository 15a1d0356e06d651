// What is wrong with a form as a whole, said above its buttons; it can have the focus, as a field with a problem has.
export const FormProblem = ({ problem }: { problem: string | undefined }) =>
  problem ? (
    <p class="form-problem" role="alert" tabIndex={-1}>
      {problem}
    </p>
  ) : null
