package io.throughline.app.remind;

/**
 * A line of a mail, ready to print.
 *
 * @param place objective and plan, as far as there are any
 * @param asked what is wanted, in words
 * @param late how long it has been late
 * @param standIn for whom the reader stands in; empty for their own
 */
public record ReminderLine(
        String name, String url, String place, String period, String asked, String late, String standIn) {}
