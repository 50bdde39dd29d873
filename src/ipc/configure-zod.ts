import { z } from 'zod'

// zod would compile each schema with `new Function`: the window's content security policy refuses that, and to read the
// library once takes longer with it than without. Imported before anything that builds a schema.
z.config({ jitless: true })
