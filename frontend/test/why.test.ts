import { describe, expect, it } from 'vitest';
import { formatFor } from '../src/shared/format';
import { adds, asText, type Explanation, numbersOf, sayInput, sayWord, sentence } from '../src/why/derivation';

const format = formatFor('en-GB');
const explanation: Explanation = {
  key: 'OBJ-1',
  at: '2027-03-15T08:42:10Z',
  numbers: {
    'outcome.attainment': {
      value: null,
      formula: '',
      inputs: [],
      leftOut: [{ ref: 'KPI-9', name: 'Delay', reason: 'too old' }],
    },
    'delivery.total': { value: 522, formula: 'sum(value)', inputs: [], leftOut: [] },
    'delivery.done': { value: 328, formula: 'sum(value)', inputs: [], leftOut: [] },
    'delivery.progress': {
      value: 0.6284,
      formula: 'sum(weight * value) / sum(weight)',
      inputs: [
        { ref: 'LINK-1', name: 'OPS-214', value: 0.7568, weight: 148, adds: 0.21457 },
        { ref: 'LINK-2', name: 'SIG-88', value: 0.5742, weight: 310, adds: 0.341 },
        { ref: 'LINK-3', name: null, value: 0.5938, weight: 64, adds: 0.0728 },
      ],
      leftOut: [{ ref: 'LINK-4', name: 'OPS-9', reason: 'nothing with a size' }],
    },
    'delivery.expected': {
      value: 0.601,
      formula: 'min(1, max(0, elapsed / length))',
      inputs: [{ ref: 'elapsed', value: 438, text: '2026-01-01/2027-03-15' }],
      leftOut: [],
    },
    'delivery.schedule': { value: 1.0457, formula: 'progress / expected', inputs: [], leftOut: [] },
  },
};

describe('explaining a number', () => {
  it('what each input of a mean adds sums up to the number', () => {
    const progress = explanation.numbers['delivery.progress'];
    if (!progress) throw new Error('no progress');

    const parts = adds(progress);

    expect(parts.map((each) => Math.round((each ?? 0) * 10_000) / 100)).toEqual([21.46, 34.1, 7.28]);
    expect(parts.reduce<number>((sum, each) => sum + (each ?? 0), 0)).toBeCloseTo(Number(progress.value), 3);
  });

  it('adds nothing up where the formula has no weights', () => {
    const expected = explanation.numbers['delivery.expected'];
    expect(expected ? adds(expected) : []).toEqual([null]);
  });

  it('the number that was asked for comes first, then the others of its group', () => {
    expect(numbersOf(explanation, 'delivery')).toEqual([
      'delivery.progress',
      'delivery.total',
      'delivery.done',
      'delivery.expected',
      'delivery.schedule',
    ]);
    expect(numbersOf(explanation, 'signal')).toEqual([]);
  });

  it('says in one sentence what the numbers say', () => {
    expect(sentence(explanation, 'delivery', format)).toBe(
      '328 of 522 linked here are done. By today 60.1% was expected, so it runs at 1.05 of schedule.',
    );
    expect(sentence(explanation, 'outcome', format)).toBe('No KPI has data that counts.');
  });

  it('writes shares in percent, days as days, and reasons in words', () => {
    expect(
      sayInput(
        { ref: 'LINK-1', name: 'OPS-214', value: 0.7568, weight: 148, adds: 0.21457 },
        'delivery.progress',
        format,
      ),
    ).toBe('75.68%');
    expect(sayInput({ ref: 'LINK-1', value: 148 }, 'delivery.total', format)).toBe('148');
    expect(sayInput({ ref: 'elapsed', value: 438, text: '2026-01-01/2027-03-15' }, 'delivery.expected', format)).toBe(
      '438, 1 Jan 2026 – 15 Mar 2027',
    );
    expect(sayWord('OFF_TRACK', format)).toBe('Off track');
    expect(sayInput({ ref: 'delivery.health', value: 'OFF_TRACK', text: 'OFF_TRACK' }, 'signal', format)).toBe(
      'Off track',
    );
    expect(sayWord('SOMETHING_NEW', format)).toBe('SOMETHING_NEW');
  });

  it('can be copied as text, with what is hidden still hidden', () => {
    const said = asText(explanation, 'delivery', 'Trains arrive', format);
    expect(said).toContain('- OPS-214: 75.68%; Weight 148; Adds 21.46%');
    expect(said).toContain('- Work that you may not see: 59.38%');
    expect(said).toContain('- OPS-9: left out, nothing with a size');
  });
});
