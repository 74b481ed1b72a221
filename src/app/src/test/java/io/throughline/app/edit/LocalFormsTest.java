package io.throughline.app.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.core.strategy.Frequency;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers and days as people write them, read as their locale means them. */
class LocalFormsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "en|1,234.5|1234.5",
                "en|1234.5|1234.5",
                "en|12.5 %|12.5",
                "en|$ 1,000|1000",
                "en|-3|-3",
                "en|1e3|1000",
                "en|1.234,5|-",
                "en|12,5|-",
                "en|ten|-",
                "en|1 2 x|-",
                "de|1.234,5|1234.5",
                "de|1.234|1234",
                "de|15.2|15.2",
                "de|1234,5|1234.5",
                "de|1,234.5|-",
                "de|1 234,5 €|1234.5",
                "fr|1\u202f234,5|1234.5",
                "de-CH|1'234.5|1234.5"
            })
    void aNumber(String locale, String text, Double value) {
        assertThat(new LocalForms(Locale.forLanguageTag(locale)).number(text).orElse(null))
                .isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "en-US|2026-06-30|MONTHLY|2026-06-30",
                "en-US|6/30/2026|MONTHLY|2026-06-30",
                "en-US|6/30/26|MONTHLY|2026-06-30",
                "en-GB|30/06/2026|MONTHLY|2026-06-30",
                "de|30.6.2026|MONTHLY|2026-06-30",
                "de|30.06.26|MONTHLY|2026-06-30",
                "de|2026-06|MONTHLY|2026-06-30",
                "de|06/2026|MONTHLY|2026-06-30",
                "de|Q2 2026|QUARTERLY|2026-06-30",
                "de|2026-q2|QUARTERLY|2026-06-30",
                "de|2026-W26|WEEKLY|2026-06-28",
                "de|2026-W54|WEEKLY|-",
                "de|31.06.2026|MONTHLY|-",
                "en-US|30/06/2026|MONTHLY|-",
                "de|soon|MONTHLY|-"
            })
    void aDay(String locale, String text, Frequency frequency, LocalDate day) {
        LocalForms forms = new LocalForms(Locale.forLanguageTag(locale));

        assertThat(forms.day(text, frequency).orElse(null)).isEqualTo(day);
    }
}
