package io.throughline.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.app.MovableClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever changes the change log by SQL is found, and the first broken row is named. */
abstract class TamperingRules {
    private final MovableClock clock = new MovableClock();
    private final AtomicReference<String> noted = new AtomicReference<>();

    private StrategyStore node() {
        return new AoStrategyStore(
                database().activeObjects(),
                new LocalLocks(),
                (seq, hash) -> noted.set(seq + " " + hash),
                clock,
                Duration.ofSeconds(5));
    }

    /** Where the ten rows lie, and who can change them. */
    abstract TestDatabase database();

    /** Changes rows behind the app's back; identifiers are written as H2 wants them. */
    private int sql(String statement) {
        return database().sql(dialect(statement));
    }

    /** The statement as the database wants it. */
    abstract String dialect(String statement);

    @BeforeEach
    void tenRows() {
        database().cleared();
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
                "UPDATE \"@HEAD\" SET LAST_SEQUENCE = 9|9",
                "UPDATE \"@HEAD\" SET LAST_MILLIS = LAST_MILLIS - 1|10",
                "UPDATE \"@HEAD\" SET LAST_PLAN = 11|10",
                "UPDATE \"@HEAD\" SET LAST_PLAN = 9|10",
                "UPDATE \"@HEAD\" SET LAST_THEME = 1|10",
                "UPDATE \"@HEAD\" SET LAST_OBJECTIVE = 1|10",
                "UPDATE \"@HEAD\" SET LAST_KPI = 1|10",
                "UPDATE \"@HEAD\" SET LAST_ACTUAL = 1|10",
                "UPDATE \"@HEAD\" SET LAST_LINK = 1|10",
                "UPDATE \"@HEAD\" SET LAST_CONTRIBUTION = 1|10",
                "UPDATE \"@HEAD\" SET LAST_CAUSE = 1|10",
                "UPDATE \"@HEAD\" SET LAST_BATCH = 1|10",
                "DELETE FROM \"@HEAD\"|1",
                // a Cyrillic letter that looks the same
                "UPDATE \"@CHANGE_LOG\" SET ACTOR_KEY = REPLACE(ACTOR_KEY, 'o', U&'\\043e') WHERE ID = 4|4",
                "UPDATE \"@CHANGE_LOG\" SET AFTER_JSON = REPLACE(AFTER_JSON, '\"P\"', U&'\"\\0420\"') WHERE ID = 4|4",
                // composed and decomposed
                "UPDATE \"@CHANGE_LOG\" SET AFTER_JSON = REPLACE(AFTER_JSON, U&'\\00e4', U&'a\\0308') WHERE ID = 4|4",
                "UPDATE \"@CHANGE_LOG\" SET AFTER_JSON = LEFT(AFTER_JSON, 40) WHERE ID = 4|4",
                "UPDATE \"@CHANGE_LOG\" SET AFTER_JSON = REPLACE(AFTER_JSON, '2.5', '2.50000001') WHERE ID = 4|4",
                "UPDATE \"@CHANGE_LOG\" SET AFTER_JSON = REPLACE(AFTER_JSON, '\"key\"', '\"key \"') WHERE ID = 4|4",
                "UPDATE \"@CHANGE_LOG\" SET AFTER_JSON = REPLACE(AFTER_JSON, '\"key\"', '\"x\":1,\"key\"') WHERE ID = 4|4",
                "UPDATE \"@CHANGE_LOG\" SET OBJECT_REF = 'NOPE-4' WHERE ID = 4|4",
                "UPDATE \"@CHANGE_LOG\" SET BEFORE_JSON = AFTER_JSON, AFTER_JSON = NULL WHERE ID = 4|4",
                "UPDATE \"@CHANGE_LOG\" SET AFTER_JSON = (SELECT AFTER_JSON FROM \"@CHANGE_LOG\" WHERE ID = 5) WHERE ID = 4|4"
            })
    void isFoundAtTheFirstBrokenRow(String statement, long brokenAt) {
        assertThat(sql(statement)).isPositive();

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
        sql("UPDATE \"@CHANGE_LOG\" SET AFTER_JSON = 'not json' WHERE ID = 10");

        assertThat(node().model().plans()).hasSize(10);
        node().write("pmo", draft -> draft.put(Examples.plan(draft.nextKey(Kind.PLAN), "P")));
        assertThat(running.model().plans()).hasSize(11);
        assertThat(node().verify().brokenAt()).isEqualTo(10);
    }

    /** The hash is of what the JSON says, not of how it is spaced: the platform's database may store it as it likes. */
    @Test
    void jsonThatIsOnlySpacedOtherwiseSaysTheSame() {
        sql("UPDATE \"@CHANGE_LOG\" SET AFTER_JSON = REPLACE(AFTER_JSON, '\"name\":', ' \"name\" : ') WHERE ID = 4");

        assertThat(node().verify()).isEqualTo(new Verification(10, null));
    }

    /** A tail that was cut, with head and tables mended to fit: only the platform's own audit log still knows. */
    @Test
    void aTailThatWasCutWithEverythingMendedIsStillInThePlatformsAuditLog() {
        LoggedChange ninth = node().changes(null, 8, 1).rows().get(0);
        sql("DELETE FROM \"@CHANGE_LOG\" WHERE ID = 10");
        sql("DELETE FROM \"@PLAN\" WHERE ID = 10");
        sql("UPDATE \"@HEAD\" SET LAST_SEQUENCE = 9, LAST_PLAN = 9, LAST_HASH = '" + ninth.hash() + "'");

        assertThat(node().verify().intact()).isTrue();
        Contents now = node().contents();
        assertThat(now.sequence() + " " + now.hash()).isNotEqualTo(noted.get());
        assertThat(noted.get()).startsWith("10 ");
    }

    /** The same without mending the tables. */
    @Test
    void aTailThatWasCutWithTheHeadMendedLeavesTheObjectsBehind() {
        LoggedChange ninth = node().changes(null, 8, 1).rows().get(0);
        sql("DELETE FROM \"@CHANGE_LOG\" WHERE ID = 10");
        sql("UPDATE \"@HEAD\" SET LAST_SEQUENCE = 9, LAST_PLAN = 9, LAST_HASH = '" + ninth.hash() + "'");

        assertThat(node().verify().differences())
                .containsExactly(new Verification.Difference("PLAN-10", Verification.How.ADDED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE \"@PLAN\" SET NAME = 'Q' WHERE ID = 4|PLAN-4|CHANGED",
                "UPDATE \"@PLAN\" SET ROW_VERSION = 2 WHERE ID = 4|PLAN-4|CHANGED",
                "UPDATE \"@PLAN\" SET PARENT_KEY = 'PLAN-1' WHERE ID = 4|PLAN-4|CHANGED",
                "UPDATE \"@PLAN\" SET NAME = REPLACE(NAME, 'P', U&'\\0420') WHERE ID = 4|PLAN-4|CHANGED",
                "UPDATE \"@PLAN\" SET GOOD_FROM = 0.8501 WHERE ID = 4|PLAN-4|CHANGED",
                "DELETE FROM \"@PLAN\" WHERE ID = 4|PLAN-4|MISSING",
                "UPDATE \"@PLAN\" SET LIFECYCLE = 'OPEN' WHERE ID = 4|PLAN-4|UNREADABLE",
                "UPDATE \"@PLAN\" SET NAME = NULL WHERE ID = 4|PLAN-4|UNREADABLE",
                "UPDATE \"@PLAN\" SET START_ON = '2026-02-31' WHERE ID = 4|PLAN-4|UNREADABLE",
                "INSERT INTO \"@CAUSE\" (ID, CAUSE_KEY, EFFECT_KEY, ROW_VERSION) VALUES (1, 'OBJ-1', 'OBJ-2', 1)|CAUSE-1|ADDED",
                "INSERT INTO \"@SETTINGS\" (ID, DOCUMENT, ROW_VERSION) VALUES (1, '{}', 2)|SETTINGS|UNREADABLE"
            })
    void anObjectThatWasChangedBehindTheLogIsNamed(String statement, String object, Verification.How how) {
        assertThat(sql(statement)).isPositive();

        Verification found = node().verify();

        assertThat(found.brokenAt()).isNull();
        assertThat(found.intact()).isFalse();
        assertThat(found.differences()).containsExactly(new Verification.Difference(object, how));
    }
}
