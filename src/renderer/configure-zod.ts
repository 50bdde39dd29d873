import { z } from 'zod'

// zod would try to compile its schemas with `new Function`, which this window's content security policy refuses.
// Imported before anything that builds a schema.
z.config({ jitless: true })
