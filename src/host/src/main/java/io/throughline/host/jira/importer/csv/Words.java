package io.throughline.host.jira.importer.csv;

import java.text.DateFormatSymbols;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words of dates in the languages Jira speaks. The first language that claims a word keeps it. */
final class Words {
    private static final List<String> LANGUAGES = List.of(
            "en-US", "en-GB", "de", "de-AT", "fr", "es", "it", "pt", "nl", "da", "sv", "nb", "fi", "is", "pl", "cs",
            "sk", "hu", "ro", "et", "lt", "lv", "sl", "hr", "tr", "el", "ru", "uk", "bg", "ja", "ko", "zh");
    private static final Map<String, Integer> MONTHS = new HashMap<>();
    private static final Set<String> FILLERS = new HashSet<>(Set.of(
            "de", "del", "at", "um", "kl", "klo", "uhr", "h", "t", "г", "le", "às", "a", "à", "den", "o", "st", "nd",
            "rd", "th", "utc", "gmt", "年", "月", "日", "時", "时", "分", "秒", "년", "월", "일", "시", "분", "초", "ч", "godz",
            "ob", "u"));
    private static final Set<String> AFTERNOON = new HashSet<>(Set.of("pm", "nachm", "μμ", "下午", "午後", "오후"));
    private static final Set<String> FORENOON = new HashSet<>(Set.of("am", "vorm", "πμ", "上午", "午前", "오전"));

    static {
        for (String language : LANGUAGES) {
            DateFormatSymbols symbols = DateFormatSymbols.getInstance(Locale.forLanguageTag(language));
            months(symbols.getMonths());
            months(symbols.getShortMonths());
            java.util.stream.IntStream.rangeClosed(1, 12).forEach(month -> {
                for (java.time.format.TextStyle style : List.of(
                        java.time.format.TextStyle.FULL_STANDALONE, java.time.format.TextStyle.SHORT_STANDALONE)) {
                    month(java.time.Month.of(month).getDisplayName(style, Locale.forLanguageTag(language)), month);
                }
            });
            days(symbols.getWeekdays());
            days(symbols.getShortWeekdays());
        }
        FILLERS.removeAll(MONTHS.keySet());
    }

    private Words() {}

    private static void months(String[] names) {
        for (int at = 0; at < 12; at++) {
            month(names[at], at + 1);
        }
    }

    private static void month(String name, int number) {
        String plain = plain(name);
        if (!plain.isEmpty() && !Character.isDigit(plain.charAt(0))) {
            MONTHS.putIfAbsent(plain, number);
        }
    }

    private static void days(String[] names) {
        for (String name : names) {
            FILLERS.add(plain(name));
        }
    }

    /** Lower case, without dots. */
    static String plain(String word) {
        return word.replace(".", "").strip().toLowerCase(Locale.ROOT);
    }

    /** 0 for a word that is no month. */
    static int month(String plain) {
        return MONTHS.getOrDefault(plain, 0);
    }

    static boolean isAfternoon(String plain) {
        return AFTERNOON.contains(plain);
    }

    static boolean isForenoon(String plain) {
        return FORENOON.contains(plain);
    }

    /** Weekdays, "at", "o'clock": says nothing about the date. */
    static boolean isFiller(String plain) {
        return FILLERS.contains(plain);
    }
}
