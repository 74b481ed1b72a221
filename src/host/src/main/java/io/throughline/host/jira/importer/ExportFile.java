package io.throughline.host.jira.importer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;

/**
 * Streams the issues of one file, whichever way they are wrapped: {@code {"issues":[…]}} once or many times, one issue per line, or
 * a list. Only one issue is in memory at a time.
 */
final class ExportFile {
    private static final ObjectMapper MAPPER = new ObjectMapper(new JsonFactory());
    private static final int GZIP = 0x1f8b;

    private final JsonParser parser;
    private final Sink issues;
    private final FieldMapping mapping;
    private long issueCount;
    private long otherCount;
    private long goodUntil;
    private Optional<String> damage = Optional.empty();

    /** Takes every issue. */
    interface Sink {
        /** @param line where the issue begins, the first line of the file being 1 */
        void accept(ObjectNode issue, long line);

        /** Text that is broken; at least one issue stood there. */
        void lost(long firstLine, long lastLine, String reason);
    }

    private ExportFile(JsonParser parser, Sink issues, FieldMapping mapping) {
        this.parser = parser;
        this.issues = issues;
        this.mapping = mapping;
    }

    /** True for what begins like JSON; everything else is taken for CSV. */
    static boolean isJson(Path file) throws IOException {
        try (InputStream in = open(file, bytes -> {})) {
            byte[] start = in.readNBytes(4096);
            if (ExportText.wide(start) != null) {
                String text = new String(start, ExportText.wide(start))
                        .replace("\uFEFF", "")
                        .strip();
                return text.startsWith("{") || text.startsWith("[");
            }
            for (byte each : start) {
                boolean isBlankOrMark =
                        each <= ' ' && each >= 0 || (each & 0xFF) >= 0xBB && "ï»¿".indexOf(each & 0xFF) >= 0;
                if (!isBlankOrMark) {
                    return each == '{' || each == '[';
                }
            }
            return start.length == 0;
        }
    }

    /**
     * Takes names and schemas of custom fields; in a search page they follow the issues, so they are read in a pass of their own.
     *
     * @return whether the file holds issues too
     */
    static boolean readMetadata(Path file, Charset charset, FieldMapping mapping) throws IOException {
        return parse(file, charset, bytes -> {}, null, mapping).issueCount > 0;
    }

    /** What was read beside issues, and what kept the file from being read to its end. */
    record Rest(long otherRecords, Optional<String> damage) {}

    static Rest read(Path file, Charset charset, LongConsumer bytesRead, Sink issues) throws IOException {
        ExportFile export = parse(file, charset, bytesRead, issues, null);
        return new Rest(export.otherCount, export.damage);
    }

    private static ExportFile parse(
            Path file, Charset charset, LongConsumer bytesRead, Sink issues, FieldMapping mapping) throws IOException {
        try (CutOff bytes = open(file, bytesRead);
                JsonParser parser = MAPPER.createParser(ExportText.decoded(bytes, charset))) {
            ExportFile export = new ExportFile(parser, issues, mapping);
            try {
                export.all();
            } catch (JsonProcessingException broken) {
                export.salvage(file, charset, broken);
            }
            export.damage = bytes.damage();
            return export;
        }
    }

    /** The file is broken in the middle: what can still be read behind that place comes in, and what cannot is named. */
    private void salvage(Path file, Charset charset, JsonProcessingException broken) throws IOException {
        String reason = broken.getOriginalMessage();
        long before = issueCount;
        try (Reader again = ExportText.open(file, charset, bytes -> {})) {
            issueCount += new Salvage(MAPPER, again, mapping == null ? issues : new Learning()).from(goodUntil, reason);
        }
        if (before == 0 && issueCount == 0) {
            throw new IOException(
                    file + " is not JSON as Jira exports it (line "
                            + broken.getLocation().getLineNr() + "): " + broken.getOriginalMessage(),
                    broken);
        }
    }

    private final class Learning implements Sink {
        @Override
        public void accept(ObjectNode issue, long line) {
            mapping.learn(issue);
        }

        @Override
        public void lost(long firstLine, long lastLine, String reason) {
            // it is told when the issues themselves are read
        }
    }

    /** Unpacked, when it is gzip. */
    static CutOff open(Path file, LongConsumer bytesRead) throws IOException {
        InputStream counted = new BufferedInputStream(new Counted(Files.newInputStream(file), bytesRead), 1 << 16);
        counted.mark(2);
        boolean isGzip = (counted.read() << 8 | counted.read()) == GZIP;
        counted.reset();
        return new CutOff(isGzip ? new GZIPInputStream(counted, 1 << 16) : counted);
    }

    private void all() throws IOException {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            value(token);
        }
    }

    private void value(JsonToken token) throws IOException {
        if (token == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                value(parser.currentToken());
            }
        } else if (token == JsonToken.START_OBJECT) {
            object();
        }
    }

    /** Member by member, because only a member named issues tells a page from an issue. */
    private void object() throws IOException {
        long line = parser.currentTokenLocation().getLineNr();
        ObjectNode whole = MAPPER.createObjectNode();
        boolean isPage = false;
        boolean isIssue = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (name.equals("issues") && token == JsonToken.START_ARRAY) {
                isPage = true;
                value(token);
            } else if (mapping != null && name.equals("fields")) {
                isIssue = true;
                parser.skipChildren(); // the issues themselves are for the second pass
            } else {
                whole.set(name, MAPPER.<JsonNode>readTree(parser));
            }
        }
        // tools that collect payloads put each into a record of their own, under "data"
        ObjectNode record = whole.path("data").isObject() ? (ObjectNode) whole.get("data") : whole;
        isIssue |= record.path("fields").isObject();
        issueCount += isIssue ? 1 : 0;
        otherCount += isIssue || isPage ? 0 : 1;
        if (mapping != null) {
            mapping.learn(record);
        } else if (isIssue) {
            issues.accept(record, line);
        }
        goodUntil = parser.currentLocation().getCharOffset();
    }

    private static final class Counted extends FilterInputStream {
        private final LongConsumer counter;

        Counted(InputStream in, LongConsumer counter) {
            super(in);
            this.counter = counter;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            if (read >= 0) {
                counter.accept(1);
            }
            return read;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int read = super.read(buffer, from, length);
            if (read > 0) {
                counter.accept(read);
            }
            return read;
        }
    }
}
