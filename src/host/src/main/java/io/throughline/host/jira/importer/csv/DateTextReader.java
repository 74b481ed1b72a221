package io.throughline.host.jira.importer.csv;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Reads one date from left to right: three parts of a day, then parts of a time, then perhaps an offset. */
final class DateTextReader {
    private static final int LONGEST = 80;

    private final String text;
    private int at;
    private final int[] parts = new int[3];
    private int count;
    private int month = -1;
    private char separator = ' ';
    private final int[] time = new int[3];
    private int timeCount;
    private Boolean isAfternoon;
    private ZoneOffset offset;

    DateTextReader(String text) {
        this.text = text.strip();
    }

    /** Empty when there is anything in the text that is no part of a date. */
    Optional<DateText> read() {
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        while (at < text.length()) {
            char next = text.charAt(at);
            boolean understood =
                    Character.isDigit(next) ? number() : Character.isLetter(next) ? word() : separator(next);
            if (!understood) {
                return Optional.empty();
            }
        }
        if (count < 3 || time[0] > 24 || time[1] > 59 || time[2] > 60) {
            return Optional.empty();
        }
        return Optional.of(new DateText(parts, month, time(), offset, separator, isAfternoon != null));
    }

    private LocalTime time() {
        int hour = isAfternoon == null ? time[0] % 24 : time[0] % 12 + (isAfternoon ? 12 : 0);
        return LocalTime.of(hour, time[1], Math.min(59, time[2]));
    }

    private boolean number() {
        int begin = at;
        long value = 0;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            value = Math.min(1_000_000, value * 10 + Character.digit(text.charAt(at++), 10));
        }
        boolean isFraction = timeCount == 3;
        if (isFraction) {
            return true;
        }
        if (value > 9999 || at - begin > 4) {
            return false;
        }
        if (count < 3) {
            // four digits are a year, also 0024
            parts[count++] = (int) (at - begin > 2 ? Math.max(100, value) : value);
        } else {
            time[timeCount++] = (int) value;
        }
        return true;
    }

    private boolean word() {
        int begin = at;
        boolean isIdeograph = Character.isIdeographic(text.charAt(at)) || isHangul(text.charAt(at));
        while (at < text.length() && isOfWord(text.charAt(at))) {
            at++;
        }
        String word = Words.plain(text.substring(begin, at));
        int named = isIdeograph ? 0 : Words.month(word);
        if (named > 0 && month < 0 && count < 3) {
            month = count;
            parts[count++] = named;
            return true;
        }
        if (Words.isAfternoon(word) || Words.isForenoon(word)) {
            isAfternoon = Words.isAfternoon(word);
            return true;
        }
        if (word.equals("z") && timeCount > 0) {
            offset = ZoneOffset.UTC;
            return true;
        }
        return Words.isFiller(word);
    }

    private static boolean isHangul(char letter) {
        return Character.UnicodeScript.of(letter) == Character.UnicodeScript.HANGUL;
    }

    /** Dots inside belong to it, as in "p.m."; accents may be marks of their own. */
    private static boolean isOfWord(char next) {
        return Character.isLetter(next)
                || next == '.'
                || next == '’'
                || Character.getType(next) == Character.NON_SPACING_MARK;
    }

    private boolean separator(char next) {
        boolean isOffset = (next == '+' || next == '-') && timeCount >= 2 && offset == null;
        if (isOffset) {
            return offset(next);
        }
        if (count == 1 && separator == ' ') {
            separator = next;
        }
        at++;
        return " \u00a0\u202f\u200e\u200f/.-,:'’".indexOf(next) >= 0;
    }

    private boolean offset(char sign) {
        String digits = text.substring(at + 1).replace(":", "").strip();
        if (!digits.matches("[0-9]{2}([0-9]{2})?")) {
            return false;
        }
        int hours = Integer.parseInt(digits.substring(0, 2));
        int minutes = digits.length() == 4 ? Integer.parseInt(digits.substring(2)) : 0;
        if (hours > 18 || minutes > 59 || hours == 18 && minutes > 0) {
            return false;
        }
        offset = ZoneOffset.ofTotalSeconds((sign == '-' ? -60 : 60) * (hours * 60 + minutes));
        at = text.length();
        return true;
    }
}
