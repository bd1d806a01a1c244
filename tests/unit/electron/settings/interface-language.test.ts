import { expect, test } from 'vitest';
import { interfaceLanguage, systemLanguage } from '../../../../electron/settings/interface-language';

test('Vietnamese wherever the user reads it, or nothing is known; English elsewhere', () => {
  expect(systemLanguage(undefined, ['en-GB', 'vi-VN'])).toBe('vi');
  expect(systemLanguage(undefined, [])).toBe('vi');
  expect(systemLanguage(undefined, ['fr-FR', 'en-GB'])).toBe('en');
  expect(systemLanguage(undefined, ['vic'])).toBe('en');
});

test('the environment wins over the system, the settings over both', () => {
  expect(systemLanguage('en', ['vi-VN'])).toBe('en');
  expect(systemLanguage('fr', ['vi-VN'])).toBe('vi');
  expect(interfaceLanguage({ language: 'system' }, 'en')).toBe('en');
  expect(interfaceLanguage({ language: 'vi' }, 'en')).toBe('vi');
});
