import type { Locale } from '../values/codeList.ts'
import type { Translate } from '../values/catalogue.ts'

/** What a command speaks through: results on standard output, everything else on standard error. */
export interface Terminal {
  locale: Locale
  t: Translate
  /** Machine-readable answers and errors. */
  json: boolean
  out(text: string): void
  err(text: string): void
  /** Shows how far long work has come; silent unless standard error is a terminal. */
  progress(title: string, share: number): void
  /** Aborted by Ctrl+C. */
  signal: AbortSignal
}

/** The terminal of this process. */
export function processTerminal(locale: Locale, t: Translate, json: boolean): Terminal {
  const stopping = new AbortController()
  process.once('SIGINT', () => stopping.abort())
  // A reader that has had enough (`| head`) ends the command quietly.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  const live = process.stderr.isTTY && !json
  return {
    locale,
    t,
    json,
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    progress(title, share) {
      if (!live) return
      const filled = Math.round(share * 24)
      process.stderr.write(`\r\x1b[K${title} ${'█'.repeat(filled)}${'░'.repeat(24 - filled)} ${Math.round(share * 100)} %`)
      if (share >= 1) process.stderr.write('\r\x1b[K')
    },
    signal: stopping.signal,
  }
}
