import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { Input, SearchField } from 'react-aria-components'
import { longestSearch, type SearchHit } from '../../ipc/contract.ts'
import type { Ask } from '../clinic-api.ts'
import { drawOnChange } from '../ui/draw-on-change.tsx'
import { nameKeys, useKeyboard, writeKeys } from '../ui/keyboard.ts'
import { useWords } from '../words/use-words.ts'
import { HitList, toHitId } from './hit-list.tsx'
import { useSearch } from './use-search.ts'

type SearchBoxProps = {
  readonly ask: Ask
  readonly onPick: (hit: SearchHit) => void
  /** rises each time the search is called for by its key */
  readonly calls: number
}

function DrawSearchBox({ ask, onPick, calls }: SearchBoxProps) {
  const { t } = useWords()
  const keyboard = useKeyboard()
  const input = useRef<HTMLInputElement>(null)
  const list = useId()
  /** the line that was chosen with the arrows; until then Enter takes the first */
  const [chosen, setChosen] = useState<number | null>(null)
  const [typed, setTyped] = useState('')
  const [isOpen, setIsOpen] = useState(false)
  const { hits, isNewest, mended, status } = useSearch(ask, typed)
  const isShown = isOpen && typed.trim() !== ''

  useEffect(() => {
    if (calls > 0) input.current?.select()
  }, [calls])

  useEffect(() => {
    if (chosen !== null) document.getElementById(toHitId(chosen))?.scrollIntoView({ block: 'nearest' })
  }, [chosen])

  const type = (text: string) => {
    setChosen(null)
    setTyped(text)
    setIsOpen(true)
  }
  const pick = (index: number) => {
    const hit = hits[index]
    if (!hit || !isNewest) return
    setTyped('')
    setIsOpen(false)
    onPick(hit)
  }
  const isListed = isShown && hits.length > 0
  const move = (step: 1 | -1) =>
    setChosen((now) => (now === null ? (step === 1 ? 0 : hits.length - 1) : (now + step + hits.length) % hits.length))
  /** Says whether the key was for the list. */
  const takeKey = (event: KeyboardEvent): boolean => {
    if (event.key === 'Escape') setIsOpen(false)
    if (!isListed || event.nativeEvent.isComposing) return false
    if (event.key === 'ArrowDown') move(1)
    else if (event.key === 'ArrowUp') move(-1)
    else if (event.key === 'Enter') pick(chosen ?? 0)
    else return false
    event.preventDefault()
    return true
  }
  const isBare = isShown && hits.length === 0

  return (
    <div className="search" role="search" data-found={isNewest ? typed.trim() : undefined}>
      <SearchField
        className="search-field"
        aria-label={t('search.label')}
        value={typed}
        onChange={type}
        onFocus={() => setIsOpen(true)}
        onBlur={() => setIsOpen(false)}
        onKeyDown={(event) => {
          if (!takeKey(event)) event.continuePropagation()
        }}
      >
        <Input
          ref={input}
          placeholder={t('search.label')}
          // one more than may be looked for, so that a longer text is told of and not cut in silence
          maxLength={longestSearch + 1}
          aria-keyshortcuts={nameKeys(keyboard, 'mod+k')}
          aria-autocomplete="list"
          aria-controls={isListed ? list : undefined}
          aria-activedescendant={isListed && chosen !== null ? toHitId(chosen) : undefined}
        />
        <kbd aria-hidden="true">{writeKeys(keyboard, 'mod+k')}</kbd>
      </SearchField>
      {isListed && (
        // The field keeps the focus, so that the list is not closed before the click arrives.
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
        <div className="search-hits" onMouseDown={(event) => event.preventDefault()}>
          {mended !== null && <p className="search-mended">{mended}</p>}
          <HitList id={list} hits={hits} chosen={chosen} onPick={pick} />
        </div>
      )}
      <p className={isBare ? 'search-empty' : 'visually-hidden'} role="status">
        {isShown ? status : ''}
      </p>
    </div>
  )
}

/** Finds a topic or a cause by name, other name or code. */
export const SearchBox = drawOnChange(DrawSearchBox)
