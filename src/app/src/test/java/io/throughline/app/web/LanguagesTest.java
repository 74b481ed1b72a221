package io.throughline.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.sal.api.message.LocaleResolver;
import io.throughline.app.MovableClock;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A text is asked of the platform once for many pages, and is never another one. */
class LanguagesTest {
    private final I18nResolver i18n = mock(I18nResolver.class);
    private final LocaleResolver locales = mock(LocaleResolver.class);
    private final MovableClock clock = new MovableClock();
    private final Languages languages = new Languages(i18n, locales, clock);
    private final List<String> asked = new ArrayList<>();
    private String translation = "";

    @BeforeEach
    void aPlatformThatSaysWhatItIsAskedFor() {
        when(locales.getLocale()).thenReturn(Locale.ENGLISH);
        when(i18n.getText(any(Locale.class), anyString()))
                .thenAnswer(call -> said(call.getArgument(0), call.getArgument(1)));
        when(i18n.getText(any(Locale.class), anyString(), any(Serializable[].class)))
                .thenAnswer(call -> said(call.getArguments()));
    }

    private String said(Object... question) {
        String text = Arrays.deepToString(question) + translation;
        asked.add(text);
        return text;
    }

    private String text(String key, Serializable... arguments) {
        return languages.ofReader().text(key, arguments);
    }

    @Test
    void thePlatformIsAskedOnceForAllReaders() {
        assertThat(text("drift")).isEqualTo("[en, drift]").isEqualTo(text("drift"));
        assertThat(text("of", "1", "2")).isEqualTo("[en, of, 1, 2]").isEqualTo(text("of", "1", "2"));

        assertThat(asked).hasSize(2);
    }

    @Test
    void eachArgumentAndEachOrderOfThemHasItsOwnText() {
        assertThat(text("of", "1", "2")).isEqualTo("[en, of, 1, 2]");
        assertThat(text("of", "2", "1")).isEqualTo("[en, of, 2, 1]");
        assertThat(text("of", "1")).isEqualTo("[en, of, 1]");
        assertThat(text("of")).isEqualTo("[en, of]");
        assertThat(text("1", "of")).isEqualTo("[en, 1, of]");
        text("of", "1, 2");

        assertThat(asked).hasSize(6);
    }

    @Test
    void eachReaderHasTheirOwnLanguage() {
        assertThat(text("drift")).isEqualTo("[en, drift]");
        when(locales.getLocale()).thenReturn(Locale.GERMANY);
        assertThat(text("drift")).isEqualTo("[de_DE, drift]");
        when(locales.getLocale()).thenReturn(Locale.ENGLISH);
        assertThat(text("drift")).isEqualTo("[en, drift]");
    }

    @Test
    void aTranslationThatChangesIsReadWithinAMinute() {
        text("drift");
        translation = ", now in other words";
        clock.forward(Languages.KEPT.minusSeconds(1));
        assertThat(text("drift")).isEqualTo("[en, drift]");

        clock.forward(Duration.ofSeconds(1));

        assertThat(text("drift")).isEqualTo("[en, drift], now in other words");
    }

    @Test
    void whenThereAreTooManyTheyAreForgotten() {
        for (int number = 0; number < MadeOnce.MOST; number++) {
            text("of", number);
        }
        text("of", 0);
        assertThat(asked).as("there is room for so many").hasSize(MadeOnce.MOST);

        text("one more");
        text("of", 0);
        assertThat(asked).hasSize(MadeOnce.MOST + 2);
    }
}
