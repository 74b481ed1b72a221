package io.throughline.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jsoup.nodes.Element;

/** Pages with nine macros while the Jira behind them is in trouble, and when it is back. */
final class TroubledLink {
    private final JiraGate gate;
    private final WikiPages pages;

    TroubledLink(JiraGate gate, WikiPages pages) {
        this.gate = gate;
        this.pages = pages;
    }

    /** Who has read nothing yet gets the page, and in the place of each macro what is wrong. */
    void saysInsteadOfEachMacro(String user, String page, String title, String help) throws Exception {
        List<Element> macros = pages.macros(user, page);
        assertThat(macros).hasSize(9);
        for (Element macro : macros) {
            assertThat(macro.select(".tl-notice").text()).contains(title, help);
            assertThat(Figures.in(macro.text().replace("7f3a9c", "")))
                    .as(macro.text())
                    .isEmpty();
        }
    }

    /** Who has read the page before gets what they read, and above each macro what is wrong and how old it is. */
    void saysAboveEachCopy(String user, String page, String title, List<Element> read) throws Exception {
        List<Element> macros = pages.macros(user, page);
        assertThat(macros).hasSize(9);
        for (int at = 0; at < 9; at++) {
            Element notice = macros.get(at).selectFirst(".tl-notice");
            assertThat(notice).as(macros.get(at).text()).isNotNull();
            assertThat(notice.text()).contains(title).contains("What you see was read ");
            notice.remove();
            assertThat(figures(macros.get(at))).isEqualTo(figures(read.get(at)));
        }
    }

    /** All but when it was read. */
    static List<String> figures(Element macro) {
        Element copy = macro.clone();
        copy.select(".tl-macro-foot").remove();
        return Figures.in(copy.text());
    }

    /** True when no macro of the page says that something is wrong. */
    boolean isFresh(String user, String page) throws Exception {
        return pages.macros(user, page).stream()
                .allMatch(each -> each.select(".tl-notice").isEmpty());
    }

    /**
     * Ten people's browsers reload the page until it is fresh again.
     *
     * @return the questions that reached Jira meanwhile
     */
    List<String> reloadUntilFresh(String user, String page) throws Exception {
        ExecutorService browsers = Executors.newFixedThreadPool(10);
        try {
            List<Callable<Boolean>> all = new ArrayList<>();
            for (int n = 0; n < 10; n++) {
                all.add(() -> {
                    for (int reload = 0; reload < 240; reload++) {
                        if (isFresh(user, page)) {
                            return true;
                        }
                        Thread.sleep(250);
                    }
                    return false;
                });
            }
            for (Future<Boolean> each : browsers.invokeAll(all)) {
                assertThat(each.get()).as("fresh again").isTrue();
            }
        } finally {
            browsers.shutdownNow();
        }
        return gate.questions();
    }

    /** Until nothing on the page was read before the last change of the strategy. */
    void reloadUntilOfVersion(String version, String user, String page) throws Exception {
        for (int reload = 0; reload < 120; reload++) {
            if (pages.macros(user, page).stream()
                    .allMatch(each -> each.attr("data-tl-version").equals(version))) {
                return;
            }
            Thread.sleep(500);
        }
        throw new AssertionError("the page does not reach version " + version);
    }

    /** Until every macro of the page shows an old copy; the test waits here for what was read to grow old. */
    void reloadUntilOld(String user, String page) throws Exception {
        for (int reload = 0; reload < 120; reload++) {
            if (pages.macros(user, page).stream()
                    .noneMatch(each -> each.select(".tl-notice").isEmpty())) {
                return;
            }
            Thread.sleep(500);
        }
        throw new AssertionError("nothing on the page is old");
    }

    /** No question was asked more than twice: once to see whether Jira is back, and once to know. */
    static void noStorm(List<String> questions) {
        for (String question : new TreeSet<>(questions)) {
            assertThat(questions.stream().filter(question::equals).count())
                    .as("%s of %s", question, questions)
                    .isLessThanOrEqualTo(2);
        }
    }
}
