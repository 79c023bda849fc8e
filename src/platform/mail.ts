import { createTransport } from 'nodemailer'
import type { MailConfig } from './mailConfig.ts'

export interface Mail {
  to: string
  subject: string
  text: string
}

/** Why an e-mail did not leave: the address is refused for good, or the server could not be spoken to now. */
export class MailFault extends Error {
  readonly kind: 'refused' | 'unreachable'
  constructor(kind: MailFault['kind'], cause: unknown) {
    // The cause names the address; it must not reach a log.
    super(`${kind} (${(cause as { code?: string }).code ?? 'unknown'})`)
    this.kind = kind
  }
}

export interface Mailer {
  /** Sends one e-mail as plain text. Throws `MailFault`. */
  send(mail: Mail): Promise<void>
  close(): void
}

/**
 * Longest wait for a server that is to open, and for each word of one that is open, in milliseconds: who gives up before ten minutes on the answer to what was
 * sent sends it twice (RFC 5321, 4.5.3.2.6).
 */
const patience = { opening: 15_000, word: 600_000 }

/** Opens the way out. A server whose certificate is not known is not spoken to. */
export function openMailer({ host, port, security, login, from }: MailConfig): Mailer {
  const transport = createTransport({
    ...{ host, port, secure: security === 'tls', requireTLS: security === 'starttls', ignoreTLS: security === 'none' },
    ...{
      connectionTimeout: patience.opening,
      greetingTimeout: patience.opening,
      socketTimeout: patience.word,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    ...(login && { auth: { user: login.user, pass: login.password } }),
  })
  return {
    async send({ to, subject, text }) {
      try {
        await transport.sendMail({ from, to, subject, text, headers: { 'auto-submitted': 'auto-generated' } })
      } catch (cause) {
        throw new MailFault(isForGood(cause) ? 'refused' : 'unreachable', cause)
      }
    },
    close: () => transport.close(),
  }
}

/** Replies from 500 to what was said of the receiver are for good (RFC 5321 § 4.2.1); what is wrong with us or the way is not. */
function isForGood(cause: unknown): boolean {
  const { responseCode = 0, code, command = '' } = cause as { responseCode?: number; code?: string; command?: string }
  return code === 'EENVELOPE' && responseCode >= 500 && command.startsWith('RCPT')
}
