import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { codeSent } from '../useDigest.ts'
import { startMailServer, textOf, type MailServer } from '../mailServer.ts'
import { freePort, startDemo, type DemoServer } from './demoServer.ts'
import { demandSound, signedIn, startBrowser } from './pages.ts'

let server: DemoServer
let browser: Browser
let mail: MailServer
beforeAll(async () => {
  mail = await startMailServer()
  const port = await freePort()
  const address = { SAMLAD_ADDRESS: `http://localhost:${port}`, SAMLAD_SMTP_FROM: 'samlad@exempel.se' }
  const smtp = { SAMLAD_SMTP_HOST: '127.0.0.1', SAMLAD_SMTP_PORT: String(mail.port), SAMLAD_SMTP_SECURITY: 'none' }
  server = await startDemo({ ...address, ...smtp }, port)
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  server?.remove()
  await mail?.stop()
})

test.each([1280, 390])('at %i px somebody asks for e-mail, gives the code that came to the address, and stops it again', async (width) => {
  mail.received.length = 0
  const { page, complaints } = await signedIn(browser, server.address, width === 390 ? 'Hugo Fiktivsson' : 'Berit Exempelius', width)
  await page.goto(`${server.address}/konto`, { waitUntil: 'networkidle' })
  await page.getByRole('link', { name: 'E-post om det som väntar på dig' }).click()
  await page.getByRole('button', { name: 'Skicka en kod dit' }).waitFor()
  await demandSound(page, 'digest-off', width)
  await page.getByRole('button', { name: 'Skicka en kod dit' }).click()
  await page.getByText('Skriv en e-postadress, till exempel namn@kommun.se.').waitFor()
  const field = page.getByLabel('Din e-postadress i arbetet')
  expect(await field.evaluate((one) => one === document.activeElement)).toBe(true)
  await field.fill('berit@exempel.se')
  await page.keyboard.press('Enter')
  await page.getByText('En kod är på väg till berit@exempel.se.').waitFor()
  await page.getByText('En kod har skickats till berit@exempel.se.').waitFor({ timeout: 30_000 })
  expect(mail.received.map(({ to }) => to)).toEqual([['berit@exempel.se']])
  expect(textOf(mail.received[0]!)).toContain(`${server.address}/konto/e-post`)
  await demandSound(page, 'digest-code', width)
  await page.getByLabel('Koden, åtta siffror').fill('12')
  await page.getByRole('button', { name: 'Bekräfta adressen' }).click()
  await page.getByText('Koden är åtta siffror.').waitFor()
  await page.getByLabel('Koden, åtta siffror').fill(codeSent(mail))
  await page.getByRole('button', { name: 'Bekräfta adressen' }).click()
  await page.getByText('Mejl skickas till berit@exempel.se.').waitFor()
  await demandSound(page, 'digest-on', width)
  await page.getByRole('button', { name: 'Sluta skicka' }).click()
  await page.getByText('Inga fler mejl skickas, och adressen är borttagen.').waitFor()
  expect(complaints).toEqual([])
  await page.context().close()
})
