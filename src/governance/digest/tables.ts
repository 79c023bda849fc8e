type Text = string | null

export interface DigestWishRow {
  user_id: string
  address: Text
  language: string
  asked_at: string
  asks: number
  code_hash: Text
  code_sent_at: Text
  confirmed_at: Text
  fault: Text
}

export interface DigestSentRow {
  user_id: string
  day: string
  told: string[]
  sent_at: Text
}

/** The tables of the slice, as Kysely sees them. */
export interface DigestTables {
  digest_wish: DigestWishRow
  digest_sent: DigestSentRow
}
