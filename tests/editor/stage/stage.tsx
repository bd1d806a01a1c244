import { useState } from 'react';
import type { JSX } from 'react';
import { createRoot } from 'react-dom/client';
import { translator } from '../../../shared/i18n/translate';
import { applyChange } from '../../../shared/interview/change';
import type { Change } from '../../../shared/interview/change';
import type { Remark } from '../../../shared/checks/remark';
import type { Interview } from '../../../shared/interview/types';
import { emptyInterview } from '../../../shared/interview/build';
import type { EditorHandle, EditorState } from '../../../renderer/editor/contract';
import { InterviewEditor } from '../../../renderer/editor/InterviewEditor';
import '../../../renderer/ui/fonts.css';
import '../../../renderer/ui/theme.css';

/** What the tests see of the editor: the shell's side of its contract, kept in lists. */
export interface Stage {
  editor: EditorHandle | null;
  /** The interview as the journal would have it: opened, with every change applied. */
  journal: Interview;
  changes: Change[];
  remarks: Remark[];
  state: EditorState | null;
  pictures: string[];
  replaced: string[];
  added: string[];
  links: string[];
  threads: string[];
  errors: string[];
  csp: string[];
  open: (interview: Interview) => void;
  /** In whose name is suggested; null writes for good. */
  suggest: (as: string | null) => void;
}

declare global {
  interface Window {
    stage: Stage;
  }
}

const translate = translator('vi');

/** A picture that needs no file: one grey pixel. */
const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAMLCwgAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==';
const photoUrl = (photo: string) => (photo === 'missing' ? null : PIXEL);

window.stage = {
  editor: null,
  journal: emptyInterview(),
  changes: [],
  remarks: [],
  state: null,
  pictures: [],
  replaced: [],
  added: [],
  links: [],
  threads: [],
  errors: [],
  csp: [],
  open: () => undefined,
  suggest: () => undefined,
};

const { error: reportError } = console;
console.error = (...words: unknown[]) => {
  window.stage.errors.push(words.map(String).join(' '));
  reportError(...words);
};
document.addEventListener('securitypolicyviolation', (event) =>
  window.stage.csp.push(`${event.violatedDirective} ${event.blockedURI}`),
);

function Page(): JSX.Element {
  const [piece, setPiece] = useState({ key: 0, interview: emptyInterview() });
  const [suggestAs, setSuggestAs] = useState<string | null>(null);
  const { stage } = window;
  stage.suggest = setSuggestAs;
  stage.open = (interview) => {
    Object.assign(stage, {
      editor: null,
      journal: interview,
      changes: [],
      remarks: [],
      pictures: [],
      replaced: [],
      added: [],
      links: [],
      errors: [],
      csp: [],
    });
    delete document.documentElement.dataset['ready'];
    setPiece(({ key }) => ({ key: key + 1, interview }));
  };
  return (
    <main style={{ background: 'var(--desk)', minHeight: '100vh' }}>
      <InterviewEditor
        key={piece.key}
        interview={piece.interview}
        translate={translate}
        readOnly={false}
        photoUrl={photoUrl}
        suggestAs={suggestAs}
        onChange={(change) => {
          stage.changes.push(change);
          stage.journal = applyChange(stage.journal, change);
        }}
        onState={(state) => (stage.state = state)}
        onRemarks={(remarks) => stage.remarks.push(...remarks)}
        onPictures={(files) => stage.pictures.push(...files.map((file) => file.name))}
        onReplacePicture={(block) => stage.replaced.push(block)}
        onAddPictures={(gallery) => stage.added.push(gallery)}
        onOpenLink={(link) => stage.links.push(link)}
        onThread={(thread) => stage.threads.push(thread)}
        onReady={(editor) => {
          stage.editor = editor;
          document.documentElement.dataset['ready'] = 'true';
        }}
      />
    </main>
  );
}

const place = document.getElementById('window');
if (place) createRoot(place).render(<Page />);
