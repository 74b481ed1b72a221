package io.throughline.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A number is written as its shortest decimal, whichever of the quick ways it takes. */
class JsonNumberTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 1",
        "-17, -17",
        "0.25, 0.25",
        "-0.5, -0.5",
        "9.3, 9.3",
        "1200.5, 1200.5",
        "0.001, 0.001",
        "0.0004, 0.0004",
        "27.900000000000002, 27.900000000000002",
        "1e14, 100000000000000",
        "123456789012.345, 123456789012.345",
        "1e17, 100000000000000000",
        "1e18, 1.0E18",
        "1e-13, 1.0E-13"
    })
    void aNumberIsWrittenAsAPersonWould(double value, String written) {
        assertThat(Json.write(Json.number(value))).isEqualTo(written);
    }

    @Test
    void whateverIsWrittenIsThatNumber() {
        Random random = new Random(5);
        for (int round = 0; round < 100_000; round++) {
            int digits = random.nextInt(8);
            double value = round % 2 == 0
                    ? BigDecimal.valueOf(random.nextInt(), digits).doubleValue()
                    : random.nextGaussian() * Math.pow(10, digits);
            String shortest =
                    new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();

            assertThat(Json.write(Json.number(value))).isEqualTo(shortest);
        }
    }

    @Test
    void whatIsNoNumberIsNull() {
        assertThat(Json.number(null).isNull()).isTrue();
        assertThat(Json.number(Double.NaN).isNull()).isTrue();
        assertThat(Json.number(Double.POSITIVE_INFINITY).isNull()).isTrue();
    }
}
