/** What Tab can reach. */
const tabbable =
  'a[href], button:not(:disabled), input:not(:disabled), textarea:not(:disabled), [tabindex]:not([tabindex="-1"])'
/** The parts of the window: its bar, notices, views, and what stands over it. */
const parts = '.desk > *, body > *'

const isUsable = (element: Element): element is HTMLElement =>
  element instanceof HTMLElement &&
  element.isConnected &&
  !element.matches(':disabled') &&
  element.closest('[hidden], [inert], [aria-hidden="true"]') === null

/** An element, and what it stood in, each with what stood beside it. */
type Trail = readonly { readonly element: Element; readonly next: Element | null }[]

function readTrail(target: Element): Trail {
  const trail: Trail[number][] = []
  for (let at: Element | null = target; at !== null; at = at.parentElement)
    trail.push({ element: at, next: at.nextElementSibling })
  return trail
}

/** What has the focus, and where. */
type Held = {
  readonly element: HTMLElement
  readonly trail: Trail
  readonly part: Element
  /** the view that stood there then */
  readonly view: Element | null
}

/** What stands nearest to where something was: what came after it, else what comes before, in the smallest part that is left. */
function findNearest(trail: Trail, part: Element): HTMLElement | null {
  for (const [index, { element }] of trail.entries()) {
    if (!isUsable(element) || !part.contains(element)) continue
    const reached = [...element.querySelectorAll(tabbable)].filter(isUsable)
    const next = trail[index - 1]?.next ?? null
    const after = reached.find(
      (each) => next?.contains(each) || (next && next.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING),
    )
    const found = next?.isConnected ? (after ?? reached.at(-1)) : reached.at(-1)
    if (found) return found
  }
  return null
}

/**
 * Brings the focus on when what had it goes away, is hidden or is switched off: to what stands nearest, to where it was in the
 * view that comes, or to where it was before a notice. Otherwise the next key would begin at the top of the window.
 * @returns stops it
 */
export function keepFocus(page: Document): () => void {
  /** what had the focus last in each part of the window, the newest at the end */
  const lastIn = new Map<Element, HTMLElement>()
  let held: Held | null = null
  let frame = 0
  const findView = () => page.querySelector<HTMLElement>('main:not([hidden])')

  const remember = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return
    const part = target.closest(parts)
    if (part === null) return
    lastIn.delete(part)
    lastIn.set(part, target)
    for (const each of lastIn.keys()) if (!each.isConnected) lastIn.delete(each)
    held = { element: target, trail: readTrail(target), part, view: findView() }
  }
  /** A press of the mouse takes the focus elsewhere on purpose; what is pressed then has it. */
  const letGo = () => {
    held = null
  }
  const findInView = (view: HTMLElement): HTMLElement => {
    const last = lastIn.get(view)
    return last !== undefined && isUsable(last) ? last : (view.querySelector<HTMLElement>('h1, h2') ?? view)
  }
  const findPlace = ({ trail, part, view: from }: Held): HTMLElement | null => {
    const view = findView()
    if (view !== from && view !== null) return findInView(view)
    if (isUsable(part)) return findNearest(trail, part)
    return [...lastIn.values()].toReversed().find(isUsable) ?? view
  }
  const mend = (lost: Held) => {
    const now = page.activeElement
    const isElsewhere = now !== null && now !== page.body && now !== lost.element
    const view = findView()
    // A dialog may have given the focus to what stands before the view that went.
    if (isElsewhere && (view === lost.view || view?.contains(now))) return
    const place = findPlace(lost)
    if (place?.matches('main, h1, h2')) place.tabIndex = -1 // of a view that nobody was in yet
    place?.focus()
  }
  // A dialog gives the focus back by itself, in the frame after it has gone.
  const look = () => {
    if (held === null || isUsable(held.element)) return
    const lost = held
    held = null
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => mend(lost))
    })
  }
  const observer = new MutationObserver(look)
  observer.observe(page.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['hidden', 'disabled'],
  })
  page.addEventListener('focusin', remember)
  page.addEventListener('pointerdown', letGo, { capture: true })
  return () => {
    observer.disconnect()
    cancelAnimationFrame(frame)
    page.removeEventListener('focusin', remember)
    page.removeEventListener('pointerdown', letGo, { capture: true })
  }
}
