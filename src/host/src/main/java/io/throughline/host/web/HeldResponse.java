package io.throughline.host.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Holds an HTML answer back so that it can be decorated; anything that is not HTML passes straight through. */
final class HeldResponse extends HttpServletResponseWrapper {

    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private PrintWriter writer;
    private ServletOutputStream stream;
    private boolean isHolding;

    HeldResponse(HttpServletResponse response) {
        super(response);
    }

    /** True when the answer is in {@link #text()} and nothing of it was sent. */
    boolean isHolding() {
        return isHolding;
    }

    String text() {
        if (writer != null) {
            writer.flush();
        }
        return held.toString(charset());
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (writer == null) {
            if (isHtml()) {
                isHolding = true;
                if (getContentType() != null && !getContentType().contains("charset")) {
                    setCharacterEncoding(StandardCharsets.UTF_8.name());
                }
                writer = new PrintWriter(new OutputStreamWriter(held, charset()));
            } else {
                writer = super.getWriter();
            }
        }
        return writer;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (stream == null) {
            isHolding = isHtml();
            stream = isHolding ? new Held() : super.getOutputStream();
        }
        return stream;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (!isHolding) {
            super.flushBuffer();
        }
    }

    @Override
    public void resetBuffer() {
        held.reset();
        super.resetBuffer();
    }

    @Override
    public void reset() {
        held.reset();
        super.reset();
    }

    @Override
    public void setContentLength(int length) {
        if (!isHtml()) {
            super.setContentLength(length);
        }
    }

    @Override
    public void setContentLengthLong(long length) {
        if (!isHtml()) {
            super.setContentLengthLong(length);
        }
    }

    private boolean isHtml() {
        return getContentType() != null && getContentType().startsWith("text/html");
    }

    private Charset charset() {
        return Charset.forName(getCharacterEncoding());
    }

    private final class Held extends ServletOutputStream {
        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("servlets of plugins are never asynchronous");
        }

        @Override
        public void write(int b) {
            held.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            held.write(bytes, from, length);
        }
    }
}
