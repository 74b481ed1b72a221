package io.throughline.app.exchange;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.app.store.Contents;
import io.throughline.app.store.Json;
import io.throughline.app.store.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Writes the document, object by object and row by row: nothing but the newest strategy is held in memory. */
final class ExportWriter {
    private final Contents contents;
    private final List<ExtraSection> extras;

    ExportWriter(Contents contents, List<ExtraSection> extras) {
        this.contents = contents;
        this.extras = extras;
    }

    void write(OutputStream to, Instant now) throws IOException {
        try (JsonGenerator out = Json.MAPPER.getFactory().createGenerator(to, JsonEncoding.UTF8)) {
            out.writeStartObject();
            out.writeStringField("format", Exchange.FORMAT);
            out.writeNumberField("formatVersion", Exchange.VERSION);
            out.writeStringField("exportedAt", now.toString());
            head(out);
            for (Kind<?> kind : Kind.ALL) {
                section(out, kind);
            }
            for (ExtraSection extra : extras) {
                out.writeArrayFieldStart(extra.name());
                extra.each(row -> write(out, row));
                out.writeEndArray();
            }
            out.writeArrayFieldStart("log");
            contents.changes(row -> write(out, row));
            out.writeEndArray();
            out.writeEndObject();
        }
    }

    private void head(JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("head");
        out.writeNumberField("sequence", contents.sequence());
        out.writeStringField("hash", contents.hash());
        out.writeStringField("at", contents.at().toString());
        out.writeObjectFieldStart("numbers");
        for (Map.Entry<String, Long> each : contents.numbers().entrySet()) {
            out.writeNumberField(each.getKey(), each.getValue());
        }
        out.writeEndObject();
        out.writeEndObject();
    }

    /** The settings are one object or null, everything else is a list. */
    private <T> void section(JsonGenerator out, Kind<T> kind) throws IOException {
        List<T> all = contents.all(kind);
        if (kind == Kind.SETTINGS) {
            out.writeFieldName(kind.section());
            out.writeTree(all.isEmpty() ? Json.MAPPER.nullNode() : kind.write(all.get(0)));
            return;
        }
        out.writeArrayFieldStart(kind.section());
        for (T each : all) {
            out.writeTree(kind.write(each));
        }
        out.writeEndArray();
    }

    private static void write(JsonGenerator out, ObjectNode row) {
        try {
            out.writeTree(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
