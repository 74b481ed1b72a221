package io.throughline.app.confluence.macro;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A GET below Throughline's REST base in Jira: {@code Question.of("plans", plan, "scorecard").with("asOf", day)}. Macros
 * that ask the same question share one answer, so leave out what an answer does not depend on.
 */
public final class Question {
    private final String kind;
    private final String subject;
    private final String path;
    private final String query;

    private Question(String kind, String subject, String path, String query) {
        this.kind = kind;
        this.subject = subject;
        this.path = path;
        this.query = query;
    }

    /** @param segments of the path, not encoded */
    public static Question of(String... segments) {
        String subject = segments.length > 1 ? segments[1] : "";
        return new Question(
                segments[0],
                subject,
                Arrays.stream(segments).map(Question::encoded).collect(Collectors.joining("/")),
                "");
    }

    /** The same question, where what it is about stands behind the question mark. */
    public Question about(String key) {
        return new Question(kind, key, path, query);
    }

    /** @param value left out when null or empty */
    public Question with(String name, @Nullable Object value) {
        if (value == null || value.toString().isEmpty()) {
            return this;
        }
        String more = encoded(name) + "=" + encoded(value.toString());
        return new Question(kind, subject, path, query.isEmpty() ? "?" + more : query + "&" + more);
    }

    /** What it is about, as a notice names it: {@code PLAN-1}; empty for what is about everything. */
    String subject() {
        return subject;
    }

    /** The first segment: {@code plans}. */
    String kind() {
        return kind;
    }

    String path() {
        return path + query;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
