/** How often one address may ask for open data; `/config` says it. */
export const openCalls = { perWindow: 300, seconds: 10 } as const
