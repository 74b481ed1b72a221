package io.throughline.app.confluence.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StorageLinesTest {
    private static final String OPEN = "<ac:structured-macro ac:name=\"list\" ac:schema-version=\"1\">";
    private static final String BODY = "<ac:rich-text-body>";
    private static final String END = "</ac:rich-text-body></ac:structured-macro>";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|<p>new</p>",
                "<p></p>|<p>new</p>",
                "<p><br /></p>|<p>new</p>",
                "<p>&nbsp;</p>|<p>new</p>",
                "<p>old</p>|<p>old</p><p>new</p>",
                "<p>a</p><p></p>|<p>a</p><p></p><p>new</p>",
                "text &auml; <b>x</b>|text &auml; <b>x</b><p>new</p>"
            })
    void aLineComesLastAndReplacesOnlyAnEmptyParagraph(String before, String after) {
        String page = "<p>one</p>" + OPEN + BODY + before + END + "<p>two</p>";

        assertThat(append(page)).contains("<p>one</p>" + OPEN + BODY + after + END + "<p>two</p>");
    }

    @Test
    void aMacroInsideTheBodyIsNotItsEnd() {
        String inner = "<ac:structured-macro ac:name=\"info\"><ac:rich-text-body><p>i</p>" + END;

        assertThat(append(OPEN + "<ac:parameter ac:name=\"plan\">P</ac:parameter>" + BODY + inner + END))
                .contains(OPEN + "<ac:parameter ac:name=\"plan\">P</ac:parameter>" + BODY + inner + "<p>new</p>" + END);
    }

    @Test
    void codeThatLooksLikeTheMacroIsLeftAlone() {
        String code = "<ac:structured-macro ac:name=\"code\"><ac:plain-text-body><![CDATA[" + OPEN + BODY + END
                + "]]></ac:plain-text-body></ac:structured-macro>";

        assertThat(append(code)).isEmpty();
        assertThat(append(code + OPEN + BODY + "<![CDATA[</ac:rich-text-body>]]>" + END))
                .contains(code + OPEN + BODY + "<![CDATA[</ac:rich-text-body>]]><p>new</p>" + END);
    }

    @ParameterizedTest
    @CsvSource({
        "<p>no macro</p>",
        "<ac:structured-macro ac:name=\"list\" />",
        "<ac:structured-macro ac:name=\"list\"></ac:structured-macro>",
        "<ac:structured-macro ac:name=\"list-2\"><ac:rich-text-body></ac:rich-text-body></ac:structured-macro>"
    })
    void withoutSuchABodyNothingIsWritten(String page) {
        assertThat(append(page)).isEmpty();
    }

    private static Optional<String> append(String page) {
        return StorageLines.append(page, "list", "<p>new</p>");
    }
}
