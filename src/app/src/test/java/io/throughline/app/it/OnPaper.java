package io.throughline.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Word, PDF and mail of a page beside its screen: names, figures and words. */
final class OnPaper {
    private final WikiPages pages;
    private final SecretOnPages mails;

    OnPaper(WikiPages pages, SecretOnPages mails) {
        this.pages = pages;
        this.mails = mails;
    }

    void hasAllOfTheScreen(String user, String page) throws Exception {
        String word = pages.word(user, page).text();
        String mail = Jsoup.parse(mails.mail(user, page)).text();
        String pdf = pages.pdf(user, page);
        for (Element macro : pages.macros(user, page)) {
            macro.select("svg, .tl-macro-foot, .tl-sc-legend, [aria-hidden] i").remove();
            String name = macro.attr("data-tl-macro") + " of " + user;
            for (Element said : macro.select("a, b, .tl-sc-value, .tl-sheet-note, .tl-health, .tl-signal, dd, h4")) {
                String text = said.text().replaceAll("[●▲◆○]", "").strip();
                assertThat(squeezed(word)).as("Word, %s", name).contains(squeezed(text));
                assertThat(squeezed(mail)).as("mail, %s", name).contains(squeezed(text));
                for (String part : text.split(" ")) { // a cell's lines stand between those of its neighbours
                    assertThat(squeezed(pdf)).as("PDF, %s", name).contains(squeezed(part));
                }
            }
            assertThat(Figures.in(word)).as("Word, %s", name).containsAll(Figures.in(macro.text()));
        }
    }

    /** Lines of a PDF break anywhere, and its fonts have other blanks and no shapes. */
    private static String squeezed(String text) {
        return text.replaceAll("[\\s\u00a0\u202f\u00ad]+", "");
    }
}
