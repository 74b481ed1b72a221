package io.throughline.app.jira;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What panels show is made once for all that it is made from. */
class ShownTest {
    private final Shown<List<Object>, Object> shown = new Shown<>();
    private int made;

    private Object of(Object... from) {
        return shown.of(List.of(from), () -> {
            made++;
            return new Object();
        });
    }

    @Test
    void whatIsMadeFromEqualThingsIsMadeOnce() {
        assertThat(of("OBJ-1", Locale.UK, 0.5)).isSameAs(of("OBJ-1", Locale.UK, 0.5));
        assertThat(made).isEqualTo(1);
    }

    @Test
    void anythingElseIsMadeAnewAndBothAreKept() {
        of("OBJ-1", Locale.UK, 0.5);
        of("OBJ-1", Locale.UK, 0.6);
        of("OBJ-1", Locale.GERMANY, 0.5);
        assertThat(made).isEqualTo(3);

        of("OBJ-1", Locale.UK, 0.5);
        assertThat(made).isEqualTo(3);
    }

    @Test
    void whenThereAreTooManyAllAreMadeAnew() {
        for (int number = 0; number < Shown.MOST; number++) {
            of(number);
        }
        of(0);
        assertThat(made).as("there is room for so many").isEqualTo(Shown.MOST);

        of("one more");
        of(0);
        assertThat(made).isEqualTo(Shown.MOST + 2);
    }
}
