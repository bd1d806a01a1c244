import { useCallback } from 'react';
import { suggestCodes, type CodeList } from '../../../shared/photos/code-list';
import { holdsTyped } from '../../../shared/text/fold';
import { useTranslate } from '../../app/language';
import { usePiece } from '../../session/SessionContext';
import { FilteredList, type ListRow } from '../../ui/FilteredList';
import { activeField, setDesk, useDesk } from './desk-store';
import { focusField } from './desk-focus';

/** More than a screen of names is looked for by typing. */
const MOST = 30;

/** Names and offices of the piece and of the code list, put in where the caret was. */
export function PeopleList() {
  const translate = useTranslate();
  const people = usePiece(({ interview }) => interview.people);
  const codes = useDesk((state) => state.desk?.codes);
  const find = useCallback(
    (typed: string): readonly ListRow[] => {
      const ofPiece = people
        .filter(({ name }) => name !== '')
        .flatMap(({ id, name, role, office, honorific }): readonly ListRow[] => {
          const post = [role, office].filter(Boolean).join(' ');
          return [
            { id: `${id}-name`, words: name, beside: honorific },
            ...(post === '' ? [] : [{ id: `${id}-post`, words: `${post} ${name}` }]),
          ];
        })
        .filter(({ words }) => holdsTyped(words, typed));
      return [...ofPiece, ...(codes ? ofList(codes, typed) : [])].slice(0, MOST);
    },
    [people, codes],
  );
  const leave = () => {
    setDesk({ people: false });
    setTimeout(() => activeField()?.focus() ?? focusField('caption'), 0);
  };
  const put = ({ words }: ListRow) => {
    setDesk({ people: false });
    // After the dialog is gone and has given the focus back.
    setTimeout(() => activeField()?.insert(words), 0);
  };
  return (
    <FilteredList
      label={translate('commands.photo-people')}
      hint={translate('photodesk.people-hint')}
      nothing={translate('photodesk.people-none')}
      find={find}
      onChoose={put}
      onLeave={leave}
    />
  );
}

/** The columns of the codes that are meant by what is typed, each beside the code that it is typed as. */
function ofList(codes: CodeList, typed: string): readonly ListRow[] {
  return suggestCodes(codes, typed, MOST).flatMap(({ code, columns }) =>
    columns
      .filter((words) => words !== '')
      .map((words, at) => ({
        id: `${code}#${at}`,
        words,
        beside: at === 0 ? `\\${code}\\` : `\\${code}#${at + 1}\\`,
      })),
  );
}
