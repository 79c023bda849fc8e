import type { z } from 'zod'
import type { Endpoint } from './endpoint.ts'

/** What the user is told when a call is refused or does not get through. */
export class CallError extends Error {
  readonly status: number
  readonly key: string
  readonly faults: readonly { where: string; key: string; message: string }[]

  constructor(status: number, key: string, message: string, faults: CallError['faults'] = []) {
    super(message)
    this.status = status
    this.key = key
    this.faults = faults
  }
}

/** How bytes get to the server: `fetch` in the browser, an in-memory call in tests and on the command line. */
export type Transport = (path: string, init: RequestInit) => Promise<Response>

type In<T extends z.ZodType> = z.input<T>
interface Input<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  params?: In<P>
  query?: In<Q>
  body?: In<B>
  signal?: AbortSignal
}

let transport: Transport = (path, init) => fetch(path, init)
let language = 'sv'

/** Chooses the transport (command line and tests); the browser's `fetch` is the default. */
export function useTransport(chosen: Transport): void {
  transport = chosen
}

/** Chooses the language that refusals come back in. */
export function useLanguage(locale: string): void {
  language = locale
}

/** Calls an endpoint by its contract and gives the checked answer. Throws `CallError` on refusal or when the server is out of reach. */
export async function call<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  endpoint: Endpoint<P, Q, B, R>,
  input: Input<P, Q, B> = {},
): Promise<z.output<R>> {
  const response = await send(endpoint, input)
  if (endpoint.answer.kind !== 'json') throw new Error(`${endpoint.name} does not answer with JSON`)
  return endpoint.answer.schema.parse(await whole(() => response.json(), input.signal))
}

/** Calls an endpoint that answers with a file. */
export async function callFile<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  endpoint: Endpoint<P, Q, B, z.ZodUndefined>,
  input: Input<P, Q, B> = {},
): Promise<{ fileName: string; blob: Blob }> {
  const response = await send(endpoint, input)
  const disposition = response.headers.get('content-disposition') ?? ''
  const fileName = decodeURIComponent(/filename\*=UTF-8''(.*)$/.exec(disposition)?.[1] ?? 'samlad')
  return { fileName, blob: await whole(() => response.blob(), input.signal) }
}

/**
 * Calls an endpoint that answers with lines as the work goes on, giving each to `onLine`. Aborting the signal cancels the work. Throws
 * `CallError` `error.offline` when the connection breaks before the end: what the server has done by then is not known.
 */
export async function callStream<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, L extends z.ZodType>(
  endpoint: Endpoint<P, Q, B, L>,
  input: Input<P, Q, B>,
  onLine: (line: z.output<L>) => void,
): Promise<void> {
  const response = await send(endpoint, input)
  const answer = endpoint.answer
  if (answer.kind !== 'stream' || !response.body) throw new Error(`${endpoint.name} does not answer with a stream`)
  const take = (text: string): void => {
    if (text.trim() === '') return
    const line = JSON.parse(text) as { error?: { key: string; message: string; faults: CallError['faults'] } }
    if (line.error) throw new CallError(422, line.error.key, line.error.message, line.error.faults)
    onLine(answer.schema.parse(line))
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  try {
    let rest = ''
    for (;;) {
      const { done, value } = await whole(() => reader.read(), input.signal)
      if (done) return take(rest)
      const lines = (rest + value).split('\n')
      rest = lines.pop() ?? ''
      lines.forEach(take)
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

/** Reads of an answer on its way; one that breaks off is a server out of reach, unless the caller has stopped it. */
async function whole<T>(read: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  return read().catch((error: unknown) => {
    if (signal?.aborted) throw error
    throw new CallError(0, 'error.offline', '')
  })
}

async function send(endpoint: Endpoint, input: Input<z.ZodType, z.ZodType, z.ZodType>): Promise<Response> {
  const headers: Record<string, string> = { 'x-samlad': '1', 'accept-language': language }
  if (input.body !== undefined) headers['content-type'] = 'application/json'
  const init: RequestInit = { method: endpoint.method, headers }
  if (input.body !== undefined) init.body = JSON.stringify(input.body)
  if (input.signal) init.signal = input.signal
  const response = await whole(() => transport(pathOf(endpoint, input), init), input.signal)
  if (!response.ok) throw await refusalOf(response)
  return response
}

function pathOf(endpoint: Endpoint, input: Input<z.ZodType, z.ZodType, z.ZodType>): string {
  const params = (input.params ?? {}) as Record<string, unknown>
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries((input.query ?? {}) as Record<string, unknown>)) {
    // A list is the same name repeated.
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null) query.append(name, String(one))
    }
  }
  const text = query.toString()
  return text ? `${path}?${text}` : path
}

async function refusalOf(response: Response): Promise<CallError> {
  // Open data tell what is wrong as problem details.
  const body = (await response.json().catch(() => ({}))) as {
    error?: { key: string; message: string; faults: CallError['faults'] }
    title?: string
    detail?: string
  }
  if (body.error === undefined && body.title !== undefined) return new CallError(response.status, body.title, body.detail ?? body.title)
  return new CallError(response.status, body.error?.key ?? 'error.internal', body.error?.message ?? '', body.error?.faults ?? [])
}
