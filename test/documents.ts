import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'

/** A written document of the project. */
export interface Document {
  path: string
  text: string
}

/** What a rule found wrong, as `path: what`. */
export type Fault = string

/** Every Markdown file at the root and under docs. */
export function readDocuments(): Document[] {
  const inRoot = readdirSync('.').filter((name) => name.endsWith('.md'))
  const inDocs = readdirSync('docs', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'))
  return [...inRoot, ...inDocs.map((name) => posix.join('docs', name))].map((path) => ({ path, text: readFileSync(path, 'utf8') }))
}

const fences = /^```[\s\S]*?^```$/gm

/** The anchors of a document, one per heading, as GitHub makes them; a heading that comes again gets a number. */
export function anchorsOf(text: string): string[] {
  const seen = new Map<string, number>()
  return [...text.replace(fences, '').matchAll(/^#{1,6} (.+)$/gm)].map(([, heading]) => {
    const plain = heading!.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase()
    const anchor = plain.replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-')
    const before = seen.get(anchor) ?? 0
    seen.set(anchor, before + 1)
    return before === 0 ? anchor : `${anchor}-${before}`
  })
}

/** Links and pictures that lead nowhere: to a file that is not there, outside the project, or to a heading that is not there. */
export function deadLinks({ path, text }: Document): Fault[] {
  const prose = text.replace(fences, '').replace(/`[^`\n]*`/g, '')
  const targets = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => decodeURI(target!))
  return targets.filter((target) => !/^[a-z]+:/.test(target) && !leads(path, text, target)).map((target) => `${path}: ${target}`)
}

function leads(path: string, text: string, target: string): boolean {
  const [address = '', anchor] = target.split('#')
  const file = address === '' ? path : posix.join(posix.dirname(path), address)
  if (file.startsWith('..') || address.startsWith('/') || (file !== path && !existsSync(file))) return false
  return anchor === undefined || anchorsOf(file === path ? text : readFileSync(file, 'utf8')).includes(anchor)
}

/** The lines of code of a document, in blocks and within sentences. */
function codeOf(text: string): string[] {
  const blocks = [...text.matchAll(fences)].flatMap(([block]) => block.split('\n').slice(1, -1))
  return [...blocks, ...[...text.replace(fences, '').matchAll(/`([^`\n]+)`/g)].map(([, code]) => code!)]
}

const npmOwn = ['ci', 'install', 'exec', 'run']

/** Scripts that a document tells the reader to run and package.json does not have. */
export function unknownScripts({ path, text }: Document, scripts: readonly string[]): Fault[] {
  const named = codeOf(text).flatMap((line) => [...line.matchAll(/\bnpm (run )?([a-z][\w:-]*)/g)])
  return named
    .filter(([, run, name]) => !scripts.includes(name!) && (run !== undefined || !npmOwn.includes(name!)))
    .map(([call]) => `${path}: ${call}`)
}

/** What the programs of the project understand. */
export interface Programs {
  /** Commands of `samlad`, and the flags that its help tells of. */
  commands: readonly string[]
  flags: readonly string[]
  /** Whether `npm start` takes a flag. */
  startTakes(flag: string): boolean
}

const flagsIn = (code: string): string[] => [...code.matchAll(/(?<=^|[\s"(|])--[a-z][a-z-]*/g)].map(([flag]) => flag)

/** Commands and flags in a document that neither `samlad` nor the start of the server understands. */
export function unknownFlags({ path, text }: Document, { commands, flags, startTakes }: Programs): Fault[] {
  return codeOf(text).flatMap((line) => {
    const [, command, rest] = /(?:^|\s)samlad(?: ([a-z][a-z-]*))?(?=\s|$)(.*)$/.exec(line) ?? []
    if (rest !== undefined) {
      const strange = command !== undefined && !commands.includes(command) ? [command] : []
      return [...strange, ...flagsIn(rest).filter((flag) => !flags.includes(flag))].map((one) => `${path}: samlad ${one}`)
    }
    const [, given] = /npm start -- (.*)$/.exec(line) ?? []
    const alone = given ?? (path.startsWith('docs/users/') && line.startsWith('--') ? line : '')
    const isKnown = (flag: string): boolean => startTakes(flag) || (given === undefined && flags.includes(flag))
    return flagsIn(alone)
      .filter((flag) => !isKnown(flag))
      .map((flag) => `${path}: ${flag}`)
  })
}

/** Folders of one machine, which mean nothing to who reads on another. */
const ownFolders = /(?<![\w.~-])\/(?:home|root|tmp|Users)\b/g

/** The paths of one machine in a document. */
export function machinePaths({ path, text }: Document): Fault[] {
  return [...text.matchAll(ownFolders)].map(([word]) => `${path}: ${word}`)
}
