package io.throughline.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewsTest {
    private final Language english = TestLanguage.of(Locale.ENGLISH);
    private final Language german = TestLanguage.of(Locale.GERMANY);

    @Test
    void figuresAreInTheReadersLocale() {
        assertThat(english.percent(0.358)).isEqualTo("36%");
        assertThat(german.percent(0.358)).isEqualTo("36\u00a0%");
        assertThat(english.number(1234.56, 1)).isEqualTo("1,234.6");
        assertThat(german.number(1234.56, 1)).isEqualTo("1.234,6");
        assertThat(english.date(LocalDate.parse("2027-12-31"))).isEqualTo("31 Dec 2027");
        assertThat(german.date(LocalDate.parse("2027-12-31"))).isEqualTo("31. Dez. 2027");
        assertThat(english.instant(Instant.parse("2027-03-15T08:42:10Z"))).isEqualTo("15 Mar 2027, 08:42 UTC");
    }

    /** The browser's pages of Jira round so too: a reader must not find two numbers for one. */
    @Test
    void aHalfIsRoundedUpAsItIsWrittenNotAsItIsStored() {
        assertThat(english.fixed(1.005, 2)).isEqualTo("1.01");
        assertThat(english.number(-2.675, 2)).isEqualTo("-2.68");
        assertThat(english.percent(0.285)).isEqualTo("29%");
        assertThat(english.percent(1.005)).isEqualTo("101%");
    }

    @Test
    void aLittleBelowZeroIsNotMinusZero() {
        assertThat(english.percent(-0.001)).isEqualTo("0%");
        assertThat(english.percent(-0.3)).isEqualTo("-30%");
    }

    @ParameterizedTest
    @CsvSource({
        "GREEN, tl-good, On pace",
        "AMBER, tl-warn, Behind",
        "RED, tl-bad, Off pace",
        "UNKNOWN, tl-none, No data"
    })
    void eachOutcomeHealthHasItsWordAndTone(String health, String tone, String word) {
        OutcomeView view = OutcomeView.of(english, health, 0.4, 0.5);

        assertThat(view.tone()).isEqualTo(tone);
        assertThat(view.word()).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({
        "NO_WORK, tl-none, No work",
        "DONE, tl-done, Done",
        "NOT_STARTED, tl-none, Not started",
        "ON_TRACK, tl-good, On track",
        "AT_RISK, tl-warn, At risk",
        "OFF_TRACK, tl-bad, Off track"
    })
    void eachDeliveryHealthHasItsWordAndTone(String health, String tone, String word) {
        DeliveryView view = DeliveryView.of(english, health, 0.4, 0.5, sizes(10, 4, 1));

        assertThat(view.tone()).isEqualTo(tone);
        assertThat(view.word()).isEqualTo(word);
    }

    @Test
    void theBarEndsAtItsTrackAndTheNumberTellsTheRest() {
        OutcomeView over = OutcomeView.of(english, "GREEN", 1.12, 0.8);
        OutcomeView under = OutcomeView.of(english, "RED", -0.2, 0.5);

        assertThat(over.fill()).isEqualTo("100%");
        assertThat(over.figure()).isEqualTo("112%");
        assertThat(under.fill()).isEqualTo("0%");
        assertThat(under.figure()).isEqualTo("-20%");
    }

    @Test
    void withoutDataThereIsNoBarAtZero() {
        OutcomeView outcome = OutcomeView.of(english, "UNKNOWN", null, null);
        DeliveryView delivery = DeliveryView.of(english, "NO_WORK", null, 0.5, sizes(0, 0, 0));

        assertThat(outcome.known()).isFalse();
        assertThat(outcome.figure()).isEqualTo("–");
        assertThat(delivery.known()).isFalse();
        assertThat(delivery.tick()).isEmpty();
        assertThat(delivery.spoken()).isEqualTo("Delivery: No work.");
    }

    @Test
    void barsAreHeardAsText() {
        assertThat(OutcomeView.of(english, "RED", 0.29, 0.51).spoken())
                .isEqualTo("Outcome 29%, Off pace, 51% expected.");
        assertThat(DeliveryView.of(english, "ON_TRACK", 0.83, 0.8, sizes(240, 199, 17))
                        .spoken())
                .isEqualTo("Delivery 83%, On track, 80% expected.");
    }

    @Test
    void lengthsHaveAPointInEveryLocale() {
        DeliveryView view = DeliveryView.of(german, "ON_TRACK", 0.628, 0.6014, sizes(522, 328, 52));

        assertThat(view.fill()).isEqualTo("62.8%");
        assertThat(view.started()).isEqualTo("10%");
        assertThat(view.tick()).isEqualTo("60.1%");
    }

    @Test
    void whatIsInProgressNeverReachesOverTheEnd() {
        assertThat(DeliveryView.of(english, "ON_TRACK", 0.9, null, sizes(10, 2, 8))
                        .started())
                .isEqualTo("10%");
    }

    @Test
    void sizesCarryTheirUnit() {
        assertThat(DeliveryView.of(english, "ON_TRACK", 0.5, null, sizes(522, 328, 0))
                        .sizes())
                .isEqualTo("328 of 522 pts");
        assertThat(new DeliveryView.Sizes(7200, 5400, 0, "ORIGINAL_ESTIMATE").done(english))
                .isEqualTo("1.5 h");
        assertThat(new DeliveryView.Sizes(3, 2, 0, "COUNT").share(english, 40)).isEqualTo("3 of 40 items");
    }

    @Test
    void initialsAreThoseOfFirstAndLastName() {
        assertThat(PersonView.named("Ingrid van der Halvorsen").initials()).isEqualTo("IH");
        assertThat(PersonView.named("pmo").initials()).isEqualTo("P");
        assertThat(PersonView.named("\ud835\udd38da Lovelace").initials()).isEqualTo("\ud835\udd38L");
    }

    private static DeliveryView.Sizes sizes(double total, double done, double inProgress) {
        return new DeliveryView.Sizes(total, done, inProgress, "STORY_POINTS");
    }
}
