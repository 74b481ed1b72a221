package io.throughline.host.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/** Compresses what is text and long enough to be worth it; that is known when the first bytes are there, and not before. */
final class CompressedResponse extends HttpServletResponseWrapper {
    /** What fits into one packet gains nothing. */
    private static final int SHORT = 1_400;

    private static final Set<String> TEXTS =
            Set.of("application/json", "application/javascript", "application/xml", "image/svg+xml");

    private final Body body = new Body();
    private PrintWriter writer;
    private long length = -1;

    CompressedResponse(HttpServletResponse response) {
        super(response);
    }

    /** Sends what is still held. After {@code sendError} there is nothing to send: the answer is the error's. */
    void finish() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        body.finish();
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return body;
    }

    @Override
    public PrintWriter getWriter() {
        if (writer == null) {
            // the body decides about flushing: a flush of the writer alone must not send the first line by itself
            writer = new PrintWriter(new OutputStreamWriter(body, Charset.forName(getCharacterEncoding())));
        }
        return writer;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        body.send();
        super.flushBuffer();
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        body.held.reset();
    }

    @Override
    public void reset() {
        super.reset();
        body.held.reset();
        length = -1;
    }

    @Override
    public void setContentLength(int bytes) {
        length = bytes;
    }

    @Override
    public void setContentLengthLong(long bytes) {
        length = bytes;
    }

    @Override
    public void setHeader(String name, String value) {
        if (name.equalsIgnoreCase("Content-Length")) {
            length = Long.parseLong(value);
        } else {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (name.equalsIgnoreCase("Content-Length")) {
            length = Long.parseLong(value);
        } else {
            super.addHeader(name, value);
        }
    }

    @Override
    public void setIntHeader(String name, int value) {
        setHeader(name, Integer.toString(value));
    }

    private boolean isCompressible() {
        String type = getContentType() == null
                ? ""
                : getContentType()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll(";.*", "")
                        .strip();
        return (type.startsWith("text/") && !type.equals("text/event-stream") || TEXTS.contains(type))
                && !containsHeader("Content-Encoding")
                && getStatus() != SC_PARTIAL_CONTENT;
    }

    /** Holds the first bytes until it is clear whether more follow. */
    private final class Body extends ServletOutputStream {
        private final ByteArrayOutputStream held = new ByteArrayOutputStream();
        private OutputStream out;

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            if (out == null && held.size() + count <= SHORT) {
                held.write(bytes, from, count);
                return;
            }
            if (out == null) {
                start(isCompressible());
            }
            out.write(bytes, from, count);
        }

        @Override
        public void flush() throws IOException {
            if (out != null) {
                out.flush();
            }
        }

        /** Somebody wants the bytes on their way now. */
        void send() throws IOException {
            if (out == null && held.size() > 0) {
                start(false);
            }
            flush();
        }

        void finish() throws IOException {
            if (out == null && (held.size() > 0 || length >= 0)) {
                start(false);
            }
            if (out instanceof GZIPOutputStream gzip) {
                gzip.finish();
            }
        }

        private void start(boolean isGzip) throws IOException {
            // caches must know that the answer depends on it even when this one was too short
            CompressedResponse.super.addHeader("Vary", "Accept-Encoding");
            if (isGzip) {
                CompressedResponse.super.setHeader("Content-Encoding", "gzip");
                out = new GZIPOutputStream(getResponse().getOutputStream(), 8_192);
            } else {
                if (length >= 0) {
                    CompressedResponse.super.setContentLengthLong(length);
                }
                out = getResponse().getOutputStream();
            }
            held.writeTo(out);
            held.reset();
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("servlets here are never asynchronous");
        }
    }
}
