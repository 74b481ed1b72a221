package io.throughline.core.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.core.World;
import io.throughline.core.strategy.Actual;
import io.throughline.core.strategy.Kpi;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KpiForecastTest {
    /** Ten days apart, oldest first, the newest forty days before the end of the target line. */
    private static List<Actual> values(String values) {
        String[] each = values.isEmpty() ? new String[0] : values.split(" ");
        List<Actual> actuals = new ArrayList<>();
        for (int i = 0; i < each.length; i++) {
            LocalDate day = World.END.minusDays(40 + 10L * (each.length - 1 - i));
            actuals.add(0, actual(day, Double.parseDouble(each[i])));
        }
        return actuals;
    }

    private static Actual actual(LocalDate day, double value) {
        return new Actual("KPI-1", day, value, null, "u", Instant.EPOCH, null, null, null, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "10 12 11, 11.5, 13.5", // the worked number of the docstring
        "10 11 12, 12, 16",
        "12 11 10, 10, 6",
        "7 7 7 7, 7, 7",
        "0 0 0 5 6 7 8 9 10, 10, 14", // only the newest six
        "-1 -2 -3, -3, -7"
    })
    void theLineThroughTheNewestValuesGoesOnToTheTargetDate(String values, double now, double then) {
        KpiForecast forecast = KpiForecast.of(KpiLineTest.kpi(0, 100), values(values));

        assertThat(forecast.gap()).isNull();
        assertThat(forecast.from().date()).isEqualTo(World.END.minusDays(40));
        assertThat(forecast.from().value()).isCloseTo(now, within(1e-9));
        assertThat(forecast.to().date()).isEqualTo(World.END);
        assertThat(forecast.to().value()).isCloseTo(then, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "5, 1", "5 6, 2"})
    void twoValuesAreNoTrend(String values, int counted) {
        KpiForecast forecast = KpiForecast.of(KpiLineTest.kpi(0, 100), values(values));

        assertThat(forecast.gap()).isEqualTo(KpiForecast.Gap.TOO_FEW_VALUES);
        assertThat(forecast.values()).isEqualTo(counted);
        assertThat(forecast.to()).isNull();
    }

    @Test
    void afterTheTargetDateThereIsNothingToForesee() {
        List<Actual> late =
                List.of(actual(World.END, 3), actual(World.END.minusDays(30), 2), actual(World.END.minusDays(60), 1));

        assertThat(KpiForecast.of(KpiLineTest.kpi(0, 100), late).gap()).isEqualTo(KpiForecast.Gap.TARGET_DATE_REACHED);
    }

    @Test
    void aBandsLineReachesAsFarAheadAsItsValuesReachBack() {
        KpiForecast forecast = KpiForecast.of(KpiLineTest.band(40, 60, 10), values("50 51 52"));

        assertThat(forecast.to().date()).isEqualTo(World.END.minusDays(20));
        assertThat(forecast.to().value()).isCloseTo(54, within(1e-9));
    }

    @Test
    void numbersBeyondAllNumbersMakeNoForecast() {
        KpiForecast forecast = KpiForecast.of(KpiLineTest.kpi(0, 100), values("1e308 -1e308 1e308 -1e308"));
        KpiForecast huge = KpiForecast.of(KpiLineTest.kpi(0, 100), values("1.7e308 1.7e308 1.7e308"));

        assertThat(forecast.gap() == null || forecast.gap() == KpiForecast.Gap.OUT_OF_RANGE)
                .isTrue();
        assertThat(huge.gap()).isEqualTo(KpiForecast.Gap.OUT_OF_RANGE);
    }

    @Test
    void valuesOnAStraightLineStayOnIt() {
        Random random = new Random(8);
        for (int round = 0; round < 200; round++) {
            double start = random.nextDouble() * 200 - 100;
            double step = random.nextDouble() * 4 - 2;
            Kpi kpi = KpiLineTest.kpi(0, 100);
            List<Actual> actuals = new ArrayList<>();
            int count = 3 + random.nextInt(4);
            for (int back = 0; back < count; back++) {
                int days = 50 + back * (5 + random.nextInt(1)) * 7;
                actuals.add(actual(World.END.minusDays(days), start - step * days));
            }

            assertThat(KpiForecast.of(kpi, actuals).to().value()).isCloseTo(start, within(1e-6));
        }
    }
}
