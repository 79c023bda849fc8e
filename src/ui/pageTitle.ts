/** Keeps the title of the window the same as the heading of the page, so that tabs and histories tell pages apart. */
export function followHeading(main: HTMLElement): void {
  const write = (): void => {
    const heading = main.querySelector('h1')?.textContent.trim()
    const title = heading ? `${heading} – Samlad` : 'Samlad'
    if (document.title !== title) document.title = title
  }
  new MutationObserver(write).observe(main, { childList: true, subtree: true, characterData: true })
  write()
}
