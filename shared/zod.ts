import { z } from 'zod';

// Zod's fast path probes eval, which the content security policy reports as a violation.
z.config({ jitless: true });

export { z };
