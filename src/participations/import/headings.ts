import { SupportSource } from '../codes.ts'
import { headingSpellings } from './headingSpellings.ts'
import { normaliseHeading } from './normalise.ts'
import { targetLabel, targets, supportTarget } from './targets.ts'
import type { Target } from './targets.ts'

const beforeWords = ['fore', 'vid start', 'vid insatsens borjan', 'innan', 'in', 'start', 'vid inskrivning']
const afterWords = ['efter', 'vid avslut', 'vid insatsens slut', 'ut', 'slut', 'avslut', 'vid utskrivning']

/** Every known heading, normalised, with the target it stands for. The first target to claim a heading keeps it. */
export const knownHeadings: ReadonlyMap<string, Target> = buildHeadings()

function buildHeadings(): Map<string, Target> {
  const known = new Map<string, Target>()
  const add = (heading: string, target: Target): void => {
    const key = normaliseHeading(heading)
    if (key !== '' && !known.has(key)) known.set(key, target)
  }
  const plain = targets.filter((target) => !supportTarget(target))
  for (const target of plain) {
    add(target, target)
    const label = targetLabel(target)
    add(label.sv, target)
    add(label.en, target)
  }
  for (const target of plain) for (const heading of (headingSpellings[target] ?? '').split(';')) add(heading, target)
  addSupportHeadings(add)
  return known
}

/** `Sjukpenning före`, `Före: sjukpenning`, `Sjukpenning vid insatsens början`, and the source alone as before. */
function addSupportHeadings(add: (heading: string, target: Target) => void): void {
  for (const target of targets) {
    const parts = supportTarget(target)
    if (!parts) continue
    const { code, label, aliases } = SupportSource.codes[SupportSource.index(parts.source)]!
    const words = parts.field === 'supportBefore' ? beforeWords : afterWords
    add(`${parts.field} ${code}`, target)
    add(targetLabel(target).sv, target)
    add(targetLabel(target).en, target)
    for (const name of [label.sv, code, ...(aliases ?? [])]) {
      for (const word of words) {
        add(`${name} ${word}`, target)
        add(`${word} ${name}`, target)
        add(`forsorjning ${word} ${name}`, target)
        add(`${name} % ${word}`, target)
        add(`${name} proc ${word}`, target)
      }
    }
  }
}
