import { config } from 'zod';

// Every schema is made with zod as it is here: by then it must know not to write code of its own. In the window the
// policy refuses that and reports it as an attack; in main it compiled for longer at each start than it ever saved.
config({ jitless: true });

export { z } from 'zod';
