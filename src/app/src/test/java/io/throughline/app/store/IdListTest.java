package io.throughline.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class IdListTest {
    @Test
    void whatIsWrittenIsReadAscendingAndOnce() {
        assertThat(IdList.read(IdList.write(new long[] {7, 3, 7, 1, Long.MAX_VALUE})))
                .containsExactly(1, 3, 7, Long.MAX_VALUE);
        assertThat(IdList.read(IdList.write(new long[0]))).isEmpty();
    }

    @Test
    void anyIdsSurvive() {
        long seed = 20261122;
        Random random = new Random(seed);
        for (int run = 0; run < 200; run++) {
            long[] ids = random.longs(random.nextInt(300), 1, 1L << (1 + random.nextInt(62)))
                    .sorted()
                    .distinct()
                    .toArray();
            assertThat(IdList.read(IdList.write(ids)))
                    .as("seed %d, run %d", seed, run)
                    .containsExactly(ids);
        }
    }

    @Test
    void neighboursCostABitMoreThanALetter() {
        long[] ids = new long[100_000];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = 10_000 + 3L * i;
        }
        assertThat(IdList.write(ids).length()).isLessThan(140_000);
    }
}
