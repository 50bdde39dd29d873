import type { Schema } from './parse-file.ts'
import type { Finding } from './read-yaml.ts'

/**
 * Makes a check of a part of a file that runs on the file as read, so that a fault elsewhere does not hide what it finds.
 * Where the part itself is not right, it finds nothing: the schema of the whole file tells that.
 */
export function onPart<Part, With>(
  schema: Schema<Part>,
  check: (part: Part, more: With) => Finding[],
): (raw: unknown, more: With) => Finding[] {
  return (raw, more) => {
    const parsed = schema.safeParse(raw)
    return parsed.success ? check(parsed.data, more) : []
  }
}
