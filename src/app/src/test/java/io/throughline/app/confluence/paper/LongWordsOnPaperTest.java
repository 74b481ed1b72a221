package io.throughline.app.confluence.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Paper cannot be scrolled: a name of one long word must not make a table wider than the sheet. The engines of PDF and Word
 * break such a word only where they are told to, and in a table only where its columns do not follow their contents.
 */
class LongWordsOnPaperTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates/confluence");
    private static final Pattern BLOCK = Pattern.compile("<(p|table)\\b([^>]*)>");

    @Test
    void everyBlockOfTextAndEveryTableBreaksThem() throws IOException {
        List<String> wrong = new ArrayList<>();
        int blocks = 0;
        for (Path template : templates()) {
            Matcher block = BLOCK.matcher(Files.readString(template));
            while (block.find()) {
                boolean table = block.group(1).equals("table");
                boolean picture = Files.readString(template).startsWith("<img", block.end());
                boolean breaks = block.group(2).contains("word-wrap:break-word");
                boolean fixed = block.group(2).contains("table-layout:fixed");
                blocks++;
                if (!picture && (!breaks || table && !fixed)) {
                    wrong.add(template.getFileName() + ": " + block.group());
                }
            }
        }

        assertThat(blocks).isGreaterThan(10);
        assertThat(wrong).isEmpty();
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> all = Files.list(TEMPLATES)) {
            return all.filter(each -> each.toString().endsWith("-print.vm")).toList();
        }
    }
}
