import { inLines } from './textLines.ts'

/** Lets the browser save bytes under a name. */
export function saveFile(fileName: string, blob: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = fileName
  document.body.append(link)
  link.click()
  link.remove()
  // The browser needs the address until it has begun to read.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

const lineHeight = 20
const edge = 16
// A family whose name has a digit must be quoted, or all of them are ignored.
const font = "'Source Sans 3', 'Open Sans', 'Segoe UI', system-ui, sans-serif"
const letterWidth = 7

/** A picture with words above and below it, that stands by itself: the same drawing with title and notes inside. */
export function standalone(svg: SVGSVGElement, above: readonly string[], below: readonly string[]): SVGSVGElement {
  const box = svg.viewBox.baseVal
  const width = Math.max(360, box.width + 2 * edge)
  const foot = below.flatMap((text) => inLines(text, Math.floor((width - 2 * edge) / letterWidth)))
  const head = edge + above.length * lineHeight + edge / 2
  const height = head + box.height + (foot.length + 1) * lineHeight + edge
  const make = <K extends keyof SVGElementTagNameMap>(tag: K, attributes: Record<string, string | number>): SVGElementTagNameMap[K] => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', tag)
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value))
    return element
  }
  const whole = make('svg', { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height, 'font-family': font })
  whole.append(make('rect', { width, height, fill: '#fff' }))
  const write = (text: string, y: number, isBold: boolean): void => {
    const element = make('text', { x: edge, y, 'font-size': isBold ? 16 : 13, 'font-weight': isBold ? 700 : 400, fill: '#1b2426' })
    element.textContent = text
    whole.append(element)
  }
  above.forEach((text, at) => write(text, edge + (at + 0.7) * lineHeight, at === 0))
  const inner = make('g', { transform: `translate(${edge - box.x} ${head - box.y})` })
  for (const child of svg.children) inner.append(child.cloneNode(true))
  whole.append(inner)
  foot.forEach((text, at) => write(text, head + box.height + (at + 1) * lineHeight, false))
  return whole
}

/** The bytes of a picture as SVG. */
export function svgBlob(svg: SVGSVGElement): Blob {
  return new Blob([new XMLSerializer().serializeToString(svg)], { type: 'image/svg+xml' })
}

/** A picture as PNG in double size. Throws when the browser cannot draw it. */
export async function pngBlob(svg: SVGSVGElement): Promise<Blob> {
  const address = URL.createObjectURL(svgBlob(svg))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.width * 2
    canvas.height = image.height * 2
    const context = canvas.getContext('2d')!
    context.drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    if (!blob) throw new Error('The browser gave no picture')
    return blob
  } finally {
    URL.revokeObjectURL(address)
  }
}
