package io.throughline.host.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class SchemaStepsTest {

    @Nested
    class OnH2 extends Contract {
        @Override
        protected Dialect dialect() {
            return Dialect.H2;
        }
    }

    @Nested
    class OnPostgres extends Contract {
        @Override
        protected Dialect dialect() {
            return Dialect.POSTGRESQL;
        }

        @Test
        void nodesThatStartTogetherTakeTurns() throws Exception {
            ExecutorService nodes = Executors.newFixedThreadPool(4);
            List<Future<?>> starts = new ArrayList<>();

            for (int i = 0; i < 4; i++) {
                starts.add(nodes.submit(() -> firstVersion().apply()));
            }
            for (Future<?> start : starts) {
                start.get();
            }
            nodes.shutdown();

            assertThat(names()).containsExactly("kept");
        }
    }

    abstract static class Contract extends OnBothDatabases {
        SchemaSteps firstVersion() {
            return new SchemaSteps("test", database)
                    .step("a table", "create table t (name %LONGTEXT%)", "insert into t values ('kept')");
        }

        @Test
        void aStepRunsOnce() {
            firstVersion().apply();
            firstVersion().apply();

            assertThat(names()).containsExactly("kept");
        }

        @Test
        void aLaterVersionAddsItsSteps() {
            firstVersion().apply();

            firstVersion().step("one more", "insert into t values ('later')").apply();

            assertThat(names()).containsExactly("kept", "later");
        }

        List<String> names() {
            return database.jdbi()
                    .withHandle(h -> h.createQuery("select name from t order by name")
                            .mapTo(String.class)
                            .list());
        }
    }
}
