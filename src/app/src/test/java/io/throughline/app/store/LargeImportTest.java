package io.throughline.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.app.MovableClock;
import io.throughline.app.daily.DaySection;
import io.throughline.app.daily.InMemoryDayRecords;
import io.throughline.app.exchange.Exchange;
import io.throughline.core.strategy.Actual;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many values leave and come back, packed and in little memory. 2,000 unless {@code -Dthroughline.values} says otherwise:
 * 100,000 make a document that is larger than a body may be (--long; some minutes).
 */
@Tag("slow")
class LargeImportTest {
    private static final int KPIS = 200;
    private static final int VALUES = Integer.getInteger("throughline.values", 2_000) / KPIS;
    private static final boolean IS_LARGE = KPIS * VALUES >= 100_000;

    /** A document of 100,000 values would not fit twice, if it were held whole as JSON. */
    private static final String MEMORY = IS_LARGE ? "-Xmx400m" : "-Xmx160m";

    @TempDir
    private Path folder;

    @Test
    void aHundredThousandValuesComeBackAsTheyLeft() throws Exception {
        Path left = folder.resolve("left.json.gz");
        Path back = folder.resolve("back.json.gz");
        leave(left);

        Process import_ = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        MEMORY,
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeImport.class.getName(),
                        left.toString(),
                        back.toString(),
                        folder.resolve("database").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(import_.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(import_.waitFor()).as(said).isZero();
        Told before = told(left);
        assertThat(before.size() > 64L << 20)
                .as("unpacked larger than a body may be")
                .isEqualTo(IS_LARGE);
        assertThat(Files.size(left)).isLessThan(64L << 20);
        assertThat(told(back)).isEqualTo(before);
    }

    private static void leave(Path to) throws IOException {
        InMemoryStrategyStore store = new InMemoryStrategyStore(new MovableClock());
        store.write("pmo", draft -> {
            draft.put(Examples.plan(draft.nextKey(Kind.PLAN), "Plan"));
            draft.put(Examples.theme(draft.nextKey(Kind.THEME), "PLAN-1"));
            draft.put(Examples.objective(draft.nextKey(Kind.OBJECTIVE), "TH-1", null));
            for (int i = 0; i < KPIS; i++) {
                draft.put(Examples.kpi(draft.nextKey(Kind.KPI), "OBJ-1"));
            }
            return draft;
        });
        store.write("pmo", draft -> {
            for (int kpi = 1; kpi <= KPIS; kpi++) {
                String key = "KPI-" + kpi;
                LocalDate end = LocalDate.of(1980, 1, 31);
                for (int i = 0;
                        i < VALUES;
                        i++, end = end.plusDays(1).plusMonths(1).minusDays(1)) {
                    draft.put(new Actual(key, end, i * 0.37, "by hand", "pmo", draft.now(), null, null, null, 1));
                }
            }
            return draft;
        });
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(to))) {
            new Exchange(store, List.of(new DaySection(new InMemoryDayRecords())), new MovableClock())
                    .leave()
                    .write(out);
        }
    }

    /** Size and hash of a document, but for when it was written. */
    private record Told(long size, String hash) {}

    private static Told told(Path packed) throws Exception {
        MessageDigest digest = Hashes.sha256();
        long size = 0;
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(packed)), StandardCharsets.UTF_8))) {
            char[] chunk = new char[1 << 20];
            boolean isFirst = true;
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                String text = new String(chunk, 0, read);
                if (isFirst) {
                    text = text.replaceFirst("\"exportedAt\":\"[^\"]*\"", "");
                    isFirst = false;
                }
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                size += bytes.length;
                digest.update(bytes);
            }
        }
        return new Told(size, HexFormat.of().formatHex(digest.digest()));
    }
}
