package io.throughline.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever changes the change log by SQL is found, and the first broken row is named. */
@Tag("slow")
class TamperingTest {
    private static TestDatabase database;

    private final MovableClock clock = new MovableClock();
    private final AtomicReference<String> noted = new AtomicReference<>();

    private StrategyStore node() {
        return new AoStrategyStore(
                database.activeObjects(),
                new LocalLocks(),
                (seq, hash) -> noted.set(seq + " " + hash),
                clock,
                Duration.ofSeconds(5));
    }

    @BeforeAll
    static void open() {
        database = TestDatabase.h2();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void tenRows() {
        database.cleared();
        for (int i = 0; i < 10; i++) {
            node().write("pmo", draft -> draft.put(Examples.plan(draft.nextKey(Kind.PLAN), "P")));
        }
        assertThat(node().verify()).isEqualTo(new Verification(10, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE \"@CHANGE_LOG\" SET ACTOR_KEY = 'exec' WHERE ID = 4|4",
                "UPDATE \"@CHANGE_LOG\" SET AT_MILLIS = AT_MILLIS + 1 WHERE ID = 4|4",
                "UPDATE \"@CHANGE_LOG\" SET OBJECT_REF = 'PLAN-9' WHERE ID = 4|4",
                "UPDATE \"@CHANGE_LOG\" SET AFTER_JSON = REPLACE(AFTER_JSON, '\"P\"', '\"Q\"') WHERE ID = 4|4",
                "UPDATE \"@CHANGE_LOG\" SET BEFORE_JSON = '{}' WHERE ID = 4|4",
                "UPDATE \"@CHANGE_LOG\" SET AFTER_JSON = NULL WHERE ID = 4|4",
                "UPDATE \"@CHANGE_LOG\" SET AFTER_JSON = 'not json' WHERE ID = 4|4",
                "UPDATE \"@CHANGE_LOG\" SET AFTER_JSON = '[]' WHERE ID = 4|4",
                "UPDATE \"@CHANGE_LOG\" SET ACTOR_KEY = NULL WHERE ID = 4|4",
                "UPDATE \"@CHANGE_LOG\" SET AT_MILLIS = NULL WHERE ID = 4|4",
                "UPDATE \"@CHANGE_LOG\" SET ROW_HASH = NULL WHERE ID = 4|4",
                "UPDATE \"@CHANGE_LOG\" SET ROW_HASH = REPEAT('0', 64) WHERE ID = 4|4",
                "UPDATE \"@CHANGE_LOG\" SET PREVIOUS_HASH = REPEAT('0', 64) WHERE ID = 4|4",
                "UPDATE \"@CHANGE_LOG\" SET ROW_HASH = UPPER(ROW_HASH) WHERE ID = 4|4",
                "DELETE FROM \"@CHANGE_LOG\" WHERE ID = 4|4",
                "DELETE FROM \"@CHANGE_LOG\" WHERE ID = 1|1",
                "DELETE FROM \"@CHANGE_LOG\" WHERE ID = 10|10",
                "DELETE FROM \"@CHANGE_LOG\" WHERE ID > 6|7",
                "DELETE FROM \"@CHANGE_LOG\"|1",
                "UPDATE \"@CHANGE_LOG\" SET ID = 99 WHERE ID = 4|4",
                "UPDATE \"@CHANGE_LOG\" SET ID = CASE ID WHEN 4 THEN 54 WHEN 5 THEN 4 ELSE ID END WHERE ID IN (4, 5)|4",
                "INSERT INTO \"@CHANGE_LOG\" (ID, ACTOR_KEY) VALUES (0, 'x')|1",
                "INSERT INTO \"@CHANGE_LOG\" (ID, ACTOR_KEY) VALUES (11, 'x')|11",
                "INSERT INTO \"@CHANGE_LOG\" (ID, ACTOR_KEY) VALUES (12, 'x')|11",
                "UPDATE \"@HEAD\" SET LAST_HASH = REPEAT('0', 64)|10",
                "UPDATE \"@HEAD\" SET LAST_SEQUENCE = 11|11",
                "UPDATE \"@HEAD\" SET LAST_SEQUENCE = 9|9"
            })
    void isFoundAtTheFirstBrokenRow(String statement, long brokenAt) {
        assertThat(database.sql(statement)).isPositive();

        Verification found = node().verify();

        assertThat(found.intact()).isFalse();
        assertThat(found.brokenAt()).isEqualTo(brokenAt);
    }

    @Test
    void theHeadIsNotedBesideTheLogAfterEachWrite() {
        LoggedChange last = node().changes(null, 9, 1).rows().get(0);

        assertThat(noted.get()).isEqualTo("10 " + last.hash());
    }

    @Test
    void aBrokenLogDoesNotKeepAnybodyFromReadingOrWriting() {
        StrategyStore running = node();
        running.model();
        database.sql("UPDATE \"@CHANGE_LOG\" SET AFTER_JSON = 'not json' WHERE ID = 10");

        assertThat(node().model().plans()).hasSize(10);
        node().write("pmo", draft -> draft.put(Examples.plan(draft.nextKey(Kind.PLAN), "P")));
        assertThat(running.model().plans()).hasSize(11);
        assertThat(node().verify().brokenAt()).isEqualTo(10);
    }
}
