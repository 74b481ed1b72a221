import { describe, expect, it } from 'vitest';
import { daysBetween, fill, formatFor, length, today } from '../src/shared/format';
import { figure, initials } from '../src/shared/marks';

const british = formatFor('en-GB');
const german = formatFor('de-DE');

describe('numbers and dates', () => {
  it('follow the reader', () => {
    expect(british.percent(0.628)).toBe('63%');
    expect(german.percent(0.628)).toBe('63\u00a0%');
    expect(german.number(1234.5)).toBe('1.234,5');
    expect(british.date('2027-12-31')).toBe('31 Dec 2027');
    expect(british.month('2027-02-28')).toBe('Feb 2027');
  });

  it('unknown is a dash, never a zero', () => {
    expect(figure(null, british)).toBe('–');
    expect(figure(undefined, british)).toBe('–');
    expect(figure(0, british)).toBe('0%');
    expect(figure(-0.1, british)).toBe('-10%');
    expect(figure(1.12, british)).toBe('112%');
  });

  it('sizes carry their unit, and estimates are told in hours', () => {
    expect(british.sizeOf(112, 148, 'STORY_POINTS')).toBe('112 of 148 pts');
    expect(british.sizeOf(3600, 9000, 'ORIGINAL_ESTIMATE')).toBe('1 of 2.5 h');
  });

  it('an axis has little room, and its numbers are told apart all the same', () => {
    expect([0, 0.25, -99_999].map((value) => british.brief(value))).toEqual(['0', '0.25', '-99,999']);
    expect(german.brief(1_250_000)).toBe('1,25\u00a0Mio.');
    expect(british.brief(1_234_567)).toBe('1.23m');
    expect(german.brief(500_000_000)).toBe('500\u00a0Mio.');
  });

  it('bars stay inside their track', () => {
    expect([length(-0.2), length(0.6284), length(1.7)]).toEqual(['0%', '62.8%', '100%']);
  });

  it('days are counted from date to date', () => {
    expect(daysBetween('2026-01-01', '2028-12-31')).toBe(1095);
    expect(daysBetween('2026-01-01', '2027-03-15')).toBe(438);
    expect(today(new Date(2027, 2, 5, 23, 59))).toBe('2027-03-05');
  });

  it('a text is filled once: what is put in is not read again', () => {
    expect(fill('{1} of {0}', '{1}', 'x')).toBe('x of {1}');
    expect(fill('{0} {2}', 'a')).toBe('a {2}');
  });

  it('initials are of the first and the last name', () => {
    expect([initials('Mei Lindqvist'), initials('Ana de la Cruz'), initials('pmo'), initials(' ')]).toEqual([
      'ML',
      'AC',
      'P',
      '',
    ]);
  });
});
