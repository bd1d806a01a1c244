import {
  Bold,
  Heading,
  Image,
  Italic,
  Link,
  List,
  MessageCircleQuestion,
  PencilLine,
  MessageSquarePlus,
  Pilcrow,
  Quote,
  Subscript,
  Superscript,
  TextQuote,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { Fragment } from 'react';
import type { CommandId } from '../../shared/commands/table';
import { COMMANDS } from '../../shared/commands/table';
import { shortcutLabel } from '../app/keyboard';
import { useTranslate } from '../app/language';
import { runCommand } from '../app/run-command';
import { usePiece } from '../session/SessionContext';

const GROUPS: readonly (readonly (readonly [CommandId, LucideIcon])[])[] = [
  [
    ['bold', Bold],
    ['italic', Italic],
    ['superscript', Superscript],
    ['subscript', Subscript],
    ['link', Link],
  ],
  [
    ['toggle-question', MessageCircleQuestion],
    ['make-subhead', Heading],
    ['make-paragraph', Pilcrow],
  ],
  [
    ['insert-photo', Image],
    ['insert-pull-quote', Quote],
    ['insert-box', TextQuote],
    ['insert-list', List],
    ['add-comment', MessageSquarePlus],
  ],
  [['suggest-mode', PencilLine]],
];

const SHORTCUTS = new Map(COMMANDS.map(({ id, shortcut }) => [id, shortcut]));

/** The marks and kinds of block within reach of the mouse; the caret stays where it is. */
export function Toolbar() {
  const translate = useTranslate();
  const caret = usePiece((state) => state.caret);
  const suggesting = usePiece((state) => state.suggesting);
  return (
    <div className="toolbar" role="toolbar" aria-label={translate('app.toolbar')}>
      {GROUPS.map((group, at) => (
        <Fragment key={at}>
          {at > 0 && <span className="toolbar-gap" />}
          {group.map(([id, Icon]) => {
            const shortcut = SHORTCUTS.get(id);
            const label = translate.loose(`commands.${id}`);
            const isMode = id === 'suggest-mode';
            const always = isMode || id === 'insert-photo';
            return (
              <button
                key={id}
                type="button"
                className={isMode && suggesting ? 'icon-button toolbar-suggesting' : 'icon-button'}
                aria-label={label}
                title={shortcut ? `${label} · ${shortcutLabel(shortcut)}` : label}
                {...(always ? {} : { 'aria-pressed': caret?.active.has(id) ?? false })}
                {...(isMode ? { 'aria-pressed': suggesting } : {})}
                disabled={!always && !caret?.enabled.has(id)}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => runCommand(id)}
              >
                <Icon size={15} aria-hidden />
                {isMode && suggesting && <span aria-hidden>{translate('suggest.on-short')}</span>}
              </button>
            );
          })}
        </Fragment>
      ))}
    </div>
  );
}
