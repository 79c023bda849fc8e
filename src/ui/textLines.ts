/**
 * Words in lines of at most so many letters; a longer word has a line of its own.
 * @param room letters to leave free at the end of the last line, for what is written after it
 */
export function inLines(text: string, most: number, room = 0): string[] {
  const lines: string[] = ['']
  for (const word of text.split(' ')) {
    const longer = [lines.at(-1)!, word].filter(Boolean).join(' ')
    if (longer.length <= most || lines.at(-1) === '') lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines.at(-1)!.length + room > most ? [...lines, ''] : lines
}
