import type { TestProject } from 'vitest/node'
import { startNewDemo } from './demoServer.ts'

declare module 'vitest' {
  interface ProvidedContext {
    preparedDemo: string
  }
}

/** Makes the demo once and stops it; each test file begins from a copy of its folder. */
export default async function setup(project: TestProject): Promise<() => void> {
  const demo = await startNewDemo()
  await demo.stop()
  project.provide('preparedDemo', demo.folder)
  return demo.remove
}
