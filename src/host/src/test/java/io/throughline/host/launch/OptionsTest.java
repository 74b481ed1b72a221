package io.throughline.host.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void withoutWordsEverythingIsTheDefault() {
        assertThat(Options.parse()).isEqualTo(Options.DEFAULTS);
    }

    @Test
    void anOptionThatTakesSeveralFilesEndsAtTheNextOption() {
        Options options = Options.parse("--import", "a.json", "b.csv", "--nodes", "2", "--import", "c.json");

        assertThat(options.imports()).containsExactly(Path.of("a.json"), Path.of("b.csv"), Path.of("c.json"));
        assertThat(options.nodes()).isEqualTo(2);
    }

    @Test
    void theLineForANodeReadsBackAsTheSameOptionsForThatNode() {
        Options options = Options.parse(
                "--jira-port",
                "3000",
                "--confluence-port",
                "3100",
                "--data",
                "d",
                "--db",
                "jdbc:x",
                "--import",
                "a",
                "--synthetic",
                "10",
                "--empty",
                "--nodes",
                "3",
                "--only",
                "jira",
                "--jira-url",
                "http://h/jira",
                "--plugin",
                "p.jar",
                "--trust",
                "t.pem",
                "--seed",
                "s.json");

        Options node = Options.parse(options.forNode("jira", 2));

        assertThat(node.product()).hasValue("jira");
        assertThat(node.port("jira")).isEqualTo(3001);
        assertThat(Options.parse(node.forNode("jira", 2))).isEqualTo(node);
        assertThat(node.imports()).isEqualTo(options.imports());
        assertThat(node.jiraUrl()).isEqualTo(options.jiraUrl());
    }

    @Test
    void aWrongWordIsNamed() {
        assertThatThrownBy(() -> Options.parse("--what")).hasMessageContaining("--what");
        assertThatThrownBy(() -> Options.parse("--nodes", "many")).hasMessageContaining("--nodes takes a number");
        assertThatThrownBy(() -> Options.parse("--data")).hasMessageContaining("--data needs a value");
        assertThatThrownBy(() -> Options.parse("--only", "bamboo")).hasMessageContaining("jira or confluence");
    }

    @Test
    void aNodeThatComesBackIsNotFilledAgain() {
        Options asked = Options.parse(
                "--jira-port",
                "1",
                "--db",
                "jdbc:x",
                "--nodes",
                "2",
                "--import",
                "a.json",
                "--synthetic",
                "9",
                "--seed",
                "s",
                "--plugin",
                "p.jar");
        Options unfilled = Options.parse("--jira-port", "1", "--db", "jdbc:x", "--nodes", "2", "--plugin", "p.jar");

        assertThat(asked.filled()).isEqualTo(unfilled);
    }
}
