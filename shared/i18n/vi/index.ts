import app from './app.json' with { type: 'json' };
import approval from './approval.json' with { type: 'json' };
import checks from './checks.json' with { type: 'json' };
import commands from './commands.json' with { type: 'json' };
import comments from './comments.json' with { type: 'json' };
import desk from './desk.json' with { type: 'json' };
import desks from './desks.json' with { type: 'json' };
import editor from './editor.json' with { type: 'json' };
import exports from './exports.json' with { type: 'json' };
import failures from './failures.json' with { type: 'json' };
import fit from './fit.json' with { type: 'json' };
import formats from './formats.json' with { type: 'json' };
import photodesk from './photodesk.json' with { type: 'json' };
import photos from './photos.json' with { type: 'json' };
import proof from './proof.json' with { type: 'json' };
import remarks from './remarks.json' with { type: 'json' };
import review from './review.json' with { type: 'json' };
import rounds from './rounds.json' with { type: 'json' };
import settings from './settings.json' with { type: 'json' };
import story from './story.json' with { type: 'json' };
import suggest from './suggest.json' with { type: 'json' };
import system from './system.json' with { type: 'json' };
import templates from './templates.json' with { type: 'json' };

/** Every sentence of the interface in this language, by room. */
export const vi = {
  app,
  approval,
  checks,
  commands,
  comments,
  desk,
  desks,
  editor,
  exports,
  failures,
  fit,
  formats,
  photodesk,
  photos,
  proof,
  remarks,
  review,
  rounds,
  settings,
  story,
  suggest,
  system,
  templates,
};
