package io.throughline.app.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.app.web.Csv;
import io.throughline.app.web.Language;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The list of orphans as a sheet, made of the same rows that the page reads: it can never say more than they do. */
final class OrphanCsv {
    private final Csv csv;
    private final Language language;

    OrphanCsv(Language language) {
        this.language = language;
        csv = new Csv(language.locale());
        csv.line(Stream.of(
                        "kind", "key", "name", "type", "status", "project", "owner", "stake", "updated", "age",
                        "exempt")
                .map(column -> language.text("throughline.csv." + column))
                .toList());
    }

    void add(JsonNode row) {
        String kind = row.path("kind").asText();
        JsonNode size = row.path("openSize");
        JsonNode age = row.path("age");
        JsonNode target = row.path("target");
        csv.line(Arrays.asList(
                language.text("throughline.csv.orphan." + kind.toLowerCase(Locale.ROOT)),
                target.isObject() ? text(target, "ref") : text(row, "ref"),
                text(row, "summary"),
                text(row, "type"),
                text(row, "status"),
                text(row, "project"),
                text(row.path("owner"), "name"),
                size.isNumber() ? size.decimalValue() : null,
                text(row, "updated"),
                age.isNumber() ? age.intValue() : null,
                text(row.path("wasExempt"), "reason")));
    }

    private static @Nullable String text(JsonNode from, String name) {
        return from.hasNonNull(name) ? from.get(name).asText() : null;
    }

    @Override
    public String toString() {
        return csv.toString();
    }
}
