import { useEffect, useRef, useState } from 'react'
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField } from 'react-aria-components'
import { longestSearch, type SearchHit } from '../../ipc/contract.ts'
import type { Ask } from '../clinic-api.ts'
import { drawOnChange } from '../ui/draw-on-change.tsx'
import { nameKeys, useKeyboard, writeKeys } from '../ui/keyboard.ts'
import { useWords } from '../words/use-words.ts'
import { useSearch } from './use-search.ts'

type SearchBoxProps = {
  readonly ask: Ask
  readonly onPick: (hit: SearchHit) => void
  /** rises each time the search is called for by its key */
  readonly calls: number
}

const toId = ({ topic, cause }: SearchHit) => `${topic} ${cause ?? ''}`

function DrawSearchBox({ ask, onPick, calls }: SearchBoxProps) {
  const { t } = useWords()
  const keyboard = useKeyboard()
  const input = useRef<HTMLInputElement>(null)
  /** whether a line was chosen with the arrows; until then Enter takes the first */
  const hasMoved = useRef(false)
  const [typed, setTyped] = useState('')
  const [isOpen, setIsOpen] = useState(false)
  const { hits, isNewest, mended, status } = useSearch(ask, typed)
  const isShown = isOpen && typed.trim() !== ''

  useEffect(() => {
    if (calls > 0) input.current?.select()
  }, [calls])

  const type = (text: string) => {
    hasMoved.current = false
    setTyped(text)
    setIsOpen(true)
  }
  const pick = (id: unknown) => {
    const hit = hits.find((each) => toId(each) === id)
    if (!hit || !isNewest) return
    setTyped('')
    setIsOpen(false)
    onPick(hit)
  }
  const isBare = isShown && hits.length === 0

  return (
    <div className="search" role="search" data-found={isNewest ? typed.trim() : undefined}>
      <Autocomplete
        inputValue={typed}
        onInputChange={type}
        disableAutoFocusFirst // it would name a line of a list that is gone a moment later: Enter takes the first by itself
      >
        <SearchField
          className="search-field"
          aria-label={t('search.label')}
          onFocus={() => setIsOpen(true)}
          // The list takes the field's focus for the reader's ear only; the field has it still.
          onBlur={() => setIsOpen(document.activeElement === input.current)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setIsOpen(false)
            if (event.key === 'ArrowDown' || event.key === 'ArrowUp') hasMoved.current = true
            const [first] = hits
            if (event.key === 'Enter' && isShown && first !== undefined && !hasMoved.current) return pick(toId(first))
            return event.continuePropagation()
          }}
        >
          <Input
            ref={input}
            placeholder={t('search.label')}
            // one more than may be looked for, so that a longer text is told of and not cut in silence
            maxLength={longestSearch + 1}
            aria-keyshortcuts={nameKeys(keyboard, 'mod+k')}
          />
          <kbd aria-hidden="true">{writeKeys(keyboard, 'mod+k')}</kbd>
        </SearchField>
        {isShown && hits.length > 0 && (
          // The field keeps the focus, so that the list is not closed before the click arrives.
          // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
          <div className="search-hits" onMouseDown={(event) => event.preventDefault()}>
            {mended !== null && <p className="search-mended">{mended}</p>}
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
