/** The parts of the toolkit that tests use. */
declare module 'jsonstat-toolkit' {
  interface Instance {
    class: string
    length: number
    n: number
    value: unknown[]
    Data(at: Record<string, string>): { value: number | null }
    Dataset(at: number): Instance
  }
  export default function JSONstat(dataset: unknown): Instance
}
