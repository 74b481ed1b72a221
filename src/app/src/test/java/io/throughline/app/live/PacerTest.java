package io.throughline.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.app.store.FillPace;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacerTest {
    @ParameterizedTest(name = "{0} percent of the time: after 60 ms of reading {1} ms of rest")
    @CsvSource({"100, 0", "80, 15", "50, 60", "25, 180", "5, 1140"})
    void restsSoLongThatReadingTakesItsShareOfTheTime(int percent, long rest) {
        AtomicLong nanos = new AtomicLong(7);
        Pacer pacer = new Pacer(() -> new FillPace(500, percent), nanos::get);

        long begun = pacer.begin();
        nanos.addAndGet(Duration.ofMillis(60).toNanos());

        assertThat(pacer.restSince(begun)).isEqualTo(Duration.ofMillis(rest));
    }
}
