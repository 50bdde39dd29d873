import { GridList, GridListItem } from 'react-aria-components'
import { moveBundle, type Bundle } from '../../domain/bundle.ts'
import type { Library } from '../../domain/library.ts'
import { PushButton } from '../ui/push-button.tsx'
import { useWords } from '../words/use-words.ts'

type BundleListProps = {
  readonly bundles: readonly Bundle[]
  readonly library: Pick<Library, 'topics'>
  readonly onOpen: (bundle: Bundle) => void
  readonly onKeep: (bundles: readonly Bundle[], done: string) => void
}

/** The bundles, the last used first: Enter opens one; the arrows beside it put it elsewhere. */
export function BundleList({ bundles, library, onOpen, onKeep }: BundleListProps) {
  const { t, language } = useWords()
  const sum = ({ choices }: Bundle) => {
    const words = library.topics.find(({ topic }) => topic.id === choices.topic)?.words
    const spoken = words?.[language] ?? words?.en
    // one that this library does not have is told of when the bundle is opened
    const names = choices.causes.flatMap(({ id }) => spoken?.causes[id]?.name ?? [])
    return names.join(' · ')
  }
  const open = (name: unknown) => {
    const bundle = bundles.find((each) => each.name === name)
    if (bundle) onOpen(bundle)
  }
  const remove = (name: string) =>
    onKeep(
      bundles.filter((each) => each.name !== name),
      t('bundles.removed', { name }),
    )
  const move = (name: string, step: -1 | 1) => onKeep(moveBundle(bundles, name, step), t('bundles.moved', { name }))
  return (
    <GridList
      className="bundle-list"
      aria-label={t('bundles.title')}
      // a dialog must have the focus, and one key then opens the bundle last used
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus="first"
      keyboardNavigationBehavior="tab"
      onAction={open}
    >
      {bundles.map((bundle, index) => (
        <GridListItem key={bundle.name} id={bundle.name} textValue={bundle.name} className="bundle-row">
          <span className="bundle-name">{bundle.name}</span>
          <span className="quiet">{sum(bundle)}</span>
          <span className="bundle-buttons">
            <PushButton
              className="button small"
              name={t('bundles.upOf', bundle)}
              isIdle={index === 0}
              onPress={() => move(bundle.name, -1)}
            >
              ↑
            </PushButton>
            <PushButton
              className="button small"
              name={t('bundles.downOf', bundle)}
              isIdle={index === bundles.length - 1}
              onPress={() => move(bundle.name, 1)}
            >
              ↓
            </PushButton>
            <PushButton
              className="button small"
              name={t('bundles.removeOf', bundle)}
              onPress={() => remove(bundle.name)}
            >
              {t('bundles.remove')}
            </PushButton>
          </span>
        </GridListItem>
      ))}
    </GridList>
  )
}
