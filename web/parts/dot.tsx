// A project's colour. It never says anything alone: the name stands beside it.
import type { Project } from '#domain/project.ts'

export const Dot = ({ project }: { project: Pick<Project, 'colour'> | undefined }) => (
  <span class="dot" style={project ? { '--colour': project.colour } : {}} />
)
