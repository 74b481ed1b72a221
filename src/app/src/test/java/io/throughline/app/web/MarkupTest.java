package io.throughline.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever is not written in the code is text. */
class MarkupTest {
    private static final Markup LINK = Markup.of("<a href=\"{}\">{}</a>");

    @Test
    void whatFillsAHoleIsTextInElementsAndInAttributes() {
        assertThat(LINK.with("\" onclick=\"x", "<script>alert('1') && x</script>"))
                .hasToString("<a href=\"&quot; onclick=&quot;x\">"
                        + "&lt;script&gt;alert(&#39;1&#39;) &amp;&amp; x&lt;/script&gt;</a>");
    }

    @Test
    void htmlGoesInAsItIsAndOnlyOnceEscaped() {
        Html inner = LINK.with("/a?b=1&c=2", "R&D");

        assertThat(Markup.of("<p>{}</p>").with(inner)).hasToString("<p><a href=\"/a?b=1&amp;c=2\">R&amp;D</a></p>");
    }

    @Test
    void aHoleInATextIsNoHole() {
        assertThat(LINK.with("{}", "{}")).hasToString("<a href=\"{}\">{}</a>");
    }

    @Test
    void controlCharactersAreLeftOutAndAllOtherLettersStay() {
        assertThat(Html.escaped("a\u0000b\u001fc\td\ne – ▲ 𝒳 שלום")).isEqualTo("abc\td\ne – ▲ 𝒳 שלום");
        assertThat(Html.escaped("\u0000<")).isEqualTo("&lt;");
    }

    @Test
    void aPieceWantsOneFillingForEachHole() {
        assertThatThrownBy(() -> LINK.with("/a")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LINK.with("/a", "b", "c"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("<a href=\"{}\">");
    }

    @Test
    void piecesStandOneAfterTheOther() {
        assertThat(Html.of(List.of(
                        Markup.of("<i>{}</i>").with(1),
                        Html.NONE,
                        Markup.of("<b></b>\n").with())))
                .hasToString("<i>1</i><b></b>\n");
    }
}
