package io.throughline.host.jira.rest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Estimates as people write them in Jira: {@code 1w 2d 3h 30m}; a week has 5 days, a day 8 hours, a bare number is minutes. */
final class Durations {
    private static final Pattern PART = Pattern.compile("\\G\\s*(\\d+(?:\\.\\d+)?)\\s*([wdhm]?)");
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 8 * HOUR;
    private static final long WEEK = 5 * DAY;

    private Durations() {}

    /** Empty when the text is no estimate. */
    static Optional<Long> seconds(String text) {
        Matcher matcher = PART.matcher(text.trim());
        double seconds = 0;
        int end = 0;
        while (matcher.find()) {
            seconds += Double.parseDouble(matcher.group(1)) * unit(matcher.group(2));
            end = matcher.end();
        }
        return end == 0 || end != text.trim().length() ? Optional.empty() : Optional.of(Math.round(seconds));
    }

    private static long unit(String unit) {
        return switch (unit) {
            case "w" -> WEEK;
            case "d" -> DAY;
            case "h" -> HOUR;
            default -> MINUTE;
        };
    }
}
