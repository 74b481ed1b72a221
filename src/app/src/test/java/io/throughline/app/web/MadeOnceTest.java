package io.throughline.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What is made from the same is made once. */
class MadeOnceTest {
    private final MadeOnce<List<Object>, Object> things = new MadeOnce<>();
    private int made;

    private Object of(Object... from) {
        return things.of(List.of(from), () -> {
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
        for (int number = 0; number < MadeOnce.MOST; number++) {
            of(number);
        }
        of(0);
        assertThat(made).as("there is room for so many").isEqualTo(MadeOnce.MOST);

        of("one more");
        of(0);
        assertThat(made).isEqualTo(MadeOnce.MOST + 2);
    }
}
