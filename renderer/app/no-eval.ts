import { config } from 'zod';

// zod tries `new Function` once to see whether it may; the policy refuses and reports it as an attack.
config({ jitless: true });
