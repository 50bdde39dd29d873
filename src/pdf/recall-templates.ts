import type { Library } from '../domain/library.ts'
import type { Fonts } from './load-fonts.ts'
import { createTemplateMemory, type TemplateMemory } from './text-memory.ts'

function addTexts(value: unknown, found: Set<string>): void {
  if (typeof value === 'string') for (const part of value.split('**')) found.add(part)
  else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) addTexts(each, found)
}

/** Every text of the library that stands on a sheet, part by part where some of it is bold. */
function listTemplates({ topics, wording }: Library): ReadonlySet<string> {
  const found = new Set<string>()
  addTexts([topics.map(({ words }) => words), wording], found)
  return found
}

const memories = new WeakMap<Fonts, WeakMap<Library, TemplateMemory>>()

/**
 * What is remembered of the library's own words from one sheet to the next: how they are cut and measured in these fonts,
 * and so the lines they make. Nothing that was typed is among them.
 */
export function recallTemplates(library: Library, fonts: Fonts): TemplateMemory {
  const known = memories.get(fonts) ?? new WeakMap<Library, TemplateMemory>()
  memories.set(fonts, known)
  const found = known.get(library)
  if (found) return found
  const templates = listTemplates(library)
  const memory = createTemplateMemory((text) => templates.has(text))
  known.set(library, memory)
  return memory
}
