import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainText } from '../../../../shared/interview/text';
import { retypeText } from '../../../../shared/photos/retype';
import { bold, italic, link, text } from '../../../support/builders';
import { richText } from '../../../support/arbitraries';

test('what is not typed over keeps its marks and links', () => {
  const caption = text('Ông ', bold('Y Bhiu'), ' bên ', italic('Hồ'), link('Ea Sương', 'https://example.com/'), '.');
  expect(retypeText(caption, 'Ông Y Bhiu đứng bên HồEa Sương.')).toEqual(
    text('Ông ', bold('Y Bhiu'), ' đứng bên ', italic('Hồ'), link('Ea Sương', 'https://example.com/'), '.'),
  );
});

test('a word put in behind a bold one is bold, behind a link it is not part of it', () => {
  expect(retypeText(text(bold('Hồ')), 'Hồ Ea')).toEqual(text(bold('Hồ Ea')));
  const linked = text(link('Ea Sương', 'https://example.com/'));
  expect(retypeText(linked, 'Ea Sương mới')).toEqual(text(link('Ea Sương', 'https://example.com/'), ' mới'));
});

test('the same words are the same text', () => {
  const caption = text(bold('Hồ'));
  expect(retypeText(caption, 'Hồ')).toBe(caption);
});

test('says what was typed, in NFC, whatever stood there,', () => {
  fc.assert(
    fc.property(richText, fc.string({ unit: 'grapheme', maxLength: 30 }), (before, typed) => {
      const after = retypeText(before, typed);
      expect(plainText(after)).toBe(typed.normalize('NFC'));
    }),
  );
});

test('two characters that share half of their code are not mixed', () => {
  expect(retypeText(text(bold('a😀b')), 'a😁b')).toEqual(text(bold('a😁'), bold('b')));
  expect(retypeText(text('a', bold('😀')), 'a😁')).toEqual(text('a😁'));
});
