import { useEffect, useRef, useState } from 'react'
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField } from 'react-aria-components'
import type { Library } from '../../domain/library.ts'
import type { SearchHit } from '../../ipc/contract.ts'
import type { Ask } from '../clinic-api.ts'
import { drawOnChange } from '../ui/draw-on-change.tsx'
import { useWords } from '../words/use-words.ts'
import { useSearch } from './use-search.ts'

type SearchBoxProps = {
  readonly ask: Ask
  readonly library: Library
  readonly onPick: (hit: SearchHit) => void
  /** rises each time the search is called for by its key */
  readonly calls: number
}

const longest = 200
const toId = ({ topic, cause }: SearchHit) => `${topic} ${cause ?? ''}`

function DrawSearchBox({ ask, library, onPick, calls }: SearchBoxProps) {
  const { t } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [isOpen, setIsOpen] = useState(false)
  const { hits, status } = useSearch(ask, library, typed)
  const isShown = isOpen && typed.trim() !== ''

  useEffect(() => {
    if (calls > 0) input.current?.select()
  }, [calls])

  const type = (text: string) => {
    setTyped(text)
    setIsOpen(true)
  }
  const pick = (id: unknown) => {
    const hit = hits.find((each) => toId(each) === id)
    if (!hit) return
    setTyped('')
    setIsOpen(false)
    onPick(hit)
  }
  const isBare = isShown && hits.length === 0

  return (
    <div className="search" role="search">
      <Autocomplete inputValue={typed} onInputChange={type}>
        <SearchField
          className="search-field"
          aria-label={t('search.label')}
          onFocus={() => setIsOpen(true)}
          // The list takes the field's focus for the reader's ear only; the field has it still.
          onBlur={() => setIsOpen(document.activeElement === input.current)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setIsOpen(false)
            event.continuePropagation()
          }}
        >
          <Input ref={input} placeholder={t('search.label')} maxLength={longest} aria-keyshortcuts="Control+K" />
          <kbd aria-hidden="true">Ctrl K</kbd>
        </SearchField>
        {isShown && hits.length > 0 && (
          // The field keeps the focus, so that the list is not closed before the click arrives.
          // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
          <div className="search-hits" onMouseDown={(event) => event.preventDefault()}>
            <ListBox aria-label={t('search.found')} items={hits} onAction={pick} className="options">
              {(hit) => (
                <ListBoxItem id={toId(hit)} textValue={hit.title} className="option">
                  <span className="hit-title">{hit.title}</span>
                  <span className="hit-place">
                    {hit.cause === null ? t('search.topic') : t('search.cause', { topic: hit.topicTitle })}
                  </span>
                </ListBoxItem>
              )}
            </ListBox>
          </div>
        )}
      </Autocomplete>
      <p className={isBare ? 'search-empty' : 'visually-hidden'} role="status">
        {isShown ? status : ''}
      </p>
    </div>
  )
}

/** Finds a topic or a cause by name, other name or code. */
export const SearchBox = drawOnChange(DrawSearchBox)
