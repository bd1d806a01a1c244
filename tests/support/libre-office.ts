import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hasTool, runTool } from './outside-tools';

/** Whether LibreOffice Writer is on this machine; says so when it is not. */
export const hasLibreOffice = hasTool('soffice');

/** A LibreOffice of its own, with a profile that goes when the test is done. */
export interface LibreOffice {
  /** Writes the file in another format into the folder; gives its path. */
  readonly convert: (file: string, format: string, into: string) => string;
  /** Runs Basic on the opened document `doc` and saves it as a .docx; the statements come one to a line. */
  readonly edit: (file: string, basic: string, saved: string) => void;
  readonly close: () => void;
}

export function startLibreOffice(): LibreOffice {
  const profile = mkdtempSync(join(tmpdir(), 'galley-office-'));
  const profileOption = `-env:UserInstallation=${pathToFileURL(profile).href}`;
  const standard = join(profile, 'user', 'basic', 'Standard');
  const run = (...args: string[]) => runTool('soffice', ['--headless', '--norestore', profileOption, ...args]);
  // The first start lays the profile out anew, over whatever stands in it.
  run('--terminate_after_init');
  mkdirSync(standard, { recursive: true });
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  writeFileSync(
    join(profile, 'user', 'basic', 'script.xlc'),
    `${head}<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd"><library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/></library:libraries>`,
  );
  writeFileSync(
    join(standard, 'script.xlb'),
    `${head}<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd"><library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Galley"/></library:library>`,
  );
  return {
    convert(file, format, into) {
      run('--convert-to', format, '--outdir', into, file);
      return join(into, `${basename(file, extname(file))}.${format.split(':')[0]}`);
    },
    edit(file, basic, saved) {
      const source = macro(pathToFileURL(file).href, basic, pathToFileURL(saved).href);
      writeFileSync(
        join(standard, 'Galley.xba'),
        `${head}<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd"><script:module xmlns:script="http://openoffice.org/2000/script" script:name="Galley" script:language="StarBasic">${source.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</script:module>`,
      );
      run('macro:///Standard.Galley.Main');
    },
    close() {
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/**
 * `Find` selects words in the view, `Dispatch` presses a button of the program, `TypeText` types over the selection, `Comment` says
 * something about it; `Settle` marks the comment
 * of these words as done. LibreOffice writes an answer as one more comment on the same words.
 */
function macro(file: string, basic: string, saved: string): string {
  return `
Dim doc As Object
Dim view As Object
Dim frame As Object
Dim dispatcher As Object

Sub Main
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL("${file}", "_blank", 0, hidden())
  frame = doc.CurrentController.Frame
  view = doc.CurrentController.getViewCursor()
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
${basic}
  Dim store(0) As New com.sun.star.beans.PropertyValue
  store(0).Name = "FilterName"
  store(0).Value = "MS Word 2007 XML"
  doc.storeToURL("${saved}", store())
  doc.close(True)
  StarDesktop.terminate()
End Sub

Function Find(words As String) As Object
  Dim search As Object
  search = doc.createSearchDescriptor()
  search.SearchString = words
  search.SearchCaseSensitive = True
  Find = doc.findFirst(search)
  doc.CurrentController.select(Find)
  view = doc.CurrentController.getViewCursor()
End Function

Sub Dispatch(command As String)
  Dim none()
  dispatcher.executeDispatch(frame, ".uno:" & command, "", 0, none())
End Sub

Sub TypeText(words As String)
  Dim args(0) As New com.sun.star.beans.PropertyValue
  args(0).Name = "Text"
  args(0).Value = words
  dispatcher.executeDispatch(frame, ".uno:InsertText", "", 0, args())
End Sub

Function Said(words As String) As Object
  Dim remark As Object
  Dim all As Object
  all = doc.getTextFields().createEnumeration()
  While all.hasMoreElements()
    remark = all.nextElement()
    If remark.supportsService("com.sun.star.text.textfield.Annotation") Then
      If remark.Content = words Then Said = remark
    End If
  Wend
End Function

Sub Settle(words As String)
  Dim found As Object
  found = Said(words)
  found.Resolved = True
End Sub

Sub Comment(words As String)
  Dim args(1) As New com.sun.star.beans.PropertyValue
  args(0).Name = "Text"
  args(0).Value = words
  args(1).Name = "Author"
  args(1).Value = "Tester"
  dispatcher.executeDispatch(frame, ".uno:InsertAnnotation", "", 0, args())
End Sub
`;
}
