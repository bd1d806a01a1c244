import { equalData } from '../../shared/interview/equal';
import { shownPictures } from '../../shared/interview/shown-pictures';
import { plainText } from '../../shared/interview/text';
import type { Interview } from '../../shared/interview/types';
import { textsOf } from '../../shared/interview/visit';
import type { Recovered } from '../../shared/ipc/contract';

/** What came back from the journal, text by text; null when the two are the same. Texts of the head go by their field's name. */
export function recoveredTexts(before: Interview, after: Interview, at: number): Recovered | null {
  if (equalData(before, after)) return null;
  const old = wordsByPlace(before);
  const fresh = wordsByPlace(after);
  const places = new Set([...fresh.keys(), ...old.keys()]);
  const texts = [...places].flatMap((block) => {
    const [was, is] = [old.get(block) ?? '', fresh.get(block) ?? ''];
    return was === is ? [] : [{ block, before: was, after: is }];
  });
  return { at, texts };
}

function wordsByPlace(interview: Interview): Map<string, string> {
  const words = new Map<string, string>();
  const add = (place: string, text: string) => {
    if (text !== '') words.set(place, words.has(place) ? `${words.get(place)}\n${text}` : text);
  };
  for (const { place, text } of textsOf(interview)) add(place.block ?? place.part, plainText(text));
  for (const { block, alt } of shownPictures(interview)) add(block, alt);
  return words;
}
