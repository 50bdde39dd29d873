import { RichText } from './rich-text.tsx'

type TextListProps = {
  readonly title: string
  readonly texts: readonly string[]
  readonly tone?: 'plain' | 'emergency' | 'urgent'
}

/** A heading with its lines; nothing where there are none. */
export function TextList({ title, texts, tone = 'plain' }: TextListProps) {
  if (texts.length === 0) return null
  return (
    <section className="text-list" data-tone={tone}>
      <h3>{title}</h3>
      <ul>
        {texts.map((text) => (
          <li key={text}>
            <RichText text={text} />
          </li>
        ))}
      </ul>
    </section>
  )
}
