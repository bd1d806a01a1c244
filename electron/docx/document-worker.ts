import { idMint } from '../../shared/interview/build';
import { parentWire } from '../press/parent-wire';
import { serve } from '../press/serve';
import { inlineDocuments } from './documents';
import type { DocumentAsk } from './documents';

const documents = inlineDocuments(idMint(Math.random));

serve<DocumentAsk>(parentWire(), ({ kind, file }) => documents[kind](file));
