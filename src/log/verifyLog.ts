import { call } from '../platform/call.ts'
import { ChainCheck, type AnchorPoint, type Finding } from './chain.ts'
import { listAuditChains, listAuditLinks } from './contract.ts'

/** What a check of the log found. */
export interface Verified {
  chains: number
  rows: number
  anchors: number
  findings: (Finding & { name: string | null })[]
}

/** Checks every chain of the log through the endpoints, and those that only the anchors know of. */
export async function verifyLog(anchors: readonly AnchorPoint[], onProgress: (share: number) => void = () => undefined): Promise<Verified> {
  const heads = await call(listAuditChains)
  const names = new Map(heads.map(({ chain, name }) => [chain, name]))
  const chains = [...new Set([...names.keys(), ...anchors.map(({ chain }) => chain)])]
  const total = heads.reduce((sum, { seq }) => sum + seq, 0)
  const verified: Verified = { chains: chains.length, rows: 0, anchors: anchors.length, findings: [] }
  for (const chain of chains) {
    const check = new ChainCheck(chain, anchors)
    for (let after = 0; ;) {
      const links = await call(listAuditLinks, { query: { chain, after } })
      if (links.length === 0) break
      links.forEach((link) => check.add(link))
      after = links.at(-1)!.seq
      onProgress(Math.min(0.99, (verified.rows + check.rows) / Math.max(1, total)))
    }
    verified.rows += check.rows
    verified.findings.push(...check.end().map((one) => ({ ...one, name: names.get(chain) ?? null })))
  }
  onProgress(1)
  return verified
}
