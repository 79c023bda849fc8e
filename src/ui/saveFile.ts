/** Hands a file to the browser to be saved under its name. */
export function saveFile(file: { fileName: string; blob: Blob }): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file.blob)
  link.download = file.fileName
  document.body.append(link)
  link.click()
  link.remove()
  // Some browsers begin the download after the click has returned.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
