package io.throughline.host.jira.jql;

import io.throughline.host.jira.model.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text field. {@code ~ "two words"} wants both words, anywhere, whole, without regard to case; {@code ~ "\"two words\""} wants
 * them next to each other; {@code ~ "wor*"} a beginning. Unlike Jira's index, words are not reduced to their stem.
 */
final class TextClause extends FieldClause {
    private static final Pattern PART = Pattern.compile("\"([^\"]*)\"|([\\p{L}\\p{N}_*?]+)");

    /** Stands in patterns for the sign that a word starts or ends here, which differs between databases. */
    private static final String EDGE = "\u0000";

    private final List<TextPlace> places;
    private final Dialect dialect;
    private final List<String> sortKeys;

    /** @param places a word may be found in any of them */
    TextClause(List<TextPlace> places, Dialect dialect, String... sortKeys) {
        super(TEXT);
        this.places = List.copyOf(places);
        this.dialect = dialect;
        this.sortKeys = Stream.of(sortKeys).map(key -> "lower(" + key + ")").toList();
    }

    static TextClause of(TextPlace.Column column, Dialect dialect) {
        return new TextClause(List.of(column), dialect, column.column());
    }

    @Override
    Sql sql(Condition condition) throws JqlError {
        Sql hasText = Sql.any(places.stream().map(TextPlace::isFilled).toList());
        if (condition.hasEmpty()) {
            return condition.isPositive() ? hasText.within("NOT coalesce((", "), FALSE)") : hasText;
        }
        List<Sql> words = new ArrayList<>();
        for (String pattern : patterns(condition)) {
            words.add(Sql.any(places.stream()
                    .map(place -> place.where(
                            text -> dialect.matches("lower(" + text + ")"), pattern.replace(EDGE, dialect.wordEdge())))
                    .toList()));
        }
        Sql matching = Sql.all(words);
        return condition.isPositive() ? matching : hasText.and(matching.not());
    }

    private static List<String> patterns(Condition condition) throws JqlError {
        List<String> patterns = new ArrayList<>();
        for (Literal value : condition.present()) {
            Matcher parts = PART.matcher(value.text().toLowerCase(Locale.ROOT));
            while (parts.find()) {
                patterns.add(parts.group(1) == null ? word(condition, parts.group(2)) : phrase(parts.group(1)));
            }
            if (patterns.isEmpty()) {
                throw new JqlError(
                        "Unable to parse the text '" + value.text() + "' for field '" + condition.name() + "'.");
            }
        }
        return patterns;
    }

    private static String word(Condition condition, String word) throws JqlError {
        if (word.startsWith("*") || word.startsWith("?")) {
            throw new JqlError("The text query '" + word + "' for field '" + condition.name()
                    + "' is not allowed to start with '" + word.charAt(0) + "'");
        }
        return EDGE + word.replace("*", "\\w*").replace("?", "\\w") + EDGE;
    }

    private static String phrase(String phrase) {
        List<String> words = new ArrayList<>();
        Matcher matcher = Pattern.compile("[\\p{L}\\p{N}_]+").matcher(phrase);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return EDGE + String.join("\\W+", words) + EDGE;
    }

    @Override
    List<String> sortKeys() {
        return sortKeys;
    }
}
