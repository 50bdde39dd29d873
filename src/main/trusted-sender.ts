/** What is known of who asks: the parts of Electron's event that decide. */
export type Sender = {
  readonly senderFrame: { readonly origin: string; readonly parent: unknown } | null
}

/** Only the main frame of a page of ours may ask. A frame that is gone, or within another, may not. */
export function isTrustedSender({ senderFrame }: Sender, origins: readonly string[]): boolean {
  return senderFrame !== null && senderFrame.parent === null && origins.includes(senderFrame.origin)
}
