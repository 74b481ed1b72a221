package io.throughline.app.exchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.edit.FieldErrors;
import io.throughline.app.store.Json;
import io.throughline.app.store.Kind;
import io.throughline.app.store.LoggedChange;
import io.throughline.app.store.Restoration;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A document that was read and found sound. */
public final class Document implements Closeable {
    /** Its objects, by their names in the change log, and what comes beside them. */
    static final class Parts {
        private record Found(Kind<?> kind, Object object, String at) {}

        /** Takes one object. */
        interface Each {
            void take(String ref, Object object, String at);
        }

        private final Map<String, Found> objects = new LinkedHashMap<>();
        private final Map<Kind<?>, List<Object>> byKind = new HashMap<>();
        private final Map<ExtraSection, List<ObjectNode>> extras = new LinkedHashMap<>();

        /** @return false if there is one of that name already */
        <T> boolean add(Kind<T> kind, T object, String at) {
            boolean isFirst = objects.putIfAbsent(kind.ref(object), new Found(kind, object, at)) == null;
            if (isFirst) {
                byKind.computeIfAbsent(kind, none -> new ArrayList<>()).add(object);
            }
            return isFirst;
        }

        void add(ExtraSection section, ObjectNode row) {
            extras.computeIfAbsent(section, none -> new ArrayList<>()).add(row);
        }

        boolean has(String ref) {
            return objects.containsKey(ref);
        }

        /** Where the object of that name is in the document. */
        String at(String ref) {
            Found found = objects.get(ref);
            return found == null ? "" : found.at();
        }

        @SuppressWarnings("unchecked") // add() filed it under its own kind
        <T> @Nullable T find(Kind<T> kind, String ref) {
            Found found = objects.get(ref);
            return found == null || found.kind() != kind ? null : (T) found.object();
        }

        @SuppressWarnings("unchecked") // as above
        <T> List<T> all(Kind<T> kind) {
            return (List<T>) byKind.getOrDefault(kind, List.of());
        }

        void each(Each each) {
            objects.forEach((ref, found) -> each.take(ref, found.object(), found.at()));
        }
    }

    private static final ObjectReader ROWS =
            Json.MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Path file;
    private final String digest;
    private final Head head;
    private final long rows;
    private final Parts parts;

    Document(Path file, String digest, Head head, long rows, Parts parts) {
        this.file = file;
        this.digest = digest;
        this.head = head;
        this.rows = rows;
        this.parts = parts;
    }

    /** The sequence at which its log ends; 0 when it says nothing of a log. */
    public long sequence() {
        return head.sequence();
    }

    public String hash() {
        return head.hash();
    }

    /** Hash of its bytes: the same document again has the same. */
    public String digest() {
        return digest;
    }

    /** How many rows its log has. */
    public long rows() {
        return rows;
    }

    /** Its objects of a kind, in its order. */
    public <T> List<T> all(Kind<T> kind) {
        return parts.all(kind);
    }

    /** Whether it has an object of that name. */
    public boolean has(String ref) {
        return parts.has(ref);
    }

    /** The names of all its objects. */
    public Set<String> refs() {
        return parts.objects.keySet();
    }

    Restoration restoration(List<ExtraSection> extras) {
        return new Restoration() {
            @Override
            public long sequence() {
                return head.sequence();
            }

            @Override
            public String hash() {
                return head.hash();
            }

            @Override
            public Instant at() {
                return head.at();
            }

            @Override
            public Map<String, Long> numbers() {
                return head.numbers();
            }

            @Override
            public <T> List<T> all(Kind<T> kind) {
                return parts.all(kind);
            }

            @Override
            public void changes(Consumer<LoggedChange> found) {
                eachRow(found);
            }

            @Override
            public void rest() {
                extras.forEach(extra -> extra.restore(parts.extras.getOrDefault(extra, List.of())));
            }
        };
    }

    /** Reads the log again, row by row; every row was looked at before. */
    private void eachRow(Consumer<LoggedChange> found) {
        FieldErrors none = new FieldErrors();
        try (JsonParser in = Json.MAPPER.getFactory().createParser(file.toFile())) {
            in.nextToken();
            for (String field = in.nextFieldName(); field != null; field = in.nextFieldName()) {
                in.nextToken();
                if (!field.equals("log")) {
                    in.skipChildren();
                    continue;
                }
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    LogRow.read(ROWS.readTree(in), none, "log").ifPresent(found);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
