import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { SearchHit } from '../../ipc/contract.ts'
import type { Ask } from '../clinic-api.ts'
import { useSearch } from './use-search.ts'

type SearchBoxProps = {
  readonly ask: Ask
  readonly onPick: (hit: SearchHit) => void
  /** rises each time the search is called for by its key */
  readonly calls: number
}

const listId = 'search-hits'
const toOptionId = (index: number) => `search-hit-${index}`

/** Finds a topic or a cause by name, other name or code. */
export function SearchBox({ ask, onPick, calls }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState('')
  const [active, setActive] = useState(0)
  const [isOpen, setIsOpen] = useState(false)
  const answer = useSearch(ask, words)
  const hits = answer?.hits ?? []
  const isShown = isOpen && answer !== null

  useEffect(() => {
    if (calls > 0) input.current?.select()
  }, [calls])

  const type = (text: string) => {
    setWords(text)
    setActive(0)
    setIsOpen(true)
  }
  const pick = (hit: SearchHit | undefined) => {
    if (!hit) return
    setWords('')
    setIsOpen(false)
    onPick(hit)
  }
  const press = (event: KeyboardEvent) => {
    const move = (step: number) => setActive((active + step + hits.length) % Math.max(1, hits.length))
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      Enter: () => pick(isShown && answer.words === words.trim() ? hits[active] : undefined),
      Escape: () => type(''),
    }
    const act = acts[event.key]
    if (!act || event.nativeEvent.isComposing) return
    event.preventDefault()
    act()
  }

  return (
    <div className="search" role="search">
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label="Find a topic, a cause or a code"
        aria-expanded={isShown && hits.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isShown && hits.length > 0 ? toOptionId(active) : undefined}
        aria-keyshortcuts="Control+K"
        placeholder="Find a topic, a cause or a code"
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        value={words}
        onChange={(event) => type(event.target.value)}
        onKeyDown={press}
        onFocus={() => setIsOpen(true)}
        onBlur={() => setIsOpen(false)}
      />
      <kbd aria-hidden="true">Ctrl K</kbd>
      <SearchHits hits={isShown ? hits : []} active={active} onPick={pick} />
      <p className={isShown && hits.length === 0 ? 'search-empty' : 'visually-hidden'} role="status">
        {isShown ? (answer.problem ?? describeCount(hits.length, answer.words)) : ''}
      </p>
    </div>
  )
}

function describeCount(count: number, words: string): string {
  if (count === 0) return `Nothing found for “${words}”.`
  return count === 1 ? '1 found' : `${count} found`
}

type SearchHitsProps = {
  readonly hits: readonly SearchHit[]
  readonly active: number
  readonly onPick: (hit: SearchHit) => void
}

function SearchHits({ hits, active, onPick }: SearchHitsProps) {
  return (
    <ul id={listId} role="listbox" aria-label="Found" className="search-hits" hidden={hits.length === 0}>
      {hits.map((hit, index) => (
        // Keys are pressed in the search field, which moves the choice and picks it.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <li
          key={`${hit.topic} ${hit.cause ?? ''}`}
          id={toOptionId(index)}
          role="option"
          aria-selected={index === active}
          // The field keeps the focus, so that the list is not closed before the click arrives.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(hit)}
        >
          <span className="hit-title">{hit.title}</span>
          <span className="hit-place">{hit.cause === null ? 'Topic' : `Cause · ${hit.topicTitle}`}</span>
        </li>
      ))}
    </ul>
  )
}
