/** Prints progress lines with seconds since the start, so that long work is never silent. */
export function progress(): (line: string) => void {
  const began = performance.now()
  return (line) => console.log(`[${((performance.now() - began) / 1000).toFixed(1).padStart(5)} s] ${line}`)
}
