/** As much of pdfmake as is used here; its own types would bring those of Node and pdfkit with them. */
declare module 'pdfmake' {
  type Access = (where: string) => boolean
  export interface Pdfmake {
    setFonts(fonts: Record<string, Record<'normal' | 'bold' | 'italics' | 'bolditalics', string>>): void
    setUrlAccessPolicy(allows: Access): void
    setLocalAccessPolicy(allows: Access): void
    createPdf(definition: object): { getBuffer(): Promise<Uint8Array> }
  }
  const pdfmake: Pdfmake
  export default pdfmake
}

/** The same as it is built for browsers, with its fonts as files within. */
declare module 'pdfmake/build/pdfmake.min.js' {
  const pdfmake: {
    addVirtualFileSystem(fonts: Record<string, string>): void
    createPdf(definition: object): { getBuffer(): Promise<Uint8Array> }
  }
  export default pdfmake
}
declare module 'pdfmake/build/vfs_fonts.js' {
  const fonts: Record<string, string>
  export default fonts
}
