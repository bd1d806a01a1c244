import app from './app.json';
import approval from './approval.json';
import checks from './checks.json';
import commands from './commands.json';
import desk from './desk.json';
import desks from './desks.json';
import editor from './editor.json';
import exports from './exports.json';
import failures from './failures.json';
import fit from './fit.json';
import formats from './formats.json';
import photos from './photos.json';
import proof from './proof.json';
import remarks from './remarks.json';
import review from './review.json';
import settings from './settings.json';
import story from './story.json';
import system from './system.json';
import templates from './templates.json';

/** Every sentence of the interface in this language, by room. */
export const en = {
  app,
  approval,
  checks,
  commands,
  desk,
  desks,
  editor,
  exports,
  failures,
  fit,
  formats,
  photos,
  proof,
  remarks,
  review,
  settings,
  story,
  system,
  templates,
};
