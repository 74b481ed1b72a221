package io.throughline.app.store;

import io.throughline.app.daily.AoDayRecords;
import io.throughline.app.daily.DaySection;
import io.throughline.app.exchange.Document;
import io.throughline.app.exchange.Exchange;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Takes a packed document into an empty database on disk and writes it out again, packed: a program of its own, so that its
 * memory can be bounded.
 */
final class LargeImport {
    private LargeImport() {}

    /** {@code in out database} */
    public static void main(String[] files) throws Exception {
        try (TestDatabase database = TestDatabase.h2(Path.of(files[2]))) {
            StrategyStore store = new AoStrategyStore(
                    database.activeObjects(),
                    new LocalLocks(),
                    (seq, hash) -> {},
                    Clock.systemUTC(),
                    Duration.ofSeconds(5));
            Exchange exchange = new Exchange(
                    store, List.of(new DaySection(new AoDayRecords(database.activeObjects()))), Clock.systemUTC());
            try (InputStream in = Files.newInputStream(Path.of(files[0]));
                    Document document = exchange.read(in, 64L << 20, true)) {
                exchange.create("admin", document);
            }
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(Path.of(files[1])))) {
                exchange.leave().write(out);
            }
        }
    }
}
