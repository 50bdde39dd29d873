import type { Notice } from '../sheet/use-issue.ts'

/** What came of the last thing done: read aloud, and at once where it failed. */
export function NoticeLines({ notice }: { readonly notice: Notice | null }) {
  return (
    <>
      <p role="status">{notice?.tone === 'plain' && notice.text}</p>
      <p role="alert" className="field-problem">
        {notice?.tone === 'stop' && notice.text}
      </p>
    </>
  )
}
