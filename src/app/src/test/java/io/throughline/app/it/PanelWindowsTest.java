package io.throughline.app.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Which pages count for which kind of window. */
class PanelWindowsTest {
    private static final long MILLI = 1_000_000;

    private final PanelWindows windows = new PanelWindows();

    @Test
    void aPageCountsForTheWindowThatWasOpenAllTheTime() {
        page(PanelWindows.Kind.WITH, 6);
        page(PanelWindows.Kind.WITHOUT, 5);
        page(PanelWindows.Kind.WITH, 6);

        assertThat(windows.pages(PanelWindows.Kind.WITH)).isEqualTo(2);
        assertThat(windows.pages(PanelWindows.Kind.WITHOUT)).isEqualTo(1);
        assertThat(windows.ratioOfMedians()).isCloseTo(1.2, within(1e-9));
        assertThat(windows.between()).isZero();
    }

    @Test
    void aPageThatWasUnderWayWhenItsWindowClosedCountsNowhere() {
        windows.open(PanelWindows.Kind.WITH);
        PanelWindows.Window asked = windows.now();
        windows.close();
        windows.count(asked, MILLI);
        windows.open(PanelWindows.Kind.WITHOUT);
        windows.count(asked, MILLI);
        windows.close();
        windows.open(PanelWindows.Kind.WITH);
        windows.count(asked, MILLI);

        assertThat(windows.pages(PanelWindows.Kind.WITH)).isZero();
        assertThat(windows.pages(PanelWindows.Kind.WITHOUT)).isZero();
        assertThat(windows.between()).isEqualTo(3);
    }

    @Test
    void aPageThatWasAskedForDuringASwitchCountsNowhere() {
        PanelWindows.Window asked = windows.now();
        windows.count(asked, MILLI);
        windows.open(PanelWindows.Kind.WITH);
        windows.count(asked, MILLI);

        assertThat(windows.pages(PanelWindows.Kind.WITH)).isZero();
        assertThat(windows.between()).isEqualTo(2);
    }

    @Test
    void theReportSaysBothKindsAndHowSureTheRatioIs() {
        for (int round = 0; round < 10; round++) {
            page(PanelWindows.Kind.WITH, 6);
            page(PanelWindows.Kind.WITHOUT, 5);
        }

        assertThat(windows.report())
                .contains("| issue page with panel | 10 | 10 | 6.00 | 6.00 | 6.00 |")
                .contains("| the same, panel switched off | 10 | 10 | 5.00 | 5.00 | 5.00 |")
                .contains(
                        "1.20 times as long (medians; 95 % of 2,000 resamplings between 1.20 and 1.20), 1.20 by means");
    }

    @Test
    void withoutPagesThereIsNoRatio() {
        assertThat(windows.report()).contains("NaN times as long");
    }

    private void page(PanelWindows.Kind kind, long millis) {
        windows.open(kind);
        windows.count(windows.now(), millis * MILLI);
        windows.close();
    }
}
