import type { Application, ApplicationContent } from '../domain.ts'

/** Has a draft changed at the server, from the version that was seen. */
export type ChangeDraft = (content: ApplicationContent & { version: number }) => Promise<Application>
