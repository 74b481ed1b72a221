package io.throughline.host.demo;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Text written to a terminal, told apart: what was begun with a carriage return and only flushed is progress, what ends with a line
 * feed is a line. A line feed right after progress makes that line stay.
 */
final class ConsoleStream extends OutputStream {

    private final Console console;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private String progress = "";

    ConsoleStream(Console console) {
        this.console = console;
    }

    @Override
    public synchronized void write(int b) {
        if (b == '\n') {
            String line = take();
            console.say(line.isEmpty() ? progress : line);
            progress = "";
        } else if (b == '\r') {
            flush();
        } else {
            pending.write(b);
        }
    }

    @Override
    public synchronized void flush() {
        String line = take();
        if (!line.isEmpty()) {
            progress = line;
            console.progress(line);
        }
    }

    private String take() {
        String text = pending.toString(StandardCharsets.UTF_8);
        pending.reset();
        return text;
    }
}
