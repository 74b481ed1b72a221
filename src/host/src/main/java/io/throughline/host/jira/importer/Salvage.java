package io.throughline.host.jira.importer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the issues behind a place where a file is broken. Nobody knows how deep in brackets that place was, so it looks for what
 * begins as an issue or a page of issues does, and takes what can be read as a whole. What lies between is named, line by line where
 * every issue has a line.
 */
final class Salvage {
    /** An issue that is longer than this is lost. */
    private static final int LONGEST = 16 << 20;

    private static final int BEGINNING = 48;
    private static final String BROKEN = "this is broken JSON: ";
    private static final Pattern BEGINS =
            Pattern.compile("\\{\\s*\"(expand|id|self|key|fields|changelog|startAt|issues)\"\\s*:.*", Pattern.DOTALL);

    /** What a parent, a sub-task or a linked issue says of itself inside another one: it is no issue of the export. */
    private static final Set<String> STUB = Set.of("summary", "status", "priority", "issuetype");

    private final ObjectMapper mapper;
    private final Reader in;
    private final ExportFile.Sink sink;
    private long line = 1;
    private boolean isLineStart = true;
    private long found;
    private long lostFrom;
    private String why;

    /** @param in from the start of the file, with marks */
    Salvage(ObjectMapper mapper, Reader in, ExportFile.Sink sink) {
        this.mapper = mapper;
        this.in = in;
        this.sink = sink;
    }

    /**
     * @param offset characters that were read well
     * @param reason why what follows could not be read
     * @return how many issues were found behind it
     */
    long from(long offset, String reason) throws IOException {
        skip(offset);
        skipSeparators();
        lostFrom = line;
        why = BROKEN + reason;
        in.mark(LONGEST);
        for (int next = in.read(); next >= 0; next = in.read()) {
            boolean wasLineStart = isLineStart;
            in.reset();
            if (next != '{' || !begins() || !take(wasLineStart)) {
                skip(1);
            }
            in.mark(LONGEST);
        }
        tellLoss(line);
        return found;
    }

    private boolean begins() throws IOException {
        in.mark(LONGEST);
        char[] start = new char[BEGINNING];
        int length = 0;
        for (int count = 0; length < BEGINNING && count >= 0; ) {
            count = in.read(start, length, BEGINNING - length);
            length += Math.max(0, count);
        }
        in.reset();
        return BEGINS.matcher(new String(start, 0, length)).matches();
    }

    /** Reads one object; false, and nothing is skipped, when it is broken too. */
    private boolean take(boolean isWholeLine) throws IOException {
        in.mark(LONGEST);
        long length;
        JsonNode object;
        try (JsonParser parser = mapper.getFactory().createParser(new Unclosed(in))) {
            object = mapper.readTree(parser);
            length = parser.currentLocation().getCharOffset();
        } catch (JsonProcessingException broken) {
            in.reset();
            lose(isWholeLine, broken.getOriginalMessage());
            return false;
        }
        in.reset();
        long begin = line;
        if (object.path("issues").isArray()) {
            tellLoss(begin);
            object.path("issues").forEach(issue -> accept(issue, begin));
        } else if (isIssue(object)) {
            tellLoss(begin);
            accept(object, begin);
        }
        skip(length);
        return true;
    }

    private void accept(JsonNode issue, long at) {
        if (issue instanceof ObjectNode node) {
            found++;
            sink.accept(node, at);
        }
    }

    private static boolean isIssue(JsonNode object) {
        boolean hasMore = false;
        for (var names = object.path("fields").fieldNames(); names.hasNext(); ) {
            hasMore |= !STUB.contains(names.next());
        }
        return object.path("key").isTextual() && hasMore;
    }

    private void lose(boolean isWholeLine, String reason) {
        if (why != null && isWholeLine && line > lostFrom) {
            tellLoss(line);
        }
        if (why == null) {
            lostFrom = line;
            why = BROKEN + reason;
        }
    }

    private void tellLoss(long until) {
        if (why != null) {
            long last = Math.max(lostFrom, isLineStart ? until - 1 : until);
            sink.lost(lostFrom, last, why);
            why = null;
        }
    }

    /** What lies between two issues is not lost. */
    private void skipSeparators() throws IOException {
        in.mark(1);
        for (int next = in.read(); next == ',' || Character.isWhitespace(next); next = in.read()) {
            in.reset();
            skip(1);
            in.mark(1);
        }
        in.reset();
    }

    private void skip(long characters) throws IOException {
        for (long at = 0; at < characters; at++) {
            int each = in.read();
            if (each < 0) {
                return;
            }
            isLineStart = each == '\n' || isLineStart && Character.isWhitespace(each);
            line += each == '\n' ? 1 : 0;
        }
    }

    private static final class Unclosed extends FilterReader {
        Unclosed(Reader in) {
            super(in);
        }

        @Override
        public void close() {
            // the file is read on
        }
    }
}
