import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { useMemo, useState } from 'react';
import { suggestCodes } from '../../../shared/photos/code-list';
import { fold } from '../../../shared/text/fold';
import { useTranslate } from '../../app/language';
import { usePiece } from '../../session/SessionContext';
import { activeField, setDesk, useDesk } from './desk-store';
import { focusField } from './desk-focus';

interface Row {
  readonly id: string;
  /** What is put in. */
  readonly words: string;
  /** How it is typed as a code, or which person it is. */
  readonly beside: string;
}

/** More than a screen of names is looked for by typing. */
const MOST = 30;

/** Names and offices of the piece and of the code list, put in where the caret was. */
export function PeopleList() {
  const translate = useTranslate();
  const people = usePiece(({ interview }) => interview.people);
  const codes = useDesk((state) => state.desk?.codes);
  const [query, setQuery] = useState('');
  const rows = useMemo((): readonly Row[] => {
    const wanted = fold(query.normalize('NFC').trim());
    const ofPiece = people
      .filter(({ name }) => name !== '')
      .flatMap(({ id, name, role, office, honorific }): readonly Row[] => {
        const post = [role, office].filter(Boolean).join(' ');
        return [
          { id: `${id}-name`, words: name, beside: honorific ?? '' },
          ...(post === '' ? [] : [{ id: `${id}-post`, words: `${post} ${name}`, beside: '' }]),
        ];
      })
      .filter(({ words }) => fold(words.normalize('NFC')).includes(wanted));
    const ofList = codes
      ? suggestCodes(codes, query, MOST).flatMap(({ code, columns }) =>
          columns
            .filter((words) => words !== '')
            .map((words, at): Row => ({
              id: `${code}#${at}`,
              words,
              beside: at === 0 ? `\\${code}\\` : `\\${code}#${at + 1}\\`,
            })),
        )
      : [];
    return [...ofPiece, ...ofList].slice(0, MOST);
  }, [people, codes, query]);
  const leave = () => {
    setDesk({ people: false });
    setTimeout(() => activeField()?.focus() ?? focusField('caption'), 0);
  };
  const put = ({ words }: Row) => {
    setDesk({ people: false });
    // After the dialog is gone and has given the focus back.
    setTimeout(() => activeField()?.insert(words), 0);
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && leave()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="modal-backdrop" />
        <Dialog.Popup className="palette" finalFocus={false} aria-label={translate('commands.photo-people')}>
          <Autocomplete.Root
            open
            inline
            items={rows}
            value={query}
            onValueChange={setQuery}
            itemToStringValue={(row: Row) => row.words}
            filter={null}
            autoHighlight="always"
            keepHighlight
          >
            <Autocomplete.Input
              className="palette-input"
              aria-label={translate('commands.photo-people')}
              placeholder={translate('photodesk.people-hint')}
            />
            <Autocomplete.Empty className="palette-empty">{translate('photodesk.people-none')}</Autocomplete.Empty>
            <Autocomplete.List className="palette-list">
              {(row: Row) => (
                <Autocomplete.Item key={row.id} value={row} className="palette-row" onClick={() => put(row)}>
                  <span>{row.words}</span>
                  {row.beside !== '' && <kbd>{row.beside}</kbd>}
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
