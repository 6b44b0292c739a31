import { z } from 'zod';

// The page's policy forbids making code from text; zod would try once, be refused, and leave a report of an attack.
z.config({ jitless: true });
