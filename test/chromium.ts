import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Chromium without windows of its own: the same pages by the same engine for a third less work. */
const headless = 'chromium-headless-shell'
const names = [headless, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Path of a Chromium on this machine: the one in `CHROMIUM`, or the first found in PATH; `undefined` when there is none. */
export const findChromium = (): string | undefined => firstOf([process.env.CHROMIUM, ...names.flatMap(inPath)])

/** Installs Debian's headless Chromium when run as root on a Debian-like machine that has none (the ordinary one where there is no other). */
export function installChromium(): void {
  if (process.env.CHROMIUM || firstOf(inPath(headless)) || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  process.stdout.write('\n── Installerar Chromium med apt-get för webbläsartesterna …\n')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args: string[]): boolean => spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0
  apt('update', '-qq')
  const install = (name: string): boolean => apt('install', '-y', '-qq', '--no-install-recommends', name)
  if (!install(headless) && !findChromium()) install('chromium')
}

const inPath = (name: string): string[] => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name))

const firstOf = (paths: (string | undefined)[]): string | undefined => paths.find((path) => path !== undefined && isExecutable(path))

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
