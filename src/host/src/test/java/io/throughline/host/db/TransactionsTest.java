package io.throughline.host.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class TransactionsTest {

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
        void ofTwoSerializableWritersOneIsToldToTryAgain() throws Exception {
            add(1);
            CyclicBarrier bothHaveRead = new CyclicBarrier(2);
            ExecutorService two = Executors.newFixedThreadPool(2);

            Future<Throwable> first = two.submit(() -> catchThrowable(() -> addWhatWasRead(bothHaveRead, 10)));
            Future<Throwable> second = two.submit(() -> catchThrowable(() -> addWhatWasRead(bothHaveRead, 20)));
            List<Throwable> failures = java.util.stream.Stream.of(first.get(), second.get())
                    .filter(java.util.Objects::nonNull)
                    .toList();
            two.shutdown();

            assertThat(failures).hasSize(1);
            assertThat(sqlState(failures.get(0))).isEqualTo("40001");
        }

        /** It may come at the statement or at the commit. */
        private static String sqlState(Throwable failure) {
            Throwable cause = failure;
            while (!(cause instanceof SQLException)) {
                cause = cause.getCause();
            }
            return ((SQLException) cause).getSQLState();
        }

        private void addWhatWasRead(CyclicBarrier bothHaveRead, int step) {
            database.transactions().run(() -> {
                int read = joined().withHandle(h -> h.createQuery("select count(*) from t")
                        .mapTo(Integer.class)
                        .one());
                await(bothHaveRead);
                joined().useHandle(h -> h.execute("insert into t values (?)", read + step));
                return null;
            });
        }
    }

    abstract static class Contract extends OnBothDatabases {
        @BeforeEach
        void table() {
            database.jdbi().useHandle(h -> h.execute("create table t (n integer primary key)"));
        }

        @Test
        void whatThrowsLeavesNothing() {
            assertThatThrownBy(() -> database.transactions().run(() -> {
                        joined().useHandle(h -> h.execute("insert into t values (1)"));
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");

            assertThat(rows()).isEmpty();
        }

        @Test
        void anInnerTransactionJoinsTheOuterOne() {
            database.transactions().run(() -> {
                joined().useHandle(h -> h.execute("insert into t values (1)"));
                database.transactions().run(() -> {
                    joined().useHandle(h -> h.execute("insert into t values (2)"));
                    return null;
                });
                assertThat(rows())
                        .as("seen from outside before the outer one ends")
                        .isEmpty();
                return null;
            });

            assertThat(rows()).containsExactly(1, 2);
        }

        @Test
        void anInnerFailureUndoesTheWholeEvenIfItIsCaught() {
            assertThatThrownBy(() -> database.transactions().run(() -> {
                        joined().useHandle(h -> h.execute("insert into t values (1)"));
                        catchThrowable(() -> database.transactions().run(() -> {
                            throw new IllegalStateException("caught outside");
                        }));
                        return null;
                    }))
                    .isInstanceOf(DatabaseRefused.class);

            assertThat(rows()).isEmpty();
        }

        @Test
        void afterATransactionTheThreadHasNone() {
            database.transactions().run(() -> null);

            assertThat(database.transactions().isRunning()).isFalse();
            add(1);
            assertThat(rows()).containsExactly(1);
        }

        Jdbi joined() {
            return Jdbi.create(database.transactions().joiningDataSource());
        }

        void add(int n) {
            database.jdbi().useHandle(h -> h.execute("insert into t values (?)", n));
        }

        List<Integer> rows() {
            return database.jdbi()
                    .withHandle(h -> h.createQuery("select n from t order by n")
                            .mapTo(Integer.class)
                            .list());
        }

        static void await(CyclicBarrier barrier) {
            try {
                barrier.await();
            } catch (Exception broken) {
                throw new IllegalStateException(broken);
            }
        }
    }
}
