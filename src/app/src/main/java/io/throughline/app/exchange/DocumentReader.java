package io.throughline.app.exchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.edit.FieldErrors;
import io.throughline.app.edit.Fields;
import io.throughline.app.edit.Refused;
import io.throughline.app.edit.StoredForm;
import io.throughline.app.store.Json;
import io.throughline.app.store.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads a document part by part, in whatever order the parts come, and looks at each. Stops at a hundred errors: nobody
 * reads more, and a document of nonsense should not fill the memory with what is wrong with it.
 */
final class DocumentReader {
    private static final int ENOUGH = 100;
    private static final ObjectReader PARTS =
            Json.MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Path file;
    private final FieldErrors errors = new FieldErrors();
    private final Map<String, Kind<?>> kinds = new HashMap<>();
    private final Map<String, ExtraSection> extras = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Document.Parts parts = new Document.Parts();
    private final LogCheck log = new LogCheck(errors);
    private Head head = Head.NONE;

    DocumentReader(Path file, List<ExtraSection> extras) {
        this.file = file;
        Kind.ALL.forEach(kind -> kinds.put(kind.section(), kind));
        extras.forEach(extra -> this.extras.put(extra.name(), extra));
    }

    /**
     * @param whole whether head and log have to be there and to lead to the objects
     * @param digest hash of the file
     */
    Document read(boolean whole, String digest) throws IOException {
        try (JsonParser in = Json.MAPPER.getFactory().createParser(file.toFile())) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw Refused.of(Refused.Kind.INVALID, "NOT_AN_OBJECT");
            }
            for (String field = in.nextFieldName(); field != null; field = in.nextFieldName()) {
                in.nextToken();
                seen.add(field);
                part(field, in);
                stopIfEnough();
            }
            if (in.nextToken() != null) {
                throw Refused.of(Refused.Kind.INVALID, "MALFORMED_JSON")
                        .with("line", in.currentLocation().getLineNr())
                        .with("column", in.currentLocation().getColumnNr());
            }
        }
        requireParts(whole);
        errors.throwIfAny();
        new DocumentRules(parts, errors).check();
        if (whole) {
            checkHistory();
        }
        errors.throwIfAny();
        return new Document(file, digest, head, log.rows(), parts);
    }

    private void part(String field, JsonParser in) throws IOException {
        if (kinds.containsKey(field) && kinds.get(field) != Kind.SETTINGS) {
            each(field, in, (json, at) -> object(kinds.get(field), json, at));
        } else if (extras.containsKey(field)) {
            each(field, in, (json, at) -> extra(extras.get(field), json, at));
        } else if (field.equals("log")) {
            each(field, in, this::row);
        } else {
            single(field, PARTS.readTree(in));
        }
    }

    private void single(String field, JsonNode value) {
        switch (field) {
            case "format" ->
                require(field, value.isTextual() && value.textValue().equals(Exchange.FORMAT), Exchange.FORMAT);
            case "formatVersion" ->
                require(field, value.isInt() && value.intValue() == Exchange.VERSION, Exchange.VERSION);
            case "exportedAt" ->
                Fields.at(Json.object().set("exportedAt", value), errors, "").requiredInstant(field);
            case "head" -> {
                if (value instanceof ObjectNode json) {
                    head = Head.read(json, errors);
                } else {
                    errors.add(field, "object");
                }
            }
            case "settings" -> {
                if (value instanceof ObjectNode json) {
                    object(Kind.SETTINGS, json, field);
                } else if (!value.isNull()) {
                    errors.add(field, "object");
                }
            }
            default -> errors.add(shown(field), "unknown", known());
        }
    }

    private void require(String field, boolean holds, Object allowed) {
        if (!holds) {
            errors.add(field, "choice", allowed);
        }
    }

    private static String shown(String field) {
        return Fields.isStorable(field) && field.length() <= 100 ? field : "?";
    }

    private String known() {
        Set<String> known = new TreeSet<>(kinds.keySet());
        known.addAll(extras.keySet());
        known.addAll(List.of("format", "formatVersion", "exportedAt", "head", "log"));
        return known.stream().collect(Collectors.joining(", "));
    }

    /** What is done with one element of a list. */
    private interface Element {
        void take(ObjectNode json, String at);
    }

    private void each(String field, JsonParser in, Element element) throws IOException {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            errors.add(field, "list-of-objects");
            in.skipChildren();
            return;
        }
        for (int i = 0; in.nextToken() != JsonToken.END_ARRAY; i++) {
            String at = field + "[" + i + "]";
            if (in.currentToken() == JsonToken.START_OBJECT) {
                element.take(PARTS.readTree(in), at);
            } else {
                errors.add(at, "object");
                in.skipChildren();
            }
            stopIfEnough();
        }
    }

    private <T> void object(Kind<T> kind, ObjectNode json, String at) {
        if (!StoredForm.isPlain(json)) {
            errors.add(at, "storable");
            return;
        }
        Optional<T> read = StoredForm.read(kind, json, errors, at);
        if (read.isPresent() && !parts.add(kind, read.get(), at)) {
            errors.add(at, "twice", kind.ref(read.get()));
        }
    }

    private void extra(ExtraSection section, ObjectNode json, String at) {
        if (!StoredForm.isPlain(json)) {
            errors.add(at, "storable");
            return;
        }
        section.check(Fields.at(json, errors, at + "."));
        parts.add(section, json);
    }

    private void row(ObjectNode json, String at) {
        LogRow.read(json, errors, at).ifPresent(row -> log.follow(row, at));
    }

    private void stopIfEnough() {
        if (errors.size() >= ENOUGH) {
            errors.throwIfAny();
        }
    }

    private void requireParts(boolean whole) {
        for (String field : List.of("format", "formatVersion")) {
            requirePart(field);
        }
        for (String field : whole ? new TreeSet<>(kinds.keySet()) : Set.<String>of()) {
            requirePart(field);
        }
        if (whole) {
            requirePart("head");
            requirePart("log");
        }
    }

    private void requirePart(String field) {
        if (!seen.contains(field)) {
            errors.add(field, "required.part");
        }
    }

    /** The head has to say where the log ends, and the log has to lead to the objects: all of them and no other. */
    private void checkHistory() {
        head.check(log, errors);
        parts.each((ref, object, at) -> {
            Object logged = log.replay().find(ref);
            if (!object.equals(logged)) {
                errors.add(at, logged == null ? "log.absent" : "log.differs", ref);
            }
        });
        log.replay().refs().stream()
                .filter(ref -> !parts.has(ref))
                .limit(ENOUGH)
                .forEach(ref ->
                        errors.add(Kind.named(ref).map(Kind::section).orElse("log") + "[]." + ref, "log.missing", ref));
    }
}
