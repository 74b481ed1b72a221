package io.throughline.host.ao;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.host.planted.PlainProduct;
import io.throughline.host.planted.PlantedPlugin;
import io.throughline.host.planted.TestNode;
import io.throughline.host.plugin.Plugin;
import java.nio.file.Path;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entities that Active Objects refuses, each beside the nearest one it takes. */
@Tag("slow")
class ActiveObjectsRefusalsTest {

    private static final String KEY = "com.example.rows";

    @TempDir
    private static Path folder;

    private static TestNode node;

    @BeforeAll
    static void start() throws Exception {
        node = TestNode.start(PlainProduct.likeJira(), folder);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @AfterEach
    void uninstall() {
        node.node().plugins().all().forEach(plugin -> node.node().plugins().uninstall(plugin.key()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    31-character column          | String getAbcdefghijklmnopqrstuvwxyzabcde(); | String getAbcdefghijklmnopqrstuvwxyzabcd(); | 30
                    a type of java.time          | java.time.Instant getSince();                | java.util.Date getSince();                  | java.time.Instant
                    BigDecimal                   | java.math.BigDecimal getAmount();            | Double getAmount();                         | java.math.BigDecimal
                    float                        | float getAmount();                           | double getAmount();                         | float
                    a list                       | java.util.List<String> getNames();           | String getNames();                          | java.util.List
                    a column named like a type   | Long getNumber();                            | Long getItemNumber();                       | NUMBER
                    """)
    void aColumnTheDatabasesDoNotAllTakeIsRefused(String fault, String wrong, String right, String says)
            throws Exception {
        Plugin.ModuleState refused = ao("ROWS", wrong);
        assertThat(refused.state()).as(fault).isEqualTo(Plugin.State.FAILED);
        assertThat(refused.note()).contains(says);

        assertThat(ao("ROWS", right).state()).isEqualTo(Plugin.State.ENABLED);
    }

    @Test
    void aTableNameOfTwentyOneCharactersIsRefusedAndOneOfTwentyIsNot() throws Exception {
        Plugin.ModuleState refused = ao("TWENTY_ONE_CHARACTERS", "");
        assertThat(refused.state()).isEqualTo(Plugin.State.FAILED);
        assertThat(refused.note()).contains("TWENTY_ONE_CHARACTERS");

        assertThat(ao("TWENTY_CHARACTERS_IT", "").state()).isEqualTo(Plugin.State.ENABLED);
    }

    @Test
    void aStringWithoutALengthHolds255Characters() throws Exception {
        Plugin plugin = node.install(plugin("WORDS", "String getWords(); void setWords(String words);")
                .source(KEY + ".Words", WORDS)
                .index("component", KEY + ".Words"));
        @SuppressWarnings("unchecked")
        IntFunction<String> words = plugin.bean("words", IntFunction.class);

        assertThat(words.apply(255)).isEqualTo("kept 255");
        assertThat(words.apply(256)).contains("Value too long").contains("CHARACTER VARYING(255)");
    }

    private static Plugin.ModuleState ao(String table, String column) throws Exception {
        Plugin plugin = node.install(plugin(table, column));
        assertThat(plugin.failure()).isEmpty();
        return plugin.modules().get(0);
    }

    private static final String WORDS = """
            public class Words implements java.util.function.IntFunction<String> {
                private final com.atlassian.activeobjects.external.ActiveObjects ao;
                public Words(com.atlassian.activeobjects.external.ActiveObjects ao) { this.ao = ao; }
                public String apply(int length) {
                    try {
                        Row row = ao.create(Row.class);
                        row.setWords("x".repeat(length));
                        row.save();
                        return "kept " + ao.find(Row.class)[0].getWords().length();
                    } catch (RuntimeException refused) {
                        Throwable at = refused;
                        while (at.getCause() != null) { at = at.getCause(); }
                        return at.toString();
                    }
                }
            }
            """;

    private static PlantedPlugin plugin(String table, String column) {
        return PlantedPlugin.named(KEY)
                .imports("net.java.ao", "net.java.ao.schema", "com.atlassian.activeobjects.external")
                .source(
                        KEY + ".Row",
                        "@net.java.ao.schema.Table(\"" + table
                                + "\") public interface Row extends net.java.ao.Entity { " + column + " }")
                .index("imports", "com.atlassian.activeobjects.external.ActiveObjects")
                .modules("<ao key=\"ao\" namespace=\"" + KEY + "\"><entity>" + KEY + ".Row</entity></ao>");
    }
}
