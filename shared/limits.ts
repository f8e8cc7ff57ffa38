/** How long things may be. Over a limit a call is refused beside the field, with limit and present length; nothing is cut. */
export const limits = {
  /** Characters. */
  namePart: 200,
  line: 500,
  tag: 60,
  paragraph: 20_000,
  note: 500_000,
  letter: 200_000,
  passphrase: 1_000,
  /** Of a draft's JSON; a signature being drawn is the largest. */
  draft: 2_000_000,
  /** Drafts one person has at once; the oldest goes when a further one comes. */
  drafts: 100,
  /** Bytes. */
  file: 50 * 1024 * 1024,
  call: 4 * 1024 * 1024,
  /** Rows a list call gives at once. */
  page: 200,
  /** Tags of one client. */
  tags: 30,
  /** People of one client to call in an emergency. */
  emergencyContacts: 4,
} as const;
