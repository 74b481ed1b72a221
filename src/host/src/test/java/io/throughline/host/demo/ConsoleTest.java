package io.throughline.host.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ConsoleTest {

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    @Test
    void underASupervisorEveryLineCarriesItsMark() {
        Console console = console(true);

        console.say("imported 12");
        console.progress("50 %");

        assertThat(screen()).isEqualTo("::say imported 12\n::progress 50 %\n");
    }

    @Test
    void byHandTheLinesAreAsTheyAre() {
        Console console = console(false);

        console.progress("50 %");
        console.say("done");

        assertThat(screen()).isEqualTo("\r50 %done\n");
    }

    @Test
    void aBarDrawnOverItselfIsProgressUntilItsLineEnds() {
        PrintStream stream = console(true).stream();

        stream.printf("\r[#..] %d %%", 33);
        stream.flush();
        stream.print("\r[###] 100 %");
        stream.flush();
        stream.println();
        stream.print("summary\n  odd: 3\n");

        assertThat(screen()).isEqualTo("""
                        ::progress [#..] 33 %
                        ::progress [###] 100 %
                        ::say [###] 100 %
                        ::say summary
                        ::say   odd: 3
                        """);
    }

    private Console console(boolean supervised) {
        return new Console(new PrintStream(screen, true, StandardCharsets.UTF_8), supervised);
    }

    private String screen() {
        return screen.toString(StandardCharsets.UTF_8);
    }
}
