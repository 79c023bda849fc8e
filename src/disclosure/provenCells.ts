import type { Cell } from './cell.ts'
import { verify, type Claim } from './certificate/verify.ts'
import type { Certificate } from './certificate/world.ts'
import { shownCell, suppressedCell } from './makeCell.ts'

/**
 * Cells of tables to publish: shown with their count, or hidden. There are none without a proof: the certificate is verified here, by whole-number
 * arithmetic alone. Throws when it does not prove the claim, or a count below nought would be shown.
 */
export function provenCells(claim: Claim, certificate: Certificate, counts: ArrayLike<number>): (cell: number) => Cell {
  if (!verify(claim, certificate)) throw new Error('The certificate does not prove that the tables are protected')
  return (cell) => {
    if (claim.suppressed[cell] === 1) return suppressedCell()
    if (counts[cell]! < 0) throw new RangeError('A count below nought is never shown')
    return shownCell(counts[cell]!)
  }
}
