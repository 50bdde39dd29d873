import { memo, useLayoutEffect, useRef, useState, type ComponentType, type ReactNode } from 'react'
import { replaceEqualDeep } from '@tanstack/react-query'

type Handler = (...given: readonly unknown[]) => unknown

/**
 * A control that is drawn anew only when what it shows has changed, however its list of options and its handlers were made:
 * a tick changes one card, and the other controls of the window cost the frame nothing. Its handlers are always the newest.
 * @param Control takes plain data, and the same handlers from first to last
 */
export function drawOnChange<P extends object>(Control: ComponentType<P>): (props: P) => ReactNode {
  const Drawn = memo(Control, (before, after) => replaceEqualDeep(before, after) === before)
  return function DrawnOnChange(props: P) {
    const newest = useRef(props)
    useLayoutEffect(() => {
      newest.current = props
    })
    const [handlers] = useState(() => {
      const names = Object.keys(props).filter((name) => typeof Reflect.get(props, name) === 'function')
      const call = (name: string): Handler => {
        // it was a function at first, and a control has the same handlers from first to last
        return (...given) => (Reflect.get(newest.current, name) as Handler)(...given)
      }
      return Object.fromEntries(names.map((name) => [name, call(name)]))
    })
    return <Drawn {...props} {...handlers} />
  }
}
